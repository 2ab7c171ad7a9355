"""Every lesson as a lecture: by keyboard from its first screen to its last, with a picture of each step for
people to look at where PARALLAX_PICTURES names a folder."""

import os
import re
from pathlib import Path

import pytest

from dashboard.classroom.lesson import steps
from dashboard.classroom.shelf import shelf

from . import rest
from .labels import faults

KEPT = os.environ.get("PARALLAX_PICTURES")
LESSONS = shelf().lessons
# The smallest letters, and whether all that is seen stands on the stage.
_STAGE = r"""
() => {
  const stage = document.querySelector(".st-key-stage"), outer = stage.getBoundingClientRect(), faults = [];
  const scale = outer.width / 1280, roots = [stage];
  for (let i = 0; i < roots.length; i++)
    for (const element of roots[i].querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  for (const root of roots) {
    const words = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (words.nextNode()) {
      const text = words.currentNode.textContent.trim(), element = words.currentNode.parentElement;
      if (!text || !element || element.closest("style, script, title, [class*=hoverlayer]")) continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(words.currentNode);
      const box = range.getBoundingClientRect();
      if (box.width < 2) continue;
      const matrix = element.getScreenCTM?.();
      const size = parseFloat(getComputedStyle(element).fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : scale);
      const name = `“${text.slice(0, 40)}”`;
      if (size < 23.95) faults.push(`${name} has letters of ${size.toFixed(1)} pixels`);
      if (box.left < outer.left - 1 || box.right > outer.right + 1 || box.top < outer.top - 1 || box.bottom > outer.bottom + 1)
        faults.push(`${name} is cut by the edge of the stage`);
      const notice = element.closest("svg") && stage.querySelector(".st-key-stage_notice")?.getBoundingClientRect();
      if (notice && box.bottom > notice.top + 2) faults.push(`${name} lies under the words`);
    }
  }
  return [...new Set(faults)];
}
"""


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_runs_by_keyboard_from_first_to_last_and_the_last_row_reads_all(lecturer, name):
    n_steps = len(steps(LESSONS[name]))
    page = lecturer.open(f"lessons?lesson={name}&present=1")
    found = {}
    for number, step in enumerate(steps(LESSONS[name]), start=1):
        kind = LESSONS[name].screens[step.screen].kind
        # The last step of a screen shows all that those before it do; every step is looked at only for people.
        if KEPT or last_of_screen(name, number):
            arrive(page, number, n_steps, drawn=kind == "exhibit" or (kind == "predict" and step.revealed))
            if KEPT:
                page.screenshot(path=Path(KEPT) / f"lecture-{name}-{number:02}.png")
            found[number] = page.evaluate(_STAGE) + faults(page)
        else:
            page.get_by_text(f"{number} / {n_steps}", exact=True).wait_for()
        page.keyboard.press("PageDown" if number % 2 else "ArrowRight")
    assert {number: wrong for number, wrong in found.items() if wrong} == {}
    assert lecturer.errors == [] and lecturer.foreign == []
    # The last step stays, and the way back leads to the first.
    arrive(page, n_steps, n_steps)
    page.keyboard.press("PageUp")
    arrive(page, n_steps - 1, n_steps)
    page.keyboard.press("Home")
    arrive(page, 1, n_steps)


def test_blank_hides_the_stage_until_the_next_key_and_escape_leads_back(lecturer):
    page = lecturer.open("frequencies?present=1")
    arrive(page, 1, 2)
    page.keyboard.press("b")
    assert page.locator(".parallax-blank").is_visible()
    page.keyboard.press("ArrowRight")
    page.locator(".parallax-blank").wait_for(state="detached")
    arrive(page, 1, 2)
    page.keyboard.press("d")
    page.locator('.st-key-stage .main-svg[style*="rgb(20, 23, 27)"]').first.wait_for()
    page.keyboard.press("Escape")
    page.locator(".st-key-stage").wait_for(state="detached")
    page.locator("[data-testid=stSidebar]").wait_for()
    assert "present" not in page.url


def test_the_key_p_begins_the_lecture_of_any_page_but_not_while_somebody_types(lecturer):
    page = lecturer.open("frequencies")
    field = page.get_by_label("Words and phrases, parted by commas", exact=True)
    field.press("p")
    lecturer.settle()
    assert page.locator(".st-key-stage").count() == 0
    field.press("Escape")
    page.locator("h1").first.click()
    page.keyboard.press("p")
    arrive(page, 1, 2)


def test_notes_and_stage_go_together(lecturer):
    stage = lecturer.open("lessons?lesson=trust&present=1")
    n_steps = len(steps(LESSONS["trust"]))
    arrive(stage, 1, n_steps)
    with stage.context.expect_page() as opened:
        stage.keyboard.press("n")
    notes = opened.value
    notes.get_by_text(LESSONS["trust"].screens[0].notes.split(".")[0]).wait_for()
    notes.locator("h1").first.click()
    notes.keyboard.press("PageDown")
    arrive(stage, 2, n_steps)
    stage.keyboard.press("PageDown")
    notes.get_by_text(f"3 / {n_steps}").wait_for()
    # The speaker's window blanks the stage, and the same key brings it back.
    notes.keyboard.press("b")
    stage.locator(".parallax-blank").wait_for()
    notes.keyboard.press("b")
    stage.locator(".parallax-blank").wait_for(state="detached")
    notes.close()


def test_a_click_on_a_mark_shows_its_sentences_until_the_next_step(lecturer):
    page = lecturer.open("frequencies?terms=trust+deficit&present=1")
    arrive(page, 1, 2)
    page.locator(".st-key-stage .scatterlayer .trace:last-child .point").first.click(force=True)
    page.locator(".st-key-stage_behind .passage").first.wait_for()
    behind = page.locator(".st-key-stage_behind")
    assert behind.locator(".passage").count() == 3 and "3 of 16 passages" in behind.inner_text()
    assert page.evaluate(_STAGE) == []
    page.keyboard.press("PageDown")
    arrive(page, 2, 2)
    behind.wait_for(state="detached")


def test_a_class_votes_in_the_lecture_and_its_guesses_are_revealed(lecturer, browser):
    page = lecturer.open("live_class")
    page.get_by_text("Open a room", exact=True).click()
    lecturer.settle()
    page.locator("[data-testid=stSidebar]").get_by_text("Lessons", exact=True).click()
    lecturer.settle()
    names = list(LESSONS)
    page.get_by_text("Give the lecture").nth(names.index("trust")).click()
    n_steps = len(steps(LESSONS["trust"]))
    first = next(number for number, screen in enumerate(LESSONS["trust"].screens) if screen.prediction)
    before = sum(screen.n_steps for screen in LESSONS["trust"].screens[:first])
    for number in range(1, before + 1):
        arrive(page, number, n_steps)
        page.keyboard.press("PageDown")
    arrive(page, before + 1, n_steps)
    code = re.search(r"code (\S+)", page.locator(".st-key-stage_class").inner_text())[1]
    context = browser.new_context()
    phone = context.new_page()
    phone.goto(f"{lecturer.server.url}/class/{code}")
    for field in phone.locator("input[type=number]").all():
        field.fill("5")
    phone.locator("form button").last.click()
    phone.get_by_text("Your vote is counted.", exact=True).wait_for()
    page.locator(".st-key-stage_class").get_by_text("1 of 1").wait_for()
    page.keyboard.press("PageDown")
    arrive(page, before + 2, n_steps, drawn=True)
    assert page.locator(".st-key-stage .barlayer .point").count() == 5
    assert "too low" in page.locator(".st-key-stage").inner_text()
    phone.get_by_text("Voting on this question is closed.").first.wait_for()
    context.close()


def last_of_screen(name: str, number: int) -> bool:
    """Does the screen end with this step, counted from 1?"""
    every = steps(LESSONS[name])
    return number == len(every) or every[number].screen != every[number - 1].screen


def arrive(page, number: int, last: int, *, drawn: bool = False) -> None:
    """Wait until a step stands; drawn: with a figure."""
    page.get_by_text(f"{number} / {last}", exact=True).wait_for()
    if drawn:
        page.locator(".st-key-stage .main-svg, .st-key-stage .root > svg").first.wait_for()
    rest.wait(page, frames=4)
