"""Labels on a page that overlap one another or are cut: found by their boxes."""

from __future__ import annotations

from playwright.sync_api import Page

_FAULTS = r"""
() => {
  const roots = [document], faults = [];
  for (let i = 0; i < roots.length; i++)
    for (const element of roots[i].querySelectorAll("*")) if (element.shadowRoot) roots.push(element.shadowRoot);
  const all = selector => roots.flatMap(root => [...root.querySelectorAll(selector)]);
  const name = text => `“${text.textContent.trim().replace(/\s+/g, " ").slice(0, 40)}”`;
  const seen = element => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });

  // A chart is what is drawn together: the layers of one Plotly chart, or one drawing.
  const charts = [
    ...all(".js-plotly-plot").map(chart => [chart.querySelector(".svg-container"), [...chart.querySelectorAll("text")]]),
    ...all(".root > svg").map(drawing => [drawing, [...drawing.querySelectorAll("text")]]),
  ];
  for (const [frame, texts] of charts) {
    const outer = frame.getBoundingClientRect();
    if (!outer.width) continue;
    const boxes = texts
      .filter(text => text.textContent.trim() && seen(text) && !text.closest(".hoverlayer, .modebar"))
      .map(text => ({ text, box: text.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    // Words of a cloud are packed by their letters, not by their boxes; tests of the cloud look at the letters.
    const packed = text => text.closest(".packed");
    for (const { text, box } of boxes)
      if (!packed(text) && (box.left < outer.left - 2 || box.right > outer.right + 2 || box.top < outer.top - 2 || box.bottom > outer.bottom + 2))
        faults.push(`${name(text)} is cut by the edge of its chart`);
    for (let i = 0; i < boxes.length; i++)
      for (let j = i + 1; j < boxes.length; j++) {
        const a = boxes[i].box, b = boxes[j].box;
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Boxes have room above and below the letters, so a little overlap in height is none of the letters.
        if (packed(boxes[i].text) && packed(boxes[j].text)) continue;
        if (across > 1.5 && down > 0.3 * Math.min(a.height, b.height))
          faults.push(`${name(boxes[i].text)} overlaps ${name(boxes[j].text)}`);
      }
  }
  // Words that a box of the page cuts off. Aligned lines of a concordance are cut on purpose, with a fade.
  for (const element of all("p, h1, h2, h3, button, label, li, a, span")) {
    const style = getComputedStyle(element);
    const cut = element.scrollWidth > element.clientWidth + 1 && ["hidden", "clip"].includes(style.overflowX);
    if (cut && element.clientWidth > 1 && element.textContent.trim() && seen(element) && !element.closest(".aligned, [data-testid=stDataFrame], .katex"))
      faults.push(`${name(element)} is cut in the page`);
  }
  // Choices that stand off the edge. A reader of the aligned lines and tables moves them sideways.
  for (const button of all("[data-testid=stMain] button"))
    if (seen(button) && button.getBoundingClientRect().right > window.innerWidth + 1 && !button.closest("[data-testid=stDataFrame]"))
      faults.push(`${name(button)} stands off the edge of the page`);
  if (document.documentElement.scrollWidth > window.innerWidth + 1) faults.push("the page is wider than the window");
  return [...new Set(faults)];
}
"""


def faults(page: Page) -> list[str]:
    """A line a label that is cut or overlaps another one."""
    return page.evaluate(_FAULTS)
