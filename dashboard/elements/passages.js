// Lists passages; a click on one reports its number. All words are set as text.
export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".root");
  const make = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text !== undefined) element.textContent = text;
    return element;
  };
  const list = make("ol", `passages ${data.look}`);
  data.lines.forEach((line, number) => {
    const item = make("li");
    const open = make("button", "passage");
    open.type = "button";
    open.title = "Open the text at this place";
    const who = make("span", "who", line.who);
    who.dir = "auto";
    who.style.setProperty("--text-colour", line.colour);
    const words = make("span", "words");
    words.dir = "auto";
    words.append(make("span", "left", line.left), make("b", "", line.node), make("span", "right", line.right));
    open.append(who, make("span", "place", line.place), words);
    open.onclick = () => setTriggerValue("open", String(number));
    item.append(open);
    list.append(item);
  });
  root.replaceChildren(list);
}
