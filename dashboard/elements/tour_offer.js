// Offers the tour in one line, once a browser: whoever has clicked here is not asked again.
const SEEN = "parallax.tour";

export default function ({ parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const place = root.getRootNode().host?.closest("[data-testid=stElementContainer]");
  const show = (seen) => {
    // Without a line there is no gap either.
    if (place) place.style.display = seen ? "none" : "";
    root.hidden = seen;
  };
  const button = (label, answer) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.className = answer;
    made.onclick = () => {
      remember();
      show(true);
      setTriggerValue("go", answer);
    };
    return made;
  };
  const words = document.createElement("span");
  words.textContent = "First time here? A tour in seven steps.";
  root.replaceChildren(words, button("Take the tour", "start"), button("No, thanks", "decline"));
  show(seen());
}

// A browser may keep nothing; the visit then remembers.
function seen() {
  try {
    return localStorage.getItem(SEEN) !== null;
  } catch {
    return false;
  }
}

function remember() {
  try {
    localStorage.setItem(SEEN, "seen");
  } catch {}
}
