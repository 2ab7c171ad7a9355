"""Marks of the exhibits on a page: where they stand, and a click on one."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page

# Every mark of a Plotly chart with the row of the table it stands for, in pixels of the window.
_POINTS = """
key => {
  const chart = document.querySelector(`.st-key-exhibit_${key} .js-plotly-plot`);
  if (!chart) return null;
  chart.scrollIntoView({ block: "center" });
  const box = chart.getBoundingClientRect(), found = [];
  for (const trace of chart._fullData) {
    if (!trace.customdata || !trace.visible) continue;
    const x = chart._fullLayout[trace.xaxis.replace("x", "xaxis")], y = chart._fullLayout[trace.yaxis.replace("y", "yaxis")];
    for (let i = 0; i < trace.customdata.length; i++) {
      if (trace.x[i] == null || trace.y[i] == null) continue;
      const row = Array.isArray(trace.customdata[i]) ? trace.customdata[i][0] : trace.customdata[i];
      found.push({ row, x: box.left + x._offset + x.d2p(trace.x[i]), y: box.top + y._offset + y.d2p(trace.y[i]) });
    }
  }
  return found;
}
"""


def click_a_mark(page: Page, key: str, has_passages: Callable[[int], bool]) -> int:
    """Click the mark that stands most by itself, of those with passages; the row of the table it stands for."""
    points = page.evaluate(_POINTS, key)
    if points is None:
        return _click_in_drawing(page, key, has_passages)
    width, height = page.viewport_size["width"], page.viewport_size["height"]
    seen = [point for point in points if 0 < point["x"] < width and 0 < point["y"] < height]
    alone = sorted(seen, key=lambda point: _room(point, seen), reverse=True)
    best = next(point for point in alone if has_passages(int(point["row"])))
    page.mouse.click(best["x"], best["y"])
    return int(best["row"])


def _room(point: dict, others: list[dict]) -> float:
    """Square of the distance to the nearest mark of another row."""
    return min(
        ((point["x"] - o["x"]) ** 2 + (point["y"] - o["y"]) ** 2 for o in others if o["row"] != point["row"]),
        default=1e9,
    )


def _click_in_drawing(page: Page, key: str, has_passages: Callable[[int], bool]) -> int:
    marks = page.locator(f".st-key-exhibit_{key} [data-row]")
    marks.first.scroll_into_view_if_needed()
    rows = [int(marks.nth(number).get_attribute("data-row")) for number in range(marks.count())]
    from_the_middle = sorted(range(len(rows)), key=lambda number: abs(number - len(rows) // 2))
    number = next(number for number in from_the_middle if has_passages(rows[number]))
    marks.nth(number).click()
    return rows[number]


def shown_passages(page: Page, key: str) -> list[str]:
    """The passages under an exhibit, spaces made one."""
    words = page.locator(f".st-key-exhibit_{key} .passage .words")
    words.first.wait_for()
    return [re.sub(r"\s+", " ", text).strip() for text in words.all_inner_texts()]


def expected_passages(lines) -> list[str]:
    """The same from a table of passages."""
    return [re.sub(r"\s+", " ", row.left + row.node + row.right).strip() for row in lines.itertuples()]
