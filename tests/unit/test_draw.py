"""Facts about drawing on several cores."""

from functools import partial

from generator.draw import _bytes, _drawn
from generator.model import RenderedPicture


def _picture(number: int) -> RenderedPicture:
    return RenderedPicture(f"{number}.png", str(number), partial(str.encode, str(number)))


def test_many_cores_give_what_one_gives_in_the_same_order() -> None:
    """Where pictures are drawn does not show in the site."""
    pictures = [_picture(number) for number in range(20)]
    assert list(_bytes(pictures, many=1)) == [_drawn(picture) for picture in pictures]
