"""A real browser, without JavaScript, on a real server: what a new user does first."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from graph.release import Release

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(release: Release) -> Iterator[str]:
    with socket.socket() as wire:
        wire.bind(("127.0.0.1", 0))
        port = wire.getsockname()[1]
    command = [
        sys.executable,
        "-P",
        "-c",
        "from api.cli import main; main()",
        "serve",
        "--port",
        str(port),
    ]
    env = os.environ | {"COMITY_HOME": str(release.folder.parent.parent)}
    with subprocess.Popen(command, env=env) as server:  # noqa: S603  our own command
        base = f"http://127.0.0.1:{port}"
        for _ in range(100):
            try:
                urllib.request.urlopen(f"{base}/health").close()  # noqa: S310  our own server
                break
            except OSError:
                time.sleep(0.1)
        yield base
        server.terminate()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    place = shutil.which("chromium")
    if place is None:
        if os.environ.get("CI") == "true":
            pytest.fail("CI installs chromium: it is missing")
        pytest.skip("no chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=place, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(params=[1280, 390], ids=["desk", "phone"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 900}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_a_new_user_finds_3a001_b_4_in_both_lists_and_where_it_comes_from(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.get_by_role("searchbox").fill("3A001.b.4")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name="us-ccl:3A001.b.4").first.click()
    assert page.locator("h1 .code").inner_text() == "3A001.b.4"
    assert "15 CFR Part 774" in page.locator("dl.source").inner_text()
    assert "8045c830d5e3" in page.locator("dl.source").inner_text()
    assert page.locator(".candidate").first.inner_text().count("candidate") >= 1
    page.get_by_role("link", name="Lay side by side").first.click()
    halves = page.locator(".half.head")
    assert halves.count() == 2
    assert "15 CFR Part 774" in halves.nth(0).inner_text()
    assert "Regulation (EU) 2021/821" in halves.nth(1).inner_text()
    assert page.locator("table.rows tbody tr").count() >= 5


def test_days_are_set_where_one_stands_and_kept_by_links(page: Page, address: str) -> None:
    page.goto(f"{address}/compare?left=us-ccl:9A012&right=eu-annex-i:9A012")
    page.get_by_label("Valid on").fill("2026-06-24")
    page.get_by_role("button", name="Set days").click()
    assert page.locator("h1").inner_text() == "us-ccl:9A012 beside eu-annex-i:9A012"
    assert "Exact" in page.locator(".half.head").first.inner_text()
    page.locator(".half.head h2 a").first.click()
    assert "valid=2026-06-24" in page.url
    assert page.locator("h1 .code").inner_text() == "9A012"


@pytest.mark.parametrize(
    "path", ["/", "/lists/us-ccl", "/entries/us-ccl/3A001", "/entries/eu-annex-i/3A001.b.4", "/search?q=laser",
             "/compare?left=us-ccl:3A001&right=eu-annex-i:3A001", "/compare", "/lists/us-ccl?category=3", "/lists/eu-annex-i/issues", "/nothing",
             "/law", "/destinations", "/destinations/KR", "/groups/us/A5", "/licences", "/licences/eu/EU003", "/licences/us/RPL", "/licences/gb/OGL2",
             "/calendar", "/ask", "/ask/21?group=jp/3", "/classify", "/classify?facts=total+processing+performance%3D5000&list=us-ccl",
             "/determine?item=3A001.b.4&destination=CN", "/determine/memo?jurisdiction=us&item=3A001.b.4&destination=CN"],
)  # fmt: skip
def test_no_page_is_wider_than_its_window(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    assert page.viewport_size is not None
    widest = page.locator("html").evaluate("html => html.scrollWidth")
    assert widest <= page.viewport_size["width"]


def test_the_keyboard_reaches_the_content_first(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.locator(":focus").inner_text() == "Skip to the content"


def test_a_superseded_text_is_marked_for_the_eye(page: Page, address: str) -> None:
    page.goto(f"{address}/entries/us-ccl/9A012?valid=2026-09-01&known=2026-09-01")
    assert "Superseded" in page.locator(".vintage.superseded").inner_text()
    page.goto(f"{address}/entries/us-ccl/9A012?valid=2026-06-24&known=2026-09-01")
    assert "Exact" in page.locator(".vintage.exact").inner_text()


def test_a_user_finds_since_when_korea_is_in_group_a(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Destinations").click()
    page.get_by_role("link", name="KR", exact=True).click()
    assert "jp/3" in page.locator("table.wide").first.inner_text()
    page.get_by_role("link", name="jp/3", exact=True).click()
    assert "27 destinations" in page.locator("main").inner_text()
    page.goto(f"{address}/groups/jp/3?valid=2019-08-28")
    assert "26 destinations" in page.locator("main").inner_text()


def test_a_source_conflict_is_said_where_the_licence_is_shown(page: Page, address: str) -> None:
    page.goto(f"{address}/licences/eu/EU003")
    assert "Russia is no destination" in page.locator("main").inner_text()
    assert page.get_by_role("link", name="RU", exact=True).count() == 0
    page.goto(f"{address}/licences/eu/EU003?valid=2022-05-04")
    assert page.get_by_role("link", name="RU", exact=True).count() == 1
