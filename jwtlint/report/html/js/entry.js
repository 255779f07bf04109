// An entry: its text with marks, its pictures with frames, and a card for each finding.

// Draws an entry into new elements. `onSelect` is called with the indexes of findings that share a place.
function entryView(number, onSelect) {
  const entry = entries[number];
  const { lines, pictures, cards } = details(number);
  const view = { number, cards: [], places: [], lit: null };
  const onRelated = (finding, place) => view.places[finding]?.related[place]?.scrollIntoView({ block: "center" });
  view.cards = cards.map((_, finding) => cardOf(entry.first + finding, pictures, onSelect, onRelated));
  const content = [
    pictures.map((picture) => pictureOf(picture, entry.first, onSelect)),
    lines.length ? element("div", { class: "text", role: "group", "aria-label": "Text of the entry" }, lines.map((line) => lineOf(line, entry.first, onSelect))) : null,
  ];
  view.content = element("div", { class: "content" }, content);
  view.list = element("div", { class: "cards", role: "group", "aria-label": "Findings of the entry" }, view.cards);
  view.places = view.cards.map(() => ({ own: [], related: [] }));
  for (const node of view.content.querySelectorAll("[data-findings]")) {
    for (const one of numbers(node.dataset.findings)) view.places[one].own.push(node);
    for (const one of numbers(node.dataset.related)) view.places[one].related.push(node);
  }
  for (const { own } of view.places) own[0]?.setAttribute("tabindex", 0);
  view.places.forEach(numberMark);
  return view;
}

function numbers(text) {
  return text ? text.split(" ").map(Number) : [];
}

// Marks that a finding is cut into have its number but once, at its end.
function numberMark({ own }, number) {
  const last = own.filter((node) => node.matches("mark")).at(-1);
  if (last) last.dataset.numbers = last.dataset.numbers ? `${last.dataset.numbers},${number + 1}` : number + 1;
}

function lineOf([number, ...pieces], first, onSelect) {
  if (number === null) return element("p", { class: "left-out" }, `${counted(pieces[0], "character")} without findings left out`);
  const line = element("div", { class: "line" }, element("span", { class: "line-number", "aria-hidden": "true", "data-number": number }));
  const words = element("span", { class: "line-text", dir: "auto" });
  for (const piece of pieces) words.append(typeof piece === "string" ? piece : markOf(piece, first, onSelect));
  line.append(words);
  return line;
}

function markOf([words, flagged, related], first, onSelect) {
  const names = { "data-findings": flagged.join(" "), "data-related": related.join(" ") };
  const point = words ? "" : " point";
  if (!flagged.length) return element("span", { class: `mentioned${point}`, ...names }, words);
  const own = flagged.map((number) => first + number);
  const act = () => onSelect(own);
  return element(
    "mark",
    {
      class: worstOf(own) + point, role: "button", tabindex: -1, ...names,
      "aria-label": `${words || "here"}: ${own.map((index) => ruleName(findings[index])).join("; ")}`,
      click: act, keydown: (event) => pressed(event, act),
    },
    words,
  );
}

function pressed(event, act) {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  act();
}

// Lights up one finding of the view. `from` says where it was chosen, which need not be scrolled to.
function light(view, number, from) {
  if (view.lit !== null) setLight(view, view.lit, false);
  setLight(view, number, true);
  view.lit = number;
  const { own } = view.places[number];
  if (from !== "content") own[0]?.scrollIntoView({ block: "center", inline: "center" });
  if (from !== "card") view.cards[number].scrollIntoView({ block: "nearest" });
}

function setLight(view, number, on) {
  view.cards[number].expand(on);
  for (const node of view.places[number].own) node.classList.toggle("lit", on);
  for (const node of view.places[number].related) node.classList.toggle("related-lit", on);
}

function headingOf(number) {
  const entry = entries[number];
  const facts = [entry.id && entry.id !== entry.title ? entry.id : "", entry.language, entry.style].filter(Boolean);
  return [
    element("h3", { id: "entry-heading", tabindex: -1, dir: "auto" }, entry.title),
    element("p", { class: "facts-of-entry" }, link(entry.link, entry.file), facts.map((fact) => [" · ", fact]), ` · ${counted(entry.findings, "finding")}`),
  ];
}
