// Shows an SVG made by this project (never markup from a text) and reports which mark was chosen.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  root.innerHTML = `<div class="wide">${data.wide}</div><div class="narrow">${data.narrow}</div>`;
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
}
