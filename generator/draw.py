"""RenderedPictures -> their bytes: one after another, or on all cores where they are many."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor

from generator.model import RenderedPicture

Progress = Callable[[str, int, int], None]

# Fewer are drawn before other processes have started.
_MANY = 48
_AT_ONCE = 8


def draw(
    pictures: Sequence[RenderedPicture], progress: Progress, many: int = _MANY
) -> Iterator[bytes]:
    """The bytes of each picture, in order; from `many` on, every core draws.

    Raises:
        GeneratorError: what a picture is drawn from is wrong.
    """
    for done, data in enumerate(_bytes(pictures, many)):
        progress("draw", done, len(pictures))
        yield data


def _bytes(pictures: Sequence[RenderedPicture], many: int) -> Iterator[bytes]:
    cores = os.cpu_count() or 1
    if len(pictures) < many or cores == 1:
        yield from map(_drawn, pictures)
        return
    # Started afresh rather than forked: a progress bar runs a thread, which a fork would cut off.
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(min(cores, 8), mp_context=context) as pool:
        yield from pool.map(_drawn, pictures, chunksize=_AT_ONCE)


def _drawn(picture: RenderedPicture) -> bytes:
    return picture.draw()
