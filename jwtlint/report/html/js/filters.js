// Which findings are shown, in which order; and the address of the page, which remembers it.

const FACETS = {
  severity: { title: "Severity", of: (finding) => finding.severity },
  family: { title: "Family", of: (finding) => rules[finding.rule].family },
  rule: { title: "Rule", of: (finding) => finding.rule },
  language: { title: "Language", of: (finding) => entries[finding.entry].language },
  style: { title: "Style", of: (finding) => entries[finding.entry].style },
  file: { title: "File", of: (finding) => entries[finding.entry].file },
};
const NAMES = Object.keys(FACETS);
const NOT_STATED = "not stated";
const COMPARED = {
  severity: (finding) => SEVERITIES.indexOf(finding.severity),
  rule: (finding) => finding.rule,
  message: (finding) => finding.message.toLowerCase(),
  entry: (finding) => entries[finding.entry].title.toLowerCase(),
};

const filter = { chosen: {}, fixable: false, query: "", sort: "", down: false };
for (const name of NAMES) filter.chosen[name] = new Set();

const valuesOf = {};
for (const name of NAMES) valuesOf[name] = findings.map(FACETS[name].of);
let searched = null;

// The indexes that are shown, and of each facet how many findings each value would show.
function matching() {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length && !searched) searched = findings.map(searchable);
  const active = NAMES.filter((name) => filter.chosen[name].size);
  const counts = Object.fromEntries(NAMES.map((name) => [name, new Map()]));
  const shown = [];
  findings.forEach((finding, index) => {
    if (filter.fixable && !finding.fix) return;
    if (!words.every((word) => searched[index].includes(word))) return;
    const against = active.filter((name) => !filter.chosen[name].has(valuesOf[name][index]));
    if (against.length > 1) return;
    if (!against.length) shown.push(index);
    for (const name of against.length ? against : NAMES) {
      const value = valuesOf[name][index];
      counts[name].set(value, (counts[name].get(value) || 0) + 1);
    }
  });
  return { shown: sorted(shown), counts };
}

function searchable(finding) {
  const entry = entries[finding.entry];
  return [finding.message, finding.words, ruleName(finding), entry.title, entry.id, entry.file]
    .join("\n").toLowerCase();
}

function sorted(indexes) {
  const key = COMPARED[filter.sort];
  if (!key) return indexes;
  const keys = new Map(indexes.map((index) => [index, key(findings[index])]));
  const sign = filter.down ? -1 : 1;
  return indexes.sort((one, other) => {
    const [first, second] = [keys.get(one), keys.get(other)];
    return first < second ? -sign : first > second ? sign : one - other;
  });
}

function named(facet, value) {
  if (facet === "rule") return `${value} ${rules[value]?.name ?? ""}`.trim();
  return value || NOT_STATED;
}

function toggle(facet, value) {
  const chosen = filter.chosen[facet];
  if (!chosen.delete(value)) chosen.add(value);
  changed();
}

function clearFilters() {
  for (const name of NAMES) filter.chosen[name].clear();
  filter.fixable = false;
  filter.query = "";
  changed();
}

function isFiltered() {
  return filter.fixable || filter.query.trim() !== "" || NAMES.some((name) => filter.chosen[name].size);
}

// The address: #severity=error&rule=FLW120&q=words&sort=rule&finding=NAME

function written(selected) {
  const address = new URLSearchParams();
  for (const name of NAMES) for (const value of filter.chosen[name]) address.append(name, value);
  if (filter.fixable) address.set("fixable", "yes");
  if (filter.query.trim()) address.set("q", filter.query.trim());
  if (filter.sort) address.set("sort", (filter.down ? "-" : "") + filter.sort);
  if (selected !== null) address.set("finding", findings[selected].name);
  return address.toString();
}

// Takes over the filter that the address says; returns the finding that it names, or null.
function readAddress() {
  const address = new URLSearchParams(location.hash.slice(1));
  for (const name of NAMES) filter.chosen[name] = new Set(address.getAll(name));
  filter.fixable = address.get("fixable") === "yes";
  filter.query = address.get("q") || "";
  const sort = address.get("sort") || "";
  filter.down = sort.startsWith("-");
  filter.sort = Object.hasOwn(COMPARED, sort.replace("-", "")) ? sort.replace("-", "") : "";
  const index = byName.get(address.get("finding"));
  return index === undefined ? null : index;
}
