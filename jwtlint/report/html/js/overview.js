// The run in numbers and bars. Every bar is a button that filters.

const FEW = 7;
const NUMBERS = [
  ["fixable", "fixable", "with --fix"],
  ["fixable_unsafe", "more fixable", "with --unsafe-fixes"],
  ["fixed", "fixed", "in this run"],
  ["suppressed", "suppressed", "on purpose"],
  ["baselined", "in the baseline", "known before"],
  ["unconfirmed", "hidden", "read too unsurely"],
];
const CHARTS = ["family", "rule", "language", "style"];
const opened = new Set();

function showVerdict() {
  document.title = `jwtlint: ${overview.verdict}`;
  byId("version").append(overview.version);
}

function showNumbers(counts) {
  const total = SEVERITIES.reduce((sum, severity) => sum + (counts.severity.get(severity) || 0), 0);
  const bar = element("div", { class: "stacked", "aria-hidden": "true" });
  const buttons = SEVERITIES.map((severity) => {
    const count = counts.severity.get(severity) || 0;
    const part = element("span", { class: severity });
    part.style.flexGrow = count;
    if (count) bar.append(part);
    return element(
      "button",
      {
        type: "button", class: `severity ${severity}`, "data-value": severity,
        "aria-pressed": String(filter.chosen.severity.has(severity)),
        click: () => toggle("severity", severity),
      },
      element("strong", {}, formatted(count)),
      ` ${count === 1 ? severity : `${severity}s`}`,
    );
  });
  const { summary } = overview;
  const facts = [
    [summary.files, "checked", summary.files === 1 ? "file" : "files"],
    [entries.length, "with findings", entries.length === 1 ? "entry" : "entries"],
    ...NUMBERS.filter(([key]) => summary[key]).map(([key, label, how]) => [summary[key], label, how]),
    ...(overview.failures.length ? [[overview.failures.length, "not checked", "see below"]] : []),
  ];
  byId("numbers").replaceChildren(
    element("div", { class: "severities", role: "group", "aria-label": "Findings by severity" }, buttons, total ? bar : null),
    element("dl", { class: "facts" }, facts.map(([count, label, how]) =>
      element("div", {}, element("dt", {}, label, " ", element("small", {}, how)), element("dd", {}, formatted(count))))),
  );
}

function showCharts(counts) {
  const charts = CHARTS.map((facet) => chart(facet, counts[facet]));
  byId("charts").replaceChildren(...charts.filter(Boolean));
}

function chart(facet, counts) {
  const all = new Set(valuesOf[facet]);
  if (!all.size || (all.size === 1 && all.has(""))) return null;
  const rows = [...all].map((value) => [value, counts.get(value) || 0]);
  rows.sort((one, other) => other[1] - one[1] || (named(facet, one[0]) < named(facet, other[0]) ? -1 : 1));
  const most = Math.max(1, rows[0][1]);
  const shown = opened.has(facet) ? rows : rows.filter(([value], place) => place < FEW || filter.chosen[facet].has(value));
  const heading = `By ${FACETS[facet].title.toLowerCase()}`;
  const more = rows.length > FEW && element(
    "button",
    {
      type: "button", class: "plain more", "aria-expanded": String(opened.has(facet)),
      click: () => {
        if (!opened.delete(facet)) opened.add(facet);
        changed();
        byId("charts").querySelector(`[data-chart=${facet}] .more`).focus();
      },
    },
    opened.has(facet) ? "Show fewer" : `Show all ${formatted(rows.length)}`,
  );
  return element(
    "section", { class: "chart", "data-chart": facet },
    element("h3", {}, heading),
    element("ul", {}, shown.map(([value, count]) => element("li", {}, bar(facet, value, count, most)))),
    more || null,
  );
}

function bar(facet, value, count, most) {
  const track = element("span", { class: "bar", "aria-hidden": "true" });
  track.style.width = `${(100 * count) / most}%`;
  return element(
    "button",
    {
      type: "button", "data-value": value, "aria-pressed": String(filter.chosen[facet].has(value)),
      click: () => {
        toggle(facet, value);
        refocus(facet, value);
      },
    },
    element("span", { class: "label" }, named(facet, value)),
    element("span", { class: "count" }, formatted(count)),
    element("span", { class: "track", "aria-hidden": "true" }, track),
  );
}

// Drawing the charts anew takes the focus from the bar that was pressed.
function refocus(facet, value) {
  const bars = byId("charts").querySelectorAll(`[data-chart=${facet}] [data-value]`);
  [...bars].find((one) => one.dataset.value === value)?.focus();
}

function showUnchecked() {
  const parts = [];
  if (overview.failures.length) {
    parts.push(disclosure("Could not be checked", overview.failures.length, true, overview.failures.map((one) =>
      element("li", {}, one.file ? [element("b", {}, one.file), ": "] : null, one.reason))));
  }
  if (overview.gates.length) {
    const missed = overview.gates.filter((one) => one.holds === false).length;
    parts.push(disclosure(missed ? "Gates, missed" : "Gates, which hold", missed || overview.gates.length, missed > 0, overview.gates.map((one) =>
      element("li", {}, one.holds === false ? element("b", {}, "missed: ") : null, one.verdict))));
  }
  if (overview.not_run.length) {
    const count = new Set(overview.not_run.flatMap((one) => one.rules)).size;
    parts.push(disclosure("Rules that did not run everywhere", count, false, overview.not_run.map((one) =>
      element("li", {}, element("b", {}, one.reason), ` (${counted(one.files, "file")}): `, one.rules.join(", ")))));
  }
  if (overview.notices.length) {
    parts.push(disclosure("Notes on the run", overview.notices.length, false, overview.notices.map((one) =>
      element("li", {}, one.file ? [element("b", {}, one.line ? `${one.file}:${one.line}` : one.file), ": "] : null, one.message))));
  }
  byId("unchecked").append(...parts);
}

function disclosure(title, count, open, items) {
  return element("details", { open }, element("summary", {}, title, " ", element("span", { class: "count" }, formatted(count))), element("ul", {}, items));
}
