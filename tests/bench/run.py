"""The search at size: build time, memory and bytes, then a browser's time to results.

    python tests/bench/run.py [--articles 10000] [--pagefind PROGRAM]

Everything is measured in one run on one machine; with --pagefind, Pagefind reads the same articles
as plain pages and is asked the same queries in the same browser.
"""

import argparse
import functools
import gzip
import html
import http.server
import json
import multiprocessing
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402

from generator.model import Article, Stub  # noqa: E402
from generator.pipeline import Folders, site  # noqa: E402
from generator.search import FOLDER, Anchors, search_files  # noqa: E402
from tests.bench.corpus import make_site  # noqa: E402

FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
# Words of the second, sixth … article: a frequent one, rare ones, a name, a slip, none at all.
TYPES = {".js": "text/javascript", ".json": "application/json", ".wasm": "application/wasm"}


def queries(articles: tuple[Article, ...]) -> list[str]:
    """Queries of one to three words from titles spread over the corpus, and one without answer."""
    titles = [str(article.title).split() for article in articles[:: max(1, len(articles) // 12)]]
    made = [" ".join(title[: 1 + number % 3]) for number, title in enumerate(titles)]
    return [*made[:12], titles[0][0][:-1], "zzqqxx"]


def build(articles: int, folder: Path, report: Any) -> None:
    """Build the index in a process of its own, so that its memory is its own."""
    index = make_site(articles)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    pages = search_files(index, Anchors())
    seconds = time.perf_counter() - start
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = largest = 0
    for page in pages:
        packed = len(gzip.compress(page.text.encode()))
        size, largest = size + packed, max(largest, packed)
        path = folder / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page.text, encoding="utf-8")
    report.put((seconds, before / 1024, after / 1024, len(pages), size, largest))


def measured_build(articles: int, folder: Path) -> None:
    """Print what building costs."""
    context = multiprocessing.get_context("spawn")
    report = context.Queue()
    process = context.Process(target=build, args=(articles, folder, report))
    process.start()
    seconds, before, after, files, size, largest = report.get()
    process.join()
    print(
        f"{articles} articles: built in {seconds:.1f} s; memory {after:.0f} MB at its peak, of which "
        f"the corpus {before:.0f} MB; {files} files, {size / 1e6:.2f} MB gzip, largest {largest / 1e3:.0f} KB"
    )


# ---------------------------------------------------------------- serving, packed as hosts do


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    # As real hosts do: otherwise each answer's body waits 40 ms for the header to be acknowledged.
    disable_nagle_algorithm = True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  # as the base class has it
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        packed = _packed(path)
        self.send_response(200)
        self.send_header("Content-Type", TYPES.get(path.suffix, self.guess_type(str(path))))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(packed)))
        self.end_headers()
        self.wfile.write(packed)


@functools.cache
def _packed(path: Path) -> bytes:
    """A file as a host keeps it ready."""
    return gzip.compress(path.read_bytes(), 6)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder at an address on loopback, packed beforehand as hosts do."""
    for path in folder.rglob("*.json"):
        _packed(path)
    handler = functools.partial(_Handler, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


# ---------------------------------------------------------------- in the browser


def measure(page: Page, name: str, asked: list[str], ready: str, field: str, count: str) -> None:
    """Print bytes and time to the first result, and the median and worst of later queries."""
    sizes: list[int] = []

    def note(response: Any) -> None:
        sizes.append(int(response.headers.get("content-length", 0)))

    page.on("response", note)
    page.evaluate(WATCH, [count, LISTS])
    start = time.perf_counter()
    page.evaluate(ready)
    page.locator(field).first.wait_for()
    page.locator(field).first.fill(asked[0])
    page.wait_for_function("window.__rows() > 0")
    first, size = time.perf_counter() - start, sum(sizes)
    later = [_later(page, field, query) for query in asked[1:]]
    print(
        f"{name}: first result after {first * 1000:.0f} ms and {size / 1e6:.3f} MB gzip; "
        f"later queries {statistics.median(later):.0f} ms in the middle, {max(later):.0f} ms at worst"
    )


# The list itself: the spoken count waits for a pause of the reader on purpose.
LISTS = "#sh-search-results, .pagefind-ui"
WATCH = """([count, lists]) => {
  window.__rows = () => document.querySelectorAll(count).length
  window.__changed = 0
  new MutationObserver(records => {
    if (records.some(r => r.target.closest?.(lists))) window.__changed = performance.now()
  }).observe(document.body, { childList: true, subtree: true })
}"""


def _later(page: Page, field: str, query: str) -> float:
    """Milliseconds from the last letter to the last change of the list."""
    page.evaluate("window.__changed = 0")
    page.locator(field).first.evaluate(
        """(e, q) => { window.__asked = performance.now(); e.value = q;
        e.dispatchEvent(new Event('input', { bubbles: true })) }""",
        query,
    )
    page.wait_for_timeout(900)
    return max(0.0, float(page.evaluate("window.__changed - window.__asked")))


def pagefind_site(
    folder: Path, articles: tuple[Article, ...], stubs: tuple[Stub, ...], program: str
) -> None:
    """The same articles as plain pages, indexed by Pagefind."""
    for article in articles:
        body = "".join(f"<p>{html.escape(block.text)}</p>" for block in article.blocks[1:])
        _plain(folder / "ar" / f"{article.slug}.html", "ar", str(article.title), body)
    for stub in stubs:
        text = " ".join(sentence.text for block in stub.blocks for sentence in block.sentences)
        _plain(folder / "en" / f"{stub.slug}.html", "en", stub.title, f"<p>{html.escape(text)}</p>")
    ui = '<link href="/pagefind/pagefind-ui.css" rel="stylesheet"><div id="s"></div>'
    ui += '<script src="/pagefind/pagefind-ui.js"></script><script>window.__open = () => new PagefindUI({element: "#s"})</script>'
    _plain(folder / "index.html", "ar", "search", ui)
    start = time.perf_counter()
    subprocess.run([*program.split(), "--site", str(folder)], check=True, capture_output=True)
    print(f"Pagefind: built in {time.perf_counter() - start:.1f} s")


def _plain(path: Path, language: str, title: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = f'<!doctype html><html lang="{language}"><title>{html.escape(title)}</title><body><h1>{html.escape(title)}</h1>{body}'
    path.write_text(text, encoding="utf-8")


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=10_000)
    options.add_argument("--pagefind", default="", help="the command that runs Pagefind")
    options.add_argument("--chromium", default=shutil.which("chromium") or "chromium")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        measured_build(given.articles // 10, folder / "tenth")
        # The bundled site gives the pages and the dialog; the large index takes the place of its own.
        site(
            Folders(ROOT / "mkdocs.yml", ROOT / "content", folder / "docs"),
            folder / "site",
            keep_docs=True,
        )
        shutil.rmtree(folder / "site" / FOLDER)
        measured_build(given.articles, folder / "site")
        index = make_site(given.articles)
        asked = queries(index.library.articles)
        browser = playwright.chromium.launch(executable_path=given.chromium, args=FLAGS)
        with served(folder / "site") as address:
            page = browser.new_page()
            page.goto(f"{address}ar/", wait_until="networkidle")
            open_it = "document.querySelector('[data-search-open]').click()"
            measure(
                page,
                "Sharh",
                asked,
                open_it,
                "#sh-search-query",
                "#sh-search-results a[role=option]",
            )
            page.close()
        if given.pagefind:
            pagefind_site(
                folder / "plain", index.library.articles, index.library.stubs, given.pagefind
            )
            with served(folder / "plain") as address:
                page = browser.new_page()
                page.goto(address, wait_until="networkidle")
                measure(
                    page,
                    "Pagefind",
                    asked,
                    "window.__open()",
                    ".pagefind-ui__search-input",
                    ".pagefind-ui__result",
                )
                page.close()
        browser.close()
    print(json.dumps(asked, ensure_ascii=False))


if __name__ == "__main__":
    main()
