// The keys of a lecture: next, back, blank, notes, light or dark, leave. On an ordinary page only the key that begins one.
// Two windows of one browser (the projector's and the speaker's) tell each other where they are.
const NEXT = ["ArrowRight", "PageDown", " ", "Enter"];
const BACK = ["ArrowLeft", "PageUp", "Backspace"];
let blank = null;
// Also in the speaker's window, which tells the stage to be dark and is not dark itself.
let dark = false;

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  root.textContent = data.last === null ? "" : `${data.at + 1} / ${data.last + 1}`;
  const place = { at: data.at };
  // Two pages that are presented at once do not lead each other.
  const channel = data.last === null ? null : new BroadcastChannel(`parallax ${location.pathname} ${data.name}`);

  const go = (at, told) => {
    at = Math.min(Math.max(at, 0), data.last);
    if (at === place.at) return;
    place.at = at;
    setTriggerValue("went", `${at}`);
    if (!told) channel.postMessage({ at });
  };
  const darken = (on, told) => {
    dark = on;
    if (!told) channel.postMessage({ blank: on });
    if (data.view === "stage") cover(on);
  };
  const keys = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event)) return;
    if (data.last === null) {
      if (event.key === "p") setTriggerValue("asked", "present");
      return;
    }
    // A button or a slider in focus keeps the keys that move or press it; a presenter's remote has others.
    const held = event.composedPath()[0].closest?.("button, a, input, [role=slider]") && !event.key.startsWith("Page");
    if (held && event.key !== "Escape" && event.key.length !== 1) return;
    if (held && event.key === " ") return;
    if (dark && event.key !== "Shift") darken(false);
    else if (NEXT.includes(event.key)) go(place.at + 1);
    else if (BACK.includes(event.key)) go(place.at - 1);
    else if (event.key === "Home") go(0);
    else if (event.key === "End") go(data.last);
    else if (event.key === "b" || event.key === ".") darken(true);
    else if (event.key === "n" && data.notes) window.open(data.notes, "parallax-notes", "width=1000,height=800");
    else if (event.key === "f") document.documentElement.requestFullscreen?.();
    else if (event.key === "d") setTriggerValue("asked", "ground");
    else if (event.key === "p" || event.key === "Escape") setTriggerValue("asked", "leave");
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const fit = () => {
    const scale = Math.min(window.innerWidth / 1280, window.innerHeight / 720);
    document.documentElement.style.setProperty("--stage-scale", scale);
  };

  fit();
  window.addEventListener("resize", fit);
  document.addEventListener("keydown", keys, true);
  if (channel) {
    channel.onmessage = ({ data: told }) => {
      if (told.at !== undefined) go(told.at, true);
      if (told.blank !== undefined) darken(told.blank, true);
    };
  }
  return () => {
    window.removeEventListener("resize", fit);
    document.removeEventListener("keydown", keys, true);
    channel?.close();
  };
}

function typing(event) {
  const where = event.composedPath()[0];
  return where.matches?.("textarea, select, [contenteditable=true], input:not([type=range]):not([type=checkbox]):not([type=radio])");
}

function cover(on) {
  if (on && !blank) {
    blank = document.createElement("div");
    blank.className = "parallax-blank";
    blank.style.cssText = "position:fixed;inset:0;background:#000;z-index:2147483647;cursor:none";
    blank.onclick = () => cover((dark = false));
    document.body.append(blank);
  } else if (!on && blank) {
    blank.remove();
    blank = null;
  }
}
