// What the page was written with. An entry's own part is read when it is first shown.

const SEVERITIES = ["error", "warning", "info"];
const overview = parsed("overview");
const findings = parsed("findings");
const entries = overview.entries;
const rules = overview.rules;
const detailsOf = new Map();

function parsed(id) {
  return JSON.parse(byId(id).textContent);
}

function details(entry) {
  if (!detailsOf.has(entry)) detailsOf.set(entry, parsed(`entry-${entry}`));
  return detailsOf.get(entry);
}

// The findings of an entry follow each other; `first` is the index of the first.
let counter = 0;
for (const entry of entries) {
  entry.first = counter;
  counter += entry.findings;
}

// A finding keeps its name from report to report, so that a link to it does.
const byName = new Map();
findings.forEach((finding, index) => {
  let name = finding.key;
  for (let copy = 2; byName.has(name); copy += 1) name = `${finding.key}.${copy}`;
  byName.set(name, index);
  finding.name = name;
});

function numberOf(index) {
  return index - entries[findings[index].entry].first;
}

function worstOf(indexes) {
  return SEVERITIES.find((severity) => indexes.some((index) => findings[index].severity === severity));
}

function ruleName(finding) {
  return `${finding.rule} ${rules[finding.rule].name}`;
}
