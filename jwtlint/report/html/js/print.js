// Paper shows every entry that the filter leaves, with all cards open.

let before = null;

function makePrint() {
  addEventListener("beforeprint", printAll);
  addEventListener("afterprint", printed);
  matchMedia("print").addEventListener("change", (event) => (event.matches ? printAll() : printed()));
}

function printAll() {
  if (before) return;
  const closed = [...byId("unchecked").querySelectorAll("details:not([open])")];
  before = { closed, opened: new Set(opened) };
  for (const one of closed) one.open = true;
  for (const facet of CHARTS) opened.add(facet);
  changed();
  const kept = new Set(shownIndexes);
  const numbers = [...new Set(shownIndexes.map((index) => findings[index].entry))];
  const told = isFiltered() ? `${formatted(kept.size)} of ${counted(findings.length, "finding")}: ${filterInWords()}` : counted(kept.size, "finding");
  byId("printed").replaceChildren(element("p", { class: "told" }, told), ...numbers.map((number) => printedEntry(number, kept)));
}

// Puts the page back as it was.
function printed() {
  if (!before) return;
  for (const one of before.closed) one.open = false;
  for (const facet of CHARTS) if (!before.opened.has(facet)) opened.delete(facet);
  before = null;
  byId("printed").replaceChildren();
  changed();
}

function printedEntry(number, kept) {
  const view = entryView(number, () => {});
  const first = entries[number].first;
  const cards = view.cards.filter((_, place) => kept.has(first + place));
  for (const card of cards) {
    card.expand(true);
    for (const part of card.querySelectorAll(".documentation")) part.remove();
  }
  view.list.replaceChildren(...cards);
  const heading = headingOf(number);
  for (const node of [...heading, ...view.list.querySelectorAll("[id]")]) node.removeAttribute("id");
  return element("section", { class: "printed-entry" }, heading, view.content, view.list);
}

function filterInWords() {
  const words = NAMES.flatMap((name) => [...filter.chosen[name]].map((value) => named(name, value)));
  if (filter.fixable) words.push("fixable");
  if (filter.query.trim()) words.push(`“${filter.query.trim()}”`);
  return words.join(", ");
}
