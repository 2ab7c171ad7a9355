// Lets the keyboard reach what has to be moved sideways on a narrow screen: charts in their rooms, wide formulas.
const MOVED = '[class*="st-key-room_"], .katex-display';
let watching = null;

export default function () {
  mark();
  watching ??= watch();
}

function mark() {
  for (const element of document.querySelectorAll(MOVED)) {
    const moves = element.scrollWidth > element.clientWidth;
    if (moves && element.tabIndex !== 0) element.tabIndex = 0;
    else if (!moves && element.hasAttribute("tabindex")) element.removeAttribute("tabindex");
  }
}

function watch() {
  let waiting = 0;
  // Not put off by the next change: while a page draws, changes come without an end.
  const later = () => {
    waiting ||= setTimeout(() => {
      waiting = 0;
      mark();
    }, 150);
  };
  new MutationObserver(later).observe(document.body, { childList: true, subtree: true });
  window.addEventListener("resize", later);
  return true;
}
