// All findings that the filter shows. Only the rows in view are in the page, so that thousands cost no more than ten.

const ROW = 64;
const SPARE = 6;
const COLUMNS = [["severity", "Severity"], ["rule", "Rule"], ["message", "Finding"], ["entry", "Entry"], ["", "Fix"]];
const FIXES = { safe: "Safe fix", unsafe: "Fix to review" };

let shownIndexes = [];
let places = new Map();
let rowsBody = null;
let cursor = null;

function makeTable() {
  rowsBody = element("div", { role: "rowgroup", class: "rows" });
  const heads = COLUMNS.map(([key, title], place) => element(
    "div", { role: "columnheader", "aria-colindex": place + 1, "data-sort": key || null },
    key ? element("button", { type: "button", click: () => sortBy(key) }, title) : title,
  ));
  byId("table").append(
    element("div", { role: "rowgroup", class: "heads" }, element("div", { role: "row", "aria-rowindex": 1 }, heads)),
    rowsBody,
  );
  byId("table").setAttribute("aria-colcount", COLUMNS.length);
  rowsBody.addEventListener("click", (event) => {
    const row = event.target.closest("[role=row]");
    if (row) select(Number(row.dataset.index), "table");
  });
  addEventListener("scroll", () => requestAnimationFrame(drawRows), { passive: true });
  addEventListener("resize", drawRows);
}

function sortBy(key) {
  if (filter.sort !== key) [filter.sort, filter.down] = [key, false];
  else if (!filter.down) filter.down = true;
  else [filter.sort, filter.down] = ["", false];
  changed();
}

function showTable(shown) {
  shownIndexes = shown;
  places = new Map(shown.map((index, place) => [index, place]));
  byId("table").setAttribute("aria-rowcount", shown.length + 1);
  rowsBody.style.height = `${shown.length * ROW}px`;
  for (const head of byId("table").querySelectorAll("[data-sort]")) {
    const order = filter.down ? "descending" : "ascending";
    head.setAttribute("aria-sort", head.dataset.sort === filter.sort ? order : "none");
  }
  const none = byId("none");
  none.hidden = shown.length > 0;
  none.replaceChildren(findings.length
    ? element("span", {}, "No finding matches. ", element("button", { type: "button", click: clearFilters }, "Clear the filter"))
    : "Nothing was found.");
  byId("table").hidden = !shown.length;
  if (!places.has(cursor)) cursor = shown.length ? shown[0] : null;
  drawRows();
}

function drawRows() {
  const top = rowsBody.getBoundingClientRect().top;
  const first = Math.max(0, Math.floor(-top / ROW) - SPARE);
  const last = Math.min(shownIndexes.length, Math.ceil((innerHeight - top) / ROW) + SPARE);
  const wanted = new Set(shownIndexes.slice(first, Math.max(first, last)));
  if (cursor !== null) wanted.add(cursor);
  const focused = rowsBody.contains(document.activeElement);
  const present = new Map([...rowsBody.children].map((row) => [Number(row.dataset.index), row]));
  for (const [index, row] of present) if (!wanted.has(index)) row.remove();
  let next = rowsBody.firstChild;
  for (const index of [...wanted].sort((one, other) => places.get(one) - places.get(other))) {
    const row = present.get(index) || rowOf(index);
    const place = places.get(index);
    if (row === next) next = next.nextSibling;
    else rowsBody.insertBefore(row, next);
    row.style.top = `${place * ROW}px`;
    row.setAttribute("aria-rowindex", place + 2);
    row.setAttribute("aria-selected", String(index === selected));
    row.tabIndex = index === cursor ? 0 : -1;
  }
  if (focused && !rowsBody.contains(document.activeElement)) focusRow();
}

function rowOf(index) {
  const finding = findings[index];
  const entry = entries[finding.entry];
  const where = finding.place ? `${finding.place} · ${entry.file}` : entry.file;
  const cells = [
    [severityTag(finding.severity)],
    [element("b", {}, finding.rule), element("small", {}, rules[finding.rule].name)],
    [
      element("span", { class: "message" }, finding.message),
      element("small", { class: "brief" }, `${ruleName(finding)} · ${entry.title}${finding.place ? ` · ${finding.place}` : ""}`),
    ],
    [element("span", { class: "title" }, entry.title), element("small", {}, where)],
    [finding.fix ? FIXES[finding.fix] : ""],
  ];
  return element("div", { role: "row", class: finding.severity, "data-index": index },
    cells.map((children, place) => element("div", { role: "gridcell", "aria-colindex": place + 1 }, children)));
}

function severityTag(severity) {
  return element("span", { class: `tag ${severity}` }, severity);
}

function focusRow() {
  rowsBody.querySelector(`[data-index="${cursor}"]`)?.focus({ preventScroll: true });
}

// Brings the row of the cursor into view, between the filters and the end of the window.
function revealRow() {
  if (!places.has(cursor)) return;
  const top = rowsBody.getBoundingClientRect().top + places.get(cursor) * ROW;
  const covered = byId("filters").offsetHeight + byId("table").firstChild.offsetHeight;
  if (top < covered) scrollBy(0, top - covered);
  else if (top + ROW > innerHeight) scrollBy(0, top + ROW - innerHeight + ROW / 2);
  drawRows();
}

// Goes so many findings on, as they are shown; where none is open, to the one that would be next to be opened.
function move(by) {
  if (!shownIndexes.length) return;
  const last = shownIndexes.length - 1;
  const from = selected === null ? places.get(cursor) : places.get(selected) ?? -1;
  const step = selected === null && Math.abs(by) === 1 ? 0 : by;
  select(shownIndexes[Math.min(Math.max(from + step, 0), last)], "table");
}
