// Sets a whole text as text, roles by class, hits as marks, and moves to the place asked for.
const TAGS = { heading: ["h3", "h4", "h5"] };
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.style.setProperty("--text-colour", data.colour);
  let target = null;
  const blocks = data.blocks.map((block) => {
    const tag = TAGS[block.role] ? TAGS[block.role][Math.min(block.level, 3) - 1] || "h5" : "p";
    const element = document.createElement(tag);
    element.className = `block ${block.role}`;
    element.dir = "auto";
    if (block.number) element.dataset.number = block.number;
    for (const [kind, words] of block.pieces) {
      const piece = document.createElement(kind === "hit" || kind === "here" ? "mark" : kind === "note" ? "sup" : "span");
      piece.textContent = words;
      if (kind === "here") {
        piece.className = "here";
        target = piece;
      }
      element.append(piece);
    }
    if (block.target && !target) target = element;
    return element;
  });
  root.replaceChildren(...blocks);
  root.classList.toggle("pane", data.pane);
  if (data.pane) Object.assign(root, { tabIndex: 0, role: "region", ariaLabel: data.name });
  if (target) requestAnimationFrame(() => show(root, target, data.pane));
}

function show(root, target, pane) {
  if (!pane) return target.scrollIntoView({ block: "center" });
  const above = target.getBoundingClientRect().top - root.getBoundingClientRect().top;
  root.scrollTop += above - root.clientHeight / 3;
}
