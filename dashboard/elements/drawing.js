// Shows an SVG made by this project (never markup from a text) and reports which mark was chosen.
// The drawing that fits the width is set, and only once it comes near the screen, so that a long page opens fast.
const NARROW = 460;
const states = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const state = states.get(root) ?? { near: root.getBoundingClientRect().top < window.innerHeight, shown: null };
  // What watches the place may call after the next picture has come: it draws what is there now, not what was then.
  state.data = data;
  states.set(root, state);

  const draw = () => {
    const markup = root.clientWidth < NARROW ? state.data.narrow : state.data.wide;
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(markup);
    if (!state.near) root.style.aspectRatio = `${width} / ${height}`;
    else if (state.shown !== markup) {
      root.style.aspectRatio = "";
      root.innerHTML = markup;
      state.shown = markup;
    }
  };
  const choose = (event) => {
    const mark = event.target.closest("[data-row]");
    if (mark) setTriggerValue("row", mark.dataset.row);
  };
  root.onclick = choose;
  root.onkeydown = (event) => {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      choose(event);
    }
  };
  draw();
  const resized = new ResizeObserver(draw);
  const seen = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      state.near = true;
      draw();
      seen.disconnect();
    },
    { rootMargin: "300px" },
  );
  resized.observe(root);
  seen.observe(root);
  return () => {
    resized.disconnect();
    seen.disconnect();
  };
}
