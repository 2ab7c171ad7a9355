// Draws the charts, and shows the passages behind a mark or a row. Words are set as text, never as markup.
"use strict";
(() => {
  const PLOTTED = { displayModeBar: false, displaylogo: false, responsive: true };
  // Width and height that a printed page has for a chart, in pixels.
  const PAPER = { width: 660, height: 860 };

  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const read = (place, name) => JSON.parse(place.querySelector(`script.${name}`).textContent);
  const passagesOf = new Map();

  function behind(article, row) {
    if (!passagesOf.has(article)) passagesOf.set(article, read(article, "passage-data"));
    const { texts, rows, passages } = passagesOf.get(article);
    const [name, total, kept, remark] = rows[row];
    return { name, total, remark, lines: kept.map((number) => [texts[passages[number][0]], ...passages[number].slice(1)]) };
  }

  function told({ name, total, lines }) {
    const named = name ? `${name}: ` : "";
    if (total === null) return `${named}the passages of this row are not in this file; those of the first rows are.`;
    if (total === 0) return `${named}no passage in these texts.`;
    const noun = total === 1 ? "passage" : "passages";
    const all = total.toLocaleString("en");
    return named + (lines.length < total ? `${lines.length} of ${all} ${noun}` : `${all} ${noun}`);
  }

  function passage([[label, colour, full], place, left, node, right]) {
    const item = make("li");
    const who = make("span", "who", label);
    who.style.setProperty("--text-colour", colour);
    who.title = full;
    who.dir = "auto";
    const words = make("span", "words");
    words.dir = "auto";
    words.append(left, make("b", "", node), right);
    item.append(who, make("span", "place", place), words);
    return item;
  }

  function show(article, row) {
    const panel = article.querySelector(".passages");
    const found = behind(article, row);
    panel.classList.add("shown");
    panel.querySelector(".told").textContent = told(found);
    panel.querySelector(".remark").textContent = found.remark;
    panel.querySelector("ol").replaceChildren(...found.lines.map(passage));
    panel.querySelector(".close").hidden = false;
    mark(article, row);
    panel.scrollIntoView({ block: "nearest" });
  }

  function close(article) {
    const panel = article.querySelector(".passages");
    panel.classList.remove("shown");
    for (const part of [".told", ".remark", "ol"]) panel.querySelector(part).replaceChildren();
    panel.querySelector(".close").hidden = true;
    mark(article, null);
  }

  // The chosen row stands out in the table and in the picture.
  function mark(article, row) {
    for (const one of article.querySelectorAll(".chosen")) one.classList.remove("chosen");
    if (row !== null) for (const one of article.querySelectorAll(`[data-row="${row}"]`)) one.classList.add("chosen");
    const plot = article.querySelector(".plot");
    if (plot) ring(plot, row);
  }

  const rowOf = (value) => Number(Array.isArray(value) ? value[0] : value);

  // A ring round the marks of a row, one in each panel: laid over the chart, which stays as it is.
  function ring(plot, row) {
    plot.chosen = row;
    for (const one of plot.querySelectorAll(".ring")) one.remove();
    if (row === null || !plot._fullData) return;
    for (const places of marksOf(plot, row).values()) {
      const [left, top] = [0, 1].map((side) => Math.min(...places.map((place) => place[side])));
      const [right, bottom] = [0, 1].map((side) => Math.max(...places.map((place) => place[side])));
      const one = make("span", "ring");
      for (const [name, size] of Object.entries({ left, top, width: right - left, height: bottom - top })) one.style[name] = `${size}px`;
      plot.append(one);
    }
  }

  // Where the marks of a row stand in a chart, in pixels, by panel.
  function marksOf(plot, row) {
    const found = new Map();
    for (const trace of plot._fullData.filter((one) => one.customdata && one.visible === true)) {
      const [x, y] = ["x", "y"].map((side) => plot._fullLayout[trace[`${side}axis`].replace(side, `${side}axis`)]);
      const panel = trace.xaxis + trace.yaxis;
      [...trace.customdata].forEach((value, number) => {
        const [across, up] = [trace.x[number], trace.y[number]];
        if (rowOf(value) !== row || across === null || up === null) return;
        const place = [x._offset + x.d2p(across), y._offset + y.d2p(up)];
        found.set(panel, [...(found.get(panel) ?? []), place]);
      });
    }
    return found;
  }

  async function draw(article) {
    const plot = article.querySelector(".plot");
    if (!plot) return;
    const { data, layout } = read(article, "chart-data");
    await Plotly.newPlot(plot, data, layout, PLOTTED);
    plot.on("plotly_click", ({ points }) => {
      const chosen = points.filter((point) => point.customdata !== undefined && point.customdata !== null).at(-1);
      if (chosen) show(article, rowOf(chosen.customdata));
    });
    plot.on("plotly_afterplot", () => ring(plot, plot.chosen ?? null));
    measure();
  }

  // How far a chart has to shrink to fit on paper; and what moves sideways can be reached by the keyboard.
  function measure() {
    for (const plot of document.querySelectorAll(".plot")) {
      const shrunk = Math.min(1, PAPER.width / plot.offsetWidth, PAPER.height / plot.offsetHeight);
      plot.style.setProperty("--shrunk", shrunk.toFixed(3));
    }
    for (const room of document.querySelectorAll(".room")) {
      if (room.scrollWidth > room.clientWidth) room.tabIndex = 0;
      else room.removeAttribute("tabindex");
    }
  }

  document.addEventListener("click", (event) => {
    const article = event.target.closest("article");
    if (!article) return;
    if (event.target.closest(".close")) return close(article);
    const chosen = event.target.closest("[data-row]");
    // Words of a table can be marked and copied without opening anything.
    if (chosen && (getSelection().isCollapsed || event.target.closest("button"))) show(article, Number(chosen.dataset.row));
  });
  document.addEventListener("keydown", (event) => {
    const chosen = event.target.closest("svg [data-row]");
    if (!chosen || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    show(chosen.closest("article"), Number(chosen.dataset.row));
  });
  window.addEventListener("resize", measure);

  // Paper has no folds.
  window.addEventListener("beforeprint", () => {
    for (const fold of document.querySelectorAll("details[data-on-paper]:not([open])")) {
      fold.open = true;
      fold.classList.add("unfolded");
    }
  });
  window.addEventListener("afterprint", () => {
    for (const fold of document.querySelectorAll("details.unfolded")) {
      fold.open = false;
      fold.classList.remove("unfolded");
    }
  });

  // Charts measure their words, so the fonts come first; then one chart after another, and the page stays at hand.
  async function start() {
    await Promise.all([...document.fonts].map((face) => face.load().catch(() => null)));
    for (const article of document.querySelectorAll("article")) await draw(article);
    document.documentElement.dataset.drawn = "true";
  }
  start();
})();
