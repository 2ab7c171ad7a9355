// Saves the picture of the exhibit this stands in, made in the browser alone: what is on the screen, with title, words,
// receipt and metadata, as SVG or PNG.
const SVG = "http://www.w3.org/2000/svg";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const DC = "http://purl.org/dc/elements/1.1/";
const OWN = "urn:parallax:exhibit";
const GAP = 0.9;
const MM_PER_INCH = 25.4;
const OF_THE_SCREEN = ["role", "tabindex", "data-row", "data-unformatted", "data-math", "pointer-events"];
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
    button("Save PNG", async (picture) => download(await bitmap(picture, data), data.title, "png")),
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

// The sheet, laid out by the same measures as the files that the server makes (data.size).
function compose(found, data, faces) {
  if (!found.length) return null;
  const { px, mm, margin, title, words, receipt } = data.size;
  const room = px - 2 * margin;
  const box = found[0].viewBox.baseVal;
  const drawn = box && box.width ? { width: box.width, height: box.height } : found[0].getBoundingClientRect();
  const ground = getComputedStyle(document.querySelector("[data-testid=stApp]")).backgroundColor;
  const ink = getComputedStyle(document.querySelector("[data-testid=stApp]")).color;
  const serif = '"Source Serif", "Source Serif 4", Georgia, serif';
  const sans = '"Source Sans", "Source Sans 3", "Helvetica Neue", Arial, sans-serif';
  const head = wrapped(data.title, title, room, "600", serif, ink);
  const reading = wrapped(data.words, words, room, "400", sans, ink);
  const method = wrapped(data.receipt, receipt, room, "400", sans, ink, 0.75);
  const gap = words * GAP;
  const top = margin + head.height + gap;
  const scale = room / drawn.width;
  const foot = top + drawn.height * scale + gap;
  const height = Math.round(foot + reading.height + gap + method.height + margin);
  const picture = element("svg", { width: `${mm}mm`, height: `${((mm / px) * height).toFixed(2)}mm`, viewBox: `0 0 ${px} ${height}` });
  picture.append(element("title", {}, data.title), element("desc", {}, `${data.words} ${data.receipt}`));
  picture.append(metadata(data), element("style", {}, faces));
  picture.append(element("rect", { width: px, height, fill: ground }));
  const at = (y, lines) => {
    const group = element("g", { transform: `translate(${margin} ${y})` });
    group.append(...lines);
    picture.append(group);
  };
  at(margin, head.lines);
  const place = { x: margin, y: top, width: room, height: drawn.height * scale, viewBox: `0 0 ${drawn.width} ${drawn.height}` };
  const figure = element("svg", place);
  figure.append(...found.map((layer) => still(layer, drawn)));
  picture.append(figure);
  at(foot, reading.lines);
  at(foot + reading.height + gap, method.lines);
  return picture;
}

// Dublin Core, which drawing programs show, and our own fields beside it.
function metadata({ title, words, about, software }) {
  const made = element("metadata", {});
  const rdf = document.createElementNS(RDF, "rdf:RDF");
  const work = document.createElementNS(RDF, "rdf:Description");
  work.setAttributeNS(RDF, "rdf:about", "");
  const field = (space, name, value) => {
    const child = document.createElementNS(space, name);
    child.textContent = value;
    work.append(child);
  };
  const core = { title, description: words, source: about.Link, creator: software };
  for (const [name, value] of Object.entries(core)) field(DC, `dc:${name}`, value);
  for (const [name, value] of Object.entries(about)) field(OWN, `parallax:${name.toLowerCase()}`, value);
  rdf.append(work);
  made.append(rdf);
  return made;
}

// A copy of a layer that stands without the page's style sheet.
function still(layer, { width, height }) {
  const copy = layer.cloneNode(true);
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  copy.removeAttribute("style");
  for (const part of [copy, ...copy.querySelectorAll("*")]) OF_THE_SCREEN.forEach((name) => part.removeAttribute(name));
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
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (content !== undefined) made.textContent = content;
  return made;
}

const text = (picture) => `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(picture)}`;

async function bitmap(picture, data) {
  const scale = ((data.size.mm / MM_PER_INCH) * data.dpi) / data.size.px;
  const [, , width, height] = picture.getAttribute("viewBox").split(" ").map(Number);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text(picture))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  return described(new Uint8Array(await blob.arrayBuffer()), data);
}

// A PNG with its density and its metadata: chunks set in after the first one, which has always the same length.
function described(png, { title, words, about, software, dpi }) {
  const first = 8 + 25;
  const perMetre = Math.round((dpi / MM_PER_INCH) * 1000);
  const density = new Uint8Array(9);
  new DataView(density.buffer).setUint32(0, perMetre);
  new DataView(density.buffer).setUint32(4, perMetre);
  density[8] = 1;
  const fields = { Title: title, Description: words, Software: software, Source: about.Link, ...about };
  const letters = new TextEncoder();
  const texts = Object.entries(fields).map(([name, value]) => chunk("iTXt", letters.encode(`${name}\0\0\0\0\0${value}`)));
  return new Blob([png.slice(0, first), chunk("pHYs", density), ...texts, png.slice(first)], { type: "image/png" });
}

function chunk(kind, content) {
  const made = new Uint8Array(content.length + 12);
  const view = new DataView(made.buffer);
  view.setUint32(0, content.length);
  made.set(new TextEncoder().encode(kind), 4);
  made.set(content, 8);
  view.setUint32(content.length + 8, checksum(made.subarray(4, content.length + 8)));
  return made;
}

// The cyclic redundancy check of PNG.
function checksum(bytes) {
  let value = ~0;
  for (const byte of bytes) {
    value ^= byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
  }
  return ~value >>> 0;
}

function download(blob, title, ending) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = `${title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "")}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
