// Sets one passage as text, its telling words as marks.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  root.dir = "auto";
  root.style.setProperty("--own", data.own || "transparent");
  root.style.setProperty("--other", data.other || "transparent");
  if (data.own) root.style.setProperty("--rule", data.own);
  else root.style.removeProperty("--rule");
  root.replaceChildren(
    ...data.pieces.map(([kind, words]) => {
      const piece = document.createElement(kind === "plain" ? "span" : "mark");
      if (kind !== "plain") piece.className = kind;
      piece.textContent = words;
      return piece;
    }),
  );
}
