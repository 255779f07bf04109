// The keyboard.

const KEYS = [
  ["j", "k", "Next and previous finding"],
  ["]", "[", "Next and previous entry"],
  ["↓", "↑", "The same as j and k, in the table"],
  ["Home", "End", "First and last finding, in the table"],
  ["/", "", "Search"],
  ["Esc", "", "Clear the search, close the entry, clear the filter"],
  ["Tab", "", "On to the next button, mark or frame; Enter or the space bar selects"],
  ["?", "", "This list"],
];
const ACTIONS = {
  j: () => move(1),
  k: () => move(-1),
  "]": () => moveEntry(1),
  "[": () => moveEntry(-1),
  "/": () => byId("search").select(),
  "?": () => byId("keys").showModal(),
};
const IN_TABLE = {
  ArrowDown: () => move(1),
  ArrowUp: () => move(-1),
  PageDown: () => move(10),
  PageUp: () => move(-10),
  Home: () => move(-Infinity),
  End: () => move(Infinity),
  Enter: () => select(cursor, "table"),
  " ": () => select(cursor, "table"),
};

function makeKeys() {
  const dialog = byId("keys");
  dialog.append(
    element("h2", { id: "keys-heading" }, "Keys"),
    element("dl", {}, KEYS.map(([one, other, meaning]) =>
      element("div", {}, element("dt", {}, element("kbd", {}, one), other ? [" ", element("kbd", {}, other)] : null), element("dd", {}, meaning)))),
    element("form", { method: "dialog" }, element("button", {}, "Close")),
  );
  byId("show-keys").addEventListener("click", () => dialog.showModal());
  addEventListener("keydown", onKey);
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || byId("keys").open) return;
  if (event.key === "Escape") return escape();
  const target = event.target;
  if (target.matches("input, select, textarea")) return;
  const action = (target.closest(".rows") && IN_TABLE[event.key]) || ACTIONS[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function escape() {
  const search = byId("search");
  if (document.activeElement === search && search.value) {
    filter.query = "";
    changed();
  } else if (selected !== null) close();
  else if (isFiltered()) clearFilters();
  else document.activeElement?.blur();
}
