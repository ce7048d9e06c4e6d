"""The page: its cursor goes where one looks, and what is out of sight costs nothing."""

from __future__ import annotations

from collections.abc import Hashable

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region

from debate.tui import colours
from debate.tui.pages.sheet import Sheet
from debate.tui.widgets.page import Page

HOSTILE = "[/b] [@click=app.quit]quit[/] [bold]x \N{WOMAN}\N{ZERO WIDTH JOINER}\N{ROCKET} שלום"


class Shown(App[None]):
    """A page of ``count`` spots, two to a row, and what was reached and chosen on it."""

    def __init__(self, count: int, apart: int = 1) -> None:
        super().__init__()
        self.count, self.apart = count, apart
        self.reached: list[Hashable] = []
        self.chosen: list[tuple[Hashable, bool]] = []
        self.built: list[int] = []

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return colours.variables(self.current_theme)

    def compose(self) -> ComposeResult:
        yield Page(self.lay_out)

    def lay_out(self, width: int) -> Sheet:
        self.built.append(width)
        sheet = Sheet(width)
        for number in range(0, self.count, 2):
            pair = []
            for target in (number, number + 1):
                cell = Sheet(20)
                cell.line(Content(f"{target} {HOSTILE}"), target=target)
                pair.append(cell)
            row = Sheet(width - 2)
            row.beside(pair)
            sheet.below(row, indent=2)
            sheet.blank(self.apart)
        return sheet

    def on_page_reached(self, message: Page.Reached) -> None:
        self.reached.append(message.target)

    def on_page_chosen(self, message: Page.Chosen) -> None:
        self.chosen.append((message.target, message.clicked))


def rows(page: Page) -> list[str]:
    return [page.render_line(y).text for y in range(page.size.height)]


async def test_the_cursor_steps_by_arrows_and_letters() -> None:
    app = Shown(8)
    async with app.run_test(notifications=True, tooltips=True) as pilot:
        await pilot.press("down", "l", "j", "h", "up", "enter")
        assert app.reached == [2, 3, 5, 4, 2]
        assert app.chosen == [(2, False)]


async def test_the_current_spot_is_marked_without_colour() -> None:
    app = Shown(4)
    async with app.run_test() as pilot:
        page = app.query_one(Page)
        assert [row[1] for row in rows(page)[:3]] == ["▌", " ", " "]
        await pilot.press("down")
        assert [row[1] for row in rows(page)[:3]] == [" ", " ", "▌"]


async def test_texts_are_never_markup() -> None:
    app = Shown(2)
    async with app.run_test(size=(80, 10)) as pilot:
        await pilot.pause()
        assert "0 [/b] [@click=app." in rows(app.query_one(Page))[0]


async def test_a_click_goes_there_and_opens() -> None:
    app = Shown(8)
    async with app.run_test() as pilot:
        await pilot.click(Page, offset=(26, 2))
        await pilot.click(Page, offset=(0, 9))
        assert app.reached == [3]
        assert app.chosen == [(3, True)]


async def test_only_lines_in_sight_are_rendered() -> None:
    app = Shown(20_000)
    async with app.run_test(size=(80, 24)) as pilot:
        page = app.query_one(Page)
        await pilot.press("end")
        assert app.reached == [19_999]
        assert page.scroll_offset.y == page.virtual_size.height - 24
        assert len(page._strips) < 100
        await pilot.press("home")
        assert page.scroll_offset.y == 0


async def test_leafing_takes_the_cursor_along() -> None:
    app = Shown(200)
    async with app.run_test(size=(80, 22)) as pilot:
        page = app.query_one(Page)
        await pilot.press("pagedown")
        assert page.scroll_offset.y == 20
        assert app.reached == [20]
        await pilot.press("down", "pageup")
        assert page.scroll_offset.y == 0
        assert app.reached == [20, 22, 0]


async def test_a_cursor_out_of_sight_comes_to_where_one_looks() -> None:
    app = Shown(200)
    async with app.run_test(size=(80, 20)) as pilot:
        page = app.query_one(Page)
        page.scroll_to(y=50, animate=False, force=True)
        await pilot.press("down")
        assert app.reached == [50]
        assert page.scroll_offset.y == 50


async def test_nothing_is_opened_that_was_not_seen() -> None:
    app = Shown(200)
    async with app.run_test(size=(80, 20)) as pilot:
        page = app.query_one(Page)
        page.scroll_to(y=50, animate=False, force=True)
        await pilot.press("enter")
        assert app.chosen == []
        assert page.scroll_offset.y == 0
        await pilot.press("enter")
        assert app.chosen == [(0, False)]


async def test_text_between_far_spots_is_scrolled_through_not_skipped() -> None:
    app = Shown(4, apart=50)
    async with app.run_test(size=(80, 20)) as pilot:
        page = app.query_one(Page)
        seen: set[int] = set()
        for _ in range(25):
            seen.update(range(page.scroll_offset.y, page.scroll_offset.y + 20))
            await pilot.press("down")
        assert app.reached == [2]
        assert seen >= set(range(page.spot.region.y if page.spot else 0))


async def test_a_new_width_is_laid_out_and_the_cursor_stays() -> None:
    app = Shown(40)
    async with app.run_test(size=(80, 10)) as pilot:
        page = app.query_one(Page)
        await pilot.press("down", "down", "down", "right")
        await pilot.resize_terminal(60, 12)
        await pilot.pause()
        assert len(app.built) == 2
        assert page.spot is not None
        assert page.spot.target == 7


async def test_a_rebuilt_page_keeps_the_cursor_on_its_target() -> None:
    app = Shown(8)
    async with app.run_test() as pilot:
        page = app.query_one(Page)
        await pilot.press("down", "down")
        app.apart = 3
        page.rebuild()
        assert page.spot is not None
        assert (page.spot.target, page.spot.region) == (4, Region(2, 8, 20, 1))


async def test_a_page_without_spots_scrolls() -> None:
    app = Shown(0)
    app.lay_out = lambda width: _lines(width)  # type: ignore[method-assign]
    async with app.run_test(size=(40, 10)) as pilot:
        page = app.query_one(Page)
        await pilot.press("enter", "down", "down", "left")
        assert page.scroll_offset.y == 4
        assert page.spot is None
        await pilot.press("end")
        assert page.scroll_offset.y == 40


def _lines(width: int) -> Sheet:
    sheet = Sheet(width)
    sheet.blank(50)
    return sheet
