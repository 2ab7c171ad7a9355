// Lists the lines of a text with their roles; a click gives a line the chosen role and reports it. Words are set as text.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const label = (role) => data.roles.find((each) => each.name === role).label;
  const brushes = make("div", "brushes");
  brushes.setAttribute("role", "group");
  brushes.setAttribute("aria-label", "The role that a click gives");
  let brush = root.dataset.brush || "body";
  data.roles.forEach((role) => {
    const button = make("button", `brush ${role.name}`);
    button.type = "button";
    button.append(make("span", "name", role.label), make("span", "count", role.count));
    button.title = role.explanation;
    button.onclick = () => choose(role.name);
    button.dataset.role = role.name;
    brushes.append(button);
  });
  const choose = (role) => {
    brush = root.dataset.brush = role;
    brushes.querySelectorAll("button").forEach((button) => {
      button.setAttribute("aria-pressed", String(button.dataset.role === role));
    });
  };
  choose(brush);
  const list = make("ol", "lines");
  data.lines.forEach((line) => {
    const item = make("li");
    const button = make("button", `line ${line.role}${line.joins ? " joins" : ""}`);
    button.type = "button";
    const why = make("span", "why", label(line.role));
    if (line.rule) why.append(make("span", "rule", line.rule));
    const words = make("span", "words", line.text);
    words.dir = "auto";
    button.append(make("span", "number", String(line.number + 1)), why, words);
    button.setAttribute("aria-label", `Line ${line.number + 1}, ${label(line.role)}: ${line.text.slice(0, 80)}`);
    button.onclick = () => setTriggerValue("given", JSON.stringify({ line: line.number, role: line.role === brush ? "body" : brush }));
    item.append(button);
    list.append(item);
  });
  const scrolled = root.querySelector(".lines")?.scrollTop ?? 0;
  const same = root.dataset.text === data.text;
  root.dataset.text = data.text;
  root.replaceChildren(brushes, list);
  list.scrollTop = same ? scrolled : 0;
}
