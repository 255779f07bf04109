// Puts the page together, and keeps what is shown in step with what is chosen.

let selected = null;
let view = null;
let remembering = null;

function makeFilters() {
  const search = element("input", {
    type: "search", id: "search", placeholder: "Search findings, words, entries, files", "aria-label": "Search",
    autocomplete: "off", spellcheck: "false",
    input: () => {
      filter.query = search.value;
      changed();
    },
  });
  const menus = ["severity", ...CHARTS, "file"].map(menuOf).filter(Boolean);
  const fixable = element("input", { type: "checkbox", id: "fixable", change: () => {
    filter.fixable = fixable.checked;
    changed();
  } });
  byId("filters").append(
    element("div", { class: "fields" }, search, menus, element("label", { class: "check" }, fixable, " Fixable")),
    element("div", { class: "state" }, element("output", { id: "count", role: "status" }), element("span", { id: "chosen", class: "chosen" })),
  );
  byId("filters").addEventListener("submit", (event) => event.preventDefault());
}

function menuOf(facet) {
  const values = [...new Set(valuesOf[facet])];
  if (values.length < 2) return null;
  const order = facet === "severity" ? (value) => SEVERITIES.indexOf(value) : (value) => named(facet, value);
  values.sort((one, other) => (order(one) < order(other) ? -1 : 1));
  const menu = element("select", { "aria-label": FACETS[facet].title, "data-facet": facet, change: () => {
    filter.chosen[facet] = menu.value === "all" ? new Set() : new Set([values[Number(menu.value)]]);
    changed();
  } },
    element("option", { value: "all" }, `Any ${FACETS[facet].title.toLowerCase()}`),
    element("option", { value: "several", hidden: true, disabled: true }, "Several"),
    values.map((value, place) => element("option", { value: place }, named(facet, value))));
  menu.values = values;
  return menu;
}

function showFilters(shown) {
  const search = byId("search");
  if (search.value.trim() !== filter.query.trim()) search.value = filter.query;
  byId("fixable").checked = filter.fixable;
  for (const menu of byId("filters").querySelectorAll("select")) {
    const chosen = [...filter.chosen[menu.dataset.facet]];
    menu.value = !chosen.length ? "all" : chosen.length > 1 ? "several" : menu.values.indexOf(chosen[0]);
    menu.classList.toggle("active", chosen.length > 0);
  }
  byId("count").value = isFiltered() ? `${formatted(shown.length)} of ${counted(findings.length, "finding")}` : counted(findings.length, "finding");
  const chips = NAMES.flatMap((name) => [...filter.chosen[name]].map((value) => element(
    "button", { type: "button", class: "chip", "aria-label": `Remove ${named(name, value)}`, click: () => toggle(name, value) },
    named(name, value), element("span", { "aria-hidden": "true" }, " ×"))));
  if (isFiltered()) chips.push(element("button", { type: "button", class: "plain", click: clearFilters }, "Clear all"));
  byId("chosen").replaceChildren(...chips);
}

// Shows what the filter leaves. The address of the page follows.
function changed() {
  const { shown, counts } = matching();
  showNumbers(counts);
  showCharts(counts);
  showFilters(shown);
  showTable(shown);
  remember();
}

// A browser takes only so many changes of the address in a second.
function remember() {
  clearTimeout(remembering);
  remembering = setTimeout(() => {
    const address = written(selected);
    history.replaceState(null, "", address ? `#${address}` : location.pathname + location.search);
  }, 200);
}

// Opens a finding; `from` is where it was chosen: in the table, in the content of the entry, or on a card.
function select(index, from) {
  if (index === null) return;
  const before = selected;
  selected = cursor = index;
  const entry = findings[index].entry;
  const pane = byId("entry");
  if (before === null) {
    pane.hidden = false;
    byId("panes").classList.add("split");
    fillWindow();
  }
  if (view?.number !== entry) {
    view = entryView(entry, (indexes) => chosen(indexes));
    pane.replaceChildren(toolbar(), element("div", { class: "columns" }, view.content, view.list));
  }
  showPosition();
  light(view, numberOf(index), from);
  if (from === "table") {
    const focused = document.activeElement;
    revealRow();
    if (!pane.contains(focused)) focusRow();
  }
  drawRows();
  remember();
}

// The table and the entry get the whole window, the overview goes out at its top.
function fillWindow() {
  const top = byId("filters").parentNode.getBoundingClientRect().top;
  if (top > 0) scrollBy(0, top);
}

// Of findings that share a place, each click selects the next.
function chosen(indexes) {
  const next = indexes[(indexes.indexOf(selected) + 1) % indexes.length];
  const fromCard = document.activeElement?.closest(".cards");
  select(next, fromCard ? "card" : "content");
}

function close() {
  selected = view = null;
  byId("entry").hidden = true;
  byId("entry").replaceChildren();
  byId("panes").classList.remove("split");
  revealRow();
  focusRow();
  remember();
}

function toolbar() {
  const step = (label, action, key) => element("button", { type: "button", click: action, title: `${label} (${key})` }, label);
  return element(
    "header", { class: "entry-head" },
    element("div", { class: "entry-title" }, headingOf(view.number)),
    element("div", { class: "steps" },
      step("Previous", () => move(-1), "k"), element("span", { id: "position" }), step("Next", () => move(1), "j"), step("Close", close, "Esc")),
  );
}

function showPosition() {
  const place = places.get(selected);
  byId("position").replaceChildren(place === undefined ? "not in the filter" : `${formatted(place + 1)} of ${formatted(shownIndexes.length)}`);
}

// Goes to the first finding of the next entry, as they are shown.
function moveEntry(by) {
  let place = places.get(selected ?? cursor) ?? 0;
  const here = shownIndexes.length ? findings[shownIndexes[place]].entry : null;
  while (shownIndexes[place] !== undefined && findings[shownIndexes[place]].entry === here) place += by;
  const there = shownIndexes[place];
  if (there === undefined) return;
  while (by < 0 && shownIndexes[place - 1] !== undefined && findings[shownIndexes[place - 1]].entry === findings[there].entry) place -= 1;
  select(shownIndexes[place], "table");
}

function restore() {
  const index = readAddress();
  changed();
  if (index !== null) select(index, "table");
  else if (selected !== null) close();
}

makeTheme();
showVerdict();
showUnchecked();
makeFilters();
makeTable();
makeKeys();
makePrint();
new ResizeObserver(() => {
  document.documentElement.style.setProperty("--filters", `${byId("filters").offsetHeight}px`);
}).observe(byId("filters"));
addEventListener("hashchange", restore);
restore();
byId("report").setAttribute("aria-busy", "false");
