// The bar of the tour, and a quiet ring around what its step is about. One ring a page, outside every box that cuts.
const ROOM = 12;
const PATIENCE = 4000;
const MOVING = ["wheel", "touchmove", "pointerdown"];
const OPEN = "[role=dialog], [data-testid=stPopoverBody], [data-baseweb=popover]";
const calm = matchMedia("(prefers-reduced-motion: reduce)");
let shown = null;
let latest = null;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const bar = draw(root, data, (answer) => setTriggerValue("go", answer));
  const step = `${data.number} ${data.elsewhere}`;
  const fresh = shown !== step;
  shown = step;
  // Streamlit draws the same step again after each run: only the newest drawing is alive.
  const mine = (latest = {});
  const alive = () => latest === mine && root.isConnected;
  if (fresh) bar.focus({ preventScroll: true });
  leaveWithEscape(alive, () => setTriggerValue("go", "end"));
  point(bar, data, fresh, alive);
}

function draw(root, data, answer) {
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const button = (label, reply, name = "") => {
    const made = make("button", name, label);
    made.type = "button";
    made.onclick = () => answer(reply);
    return made;
  };
  const bar = make("div", "bar");
  bar.tabIndex = -1;
  bar.setAttribute("role", "region");
  bar.setAttribute("aria-label", `Guided tour, step ${data.number} of ${data.steps}`);
  const words = make("div", "words");
  words.setAttribute("aria-live", "polite");
  const head = make("p", "head");
  head.append(make("span", "count", `${data.number} of ${data.steps}`), make("b", "", data.title));
  const body = make("p", "body", `${data.words} `);
  body.append(make("span", "task", data.task));
  words.append(head, body);
  const last = data.number === data.steps;
  const back = button("Back", "back");
  back.disabled = data.number === 1;
  const buttons = make("div", "buttons");
  if (data.elsewhere) buttons.append(button("To this step", "here"));
  buttons.append(back, button(last ? "Finish" : "Next", "next", "next"));
  if (!last) buttons.append(button("End", "end", "end"));
  bar.append(words, buttons);
  root.replaceChildren(bar);
  return bar;
}

// What is open over the page is closed first.
function leaveWithEscape(alive, end) {
  const pressed = (event) => {
    if (!alive()) return window.removeEventListener("keydown", pressed, true);
    if (event.key === "Escape" && !document.querySelector(OPEN)) end();
  };
  window.addEventListener("keydown", pressed, true);
}

// Keeps the ring where its element is, and brings that into sight until it stands still or the visitor moves.
function point(bar, data, fresh, alive) {
  const ring = theRing();
  let bring = fresh && !data.elsewhere;
  let until = Infinity;
  let next = 0;
  const stop = () => (bring = false);
  MOVING.forEach((kind) => window.addEventListener(kind, stop, { once: true, passive: true, capture: true }));
  const follow = (now) => {
    if (!alive()) {
      // Another drawing of the bar has taken the ring over, unless the tour is at its end.
      if (!bar.isConnected && !document.querySelector(".st-key-tour_bar")) ring.remove();
      return;
    }
    const target = data.elsewhere ? null : first(data.around);
    place(ring, target, bar);
    if (target && bring && now > next) {
      const moved = intoSight(target, bar);
      // A page grows while it draws: the element has to have stood still for a while.
      if (moved || until === Infinity) until = now + PATIENCE;
      bring = now < until;
      // A smooth movement is given its time before it is mended.
      next = now + (moved ? 700 : 200);
    }
    requestAnimationFrame(follow);
  };
  requestAnimationFrame(follow);
}

function theRing() {
  const known = document.getElementById("tour-ring");
  if (known) return known;
  const ring = document.createElement("div");
  ring.id = "tour-ring";
  ring.setAttribute("aria-hidden", "true");
  Object.assign(ring.style, { position: "fixed", pointerEvents: "none", borderRadius: "10px", boxSizing: "border-box" });
  document.body.append(ring);
  return ring;
}

function first(selectors) {
  for (const selector of selectors)
    for (const element of document.querySelectorAll(selector)) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.height > 0 && box.right > 0 && box.left < innerWidth && element.checkVisibility())
        return element;
    }
  return null;
}

function place(ring, target, bar) {
  if (!target) {
    ring.style.display = "none";
    return;
  }
  const box = target.getBoundingClientRect();
  const beside = target.closest("[data-testid=stSidebar]");
  // Never over the bar, nor off the edge.
  const top = Math.max(box.top - 6, beside ? 0 : bar.getBoundingClientRect().bottom + 2);
  const left = Math.max(box.left - 6, 2);
  const right = Math.min(box.right + 6, innerWidth - 2);
  // An element that is whole in sight has its whole ring in sight.
  const bottom = box.bottom <= innerHeight ? Math.min(box.bottom + 6, innerHeight - 2) : box.bottom + 6;
  Object.assign(ring.style, {
    display: bottom > top ? "block" : "none",
    top: `${top}px`,
    left: `${left}px`,
    width: `${right - left}px`,
    height: `${Math.max(bottom - top, 0)}px`,
    border: `2px solid ${getComputedStyle(bar).getPropertyValue("--st-primary-color") || "currentColor"}`,
    // Above the page; what lies beside it is above the page too.
    zIndex: beside ? 999995 : 900,
  });
}

// Moves the page so that the element stands under the bar; was there anything to move?
function intoSight(target, bar) {
  const box = target.getBoundingClientRect();
  const top = bar.getBoundingClientRect().bottom + ROOM;
  if (target.closest("[data-testid=stSidebar]")) {
    target.scrollIntoView({ block: "nearest" });
    return false;
  }
  const room = innerHeight - ROOM;
  if (box.top >= top - 4 && (box.bottom <= room || box.top <= top + 4)) return false;
  const page = document.querySelector("[data-testid=stMain]");
  const before = page.scrollTop;
  const by = box.height > room - top ? box.top - top : Math.max(box.bottom - room, Math.min(box.top - top, 0));
  const there = Math.max(0, Math.min(before + by, page.scrollHeight - page.clientHeight));
  if (Math.abs(there - before) < 4) return false;
  page.scrollTo({ top: there, behavior: calm.matches ? "auto" : "smooth" });
  return true;
}
