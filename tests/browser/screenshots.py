"""Pictures of every page kind, to be looked at: python tests/browser/screenshots.py --site site --out screenshots"""

import argparse
import functools
import http.server
import shutil
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import FLAGS, NAMES, Handler
from tests.browser.test_pages import ENGLISH_ONLY, KINDS, address

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")


def targets(root: Path) -> dict[str, str]:
    """File names of the pictures and the addresses that they show."""
    pages = {f"{lang}-{kind}": address(root, lang, kind) for lang in ("ar", "en") for kind in KINDS}
    extra = {f"en-{kind}": address(root, "en", kind) for kind in ENGLISH_ONLY}
    return {"front": "", "404": "ar/none/", **pages, **extra}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--out", type=Path, default=Path("screenshots"))
    parser.add_argument("--only", default="", help="a part of the names of the pictures wanted")
    parser.add_argument("--widths", type=int, nargs="*", default=WIDTHS)
    parser.add_argument("--schemes", nargs="*", default=SCHEMES)
    parser.add_argument("--full", action="store_true", help="the whole page, not its first screen")
    options = parser.parse_args()
    handler = functools.partial(Handler, directory=str(options.site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    options.out.mkdir(parents=True, exist_ok=True)
    path = next(found for name in NAMES if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for width in options.widths:
            for scheme in options.schemes:
                size = {"width": width, "height": 800 if width < 700 else 900}
                page = browser.new_context(viewport=size, color_scheme=scheme).new_page()
                for name, target in targets(options.site).items():
                    if options.only in name:
                        page.goto(
                            f"http://127.0.0.1:{server.server_port}/{target}", wait_until="load"
                        )
                        page.evaluate("document.fonts.ready")
                        picture = options.out / f"{name}-{width}-{scheme}.png"
                        page.screenshot(path=picture, full_page=options.full)
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main()
