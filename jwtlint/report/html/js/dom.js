// Elements. Text of strangers only ever becomes a text node, or the value of an attribute that is no code.

const SVG = "http://www.w3.org/2000/svg";
const OPENED = new Set(["http:", "https:", "file:"]);

function byId(id) {
  return document.getElementById(id);
}

function element(name, attributes = {}, ...children) {
  return filled(document.createElement(name), attributes, children);
}

function drawing(name, attributes = {}, ...children) {
  return filled(document.createElementNS(SVG, name), attributes, children);
}

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") node.addEventListener(name, value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(name, value);
  }
  node.append(...children.flat(2).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
  return node;
}

// A link that leaves the page; mere text where the address is none that may be opened.
function link(address, ...children) {
  if (!address || !OPENED.has(new URL(address, location.href).protocol)) return element("span", {}, ...children);
  return element("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function counted(number, noun, plural = `${noun}s`) {
  return `${formatted(number)} ${number === 1 ? noun : plural}`;
}

function formatted(number) {
  return number.toLocaleString("en");
}

// Text in which `backticks` set off code.
function withCode(text) {
  return text.split("`").map((part, index) => (index % 2 ? element("code", {}, part) : part));
}
