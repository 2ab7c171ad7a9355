// Saves the picture of the exhibit this stands in: what is on the screen, with title, words and receipt, as SVG or PNG.
const SVG = "http://www.w3.org/2000/svg";
const MARGIN = 28;
const FAMILIES = /Source (Sans|Serif)/;
let fonts = null;

export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".root");
  const button = (label, save) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = label;
    made.onclick = async () => {
      const picture = compose(layers(root), data, (await (fonts ??= embeddedFonts())));
      if (picture) await save(picture);
    };
    return made;
  };
  root.replaceChildren(
    button("Save SVG", (picture) => download(new Blob([text(picture)], { type: "image/svg+xml" }), data.title, "svg")),
    button("Save PNG", async (picture) => download(await bitmap(picture), data.title, "png")),
  );
}

// The SVG layers of the nearest exhibit: those of a Plotly chart, or the one of a drawing, which has a shadow root.
function layers(root) {
  const exhibit = (root.getRootNode().host ?? root).closest('[class*="st-key-exhibit_"]');
  if (!exhibit) return [];
  const chart = exhibit.querySelector(".js-plotly-plot");
  if (chart) return [...chart.querySelectorAll(".svg-container > .main-svg, .svg-container > .svg-container > .main-svg")];
  for (const host of exhibit.querySelectorAll("*")) {
    const drawing = host.shadowRoot?.querySelector("svg[data-picture], .root > svg");
    if (drawing) return [drawing];
  }
  return [];
}

function compose(found, data, faces) {
  if (!found.length) return null;
  const box = found[0].viewBox.baseVal;
  const drawn = box && box.width ? { width: box.width, height: box.height } : found[0].getBoundingClientRect();
  const style = getComputedStyle(document.querySelector("[data-testid=stApp]"));
  const width = Math.max(drawn.width, 480);
  const ink = style.color;
  const title = wrapped(data.title, 20, width, "600", '"Source Serif", Georgia, serif', ink);
  const words = wrapped(data.words, 13.5, width, "400", '"Source Sans", "Helvetica Neue", Arial, sans-serif', ink);
  const receipt = wrapped(data.receipt, 10.5, width, "400", '"Source Sans", "Helvetica Neue", Arial, sans-serif', ink, 0.8);
  const top = MARGIN + title.height + 10;
  const foot = top + drawn.height + 14;
  const height = foot + words.height + 10 + receipt.height + MARGIN - 8;
  const picture = element("svg", { xmlns: SVG, width: width + 2 * MARGIN, height, viewBox: `0 0 ${width + 2 * MARGIN} ${height}` });
  picture.append(element("title", {}, data.title), element("desc", {}, `${data.words} ${data.receipt}`));
  picture.append(element("style", {}, faces));
  picture.append(element("rect", { width: "100%", height: "100%", fill: style.backgroundColor }));
  const at = (y, ...children) => {
    const group = element("g", { transform: `translate(${MARGIN} ${y})` });
    group.append(...children);
    picture.append(group);
  };
  at(MARGIN, ...title.lines);
  at(top, ...found.map((layer) => still(layer, drawn)));
  at(foot, ...words.lines);
  at(foot + words.height + 10, ...receipt.lines);
  return picture;
}

// A copy of a layer that stands without the page's style sheet.
function still(layer, { width, height }) {
  const copy = layer.cloneNode(true);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.removeAttribute("style");
  copy.removeAttribute("class");
  copy.querySelectorAll("[data-unformatted]").forEach((part) => part.removeAttribute("data-unformatted"));
  copy.querySelectorAll(".drag, .draglayer, .hoverlayer, .selectionlayer, .zoomlayer").forEach((part) => part.remove());
  return copy;
}

// The page's own faces as a style sheet that needs no file: elsewhere other fonts would cut or overlap the labels.
async function embeddedFonts() {
  const rules = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => ({ rule, sheet }));
    } catch {
      return [];
    }
  });
  const wanted = rules.filter(({ rule }) => FAMILIES.test(rule.style.fontFamily) && rule.style.fontStyle !== "italic");
  const faces = await Promise.all(wanted.map(({ rule, sheet }) => embedded(rule, sheet.href ?? document.baseURI)));
  return [...new Set(faces)].join("\n");
}

async function embedded(rule, base) {
  const address = /url\(["']?([^"')]+)/.exec(rule.style.src || rule.cssText)?.[1];
  if (!address) return "";
  const bytes = new Uint8Array(await (await fetch(new URL(address, base))).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  const { fontFamily, fontWeight, fontStyle } = rule.style;
  return `@font-face { font-family: ${fontFamily}; font-weight: ${fontWeight || "normal"}; font-style: ${fontStyle || "normal"}; src: url(data:font/woff2;base64,${btoa(binary)}) format("woff2"); }`;
}

function wrapped(words, size, width, weight, family, fill, opacity = 1) {
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px ${family}`;
  const rows = [""];
  for (const word of words.split(/\s+/)) {
    const longer = `${rows.at(-1)} ${word}`.trim();
    if (rows.at(-1) && pen.measureText(longer).width > width) rows.push(word);
    else rows[rows.length - 1] = longer;
  }
  const style = { "font-size": size, "font-weight": weight, "font-family": family, fill, "fill-opacity": opacity };
  const lines = rows.map((row, number) => element("text", { x: 0, y: size * (1 + 1.35 * number), ...style }, row));
  return { lines, height: size * 1.35 * rows.length };
}

function element(name, attributes, content) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) if (key !== "xmlns") made.setAttribute(key, value);
  if (content !== undefined) made.textContent = content;
  return made;
}

const text = (picture) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}`;

async function bitmap(picture) {
  const scale = 3;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = picture.getAttribute("width") * scale;
  canvas.height = picture.getAttribute("height") * scale;
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

function download(blob, title, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
