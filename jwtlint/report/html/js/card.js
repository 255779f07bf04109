// A finding in full: what is wrong, what to do, the fix, other places, and the rule behind it.

const SAFETIES = { safe: "safe: --fix makes it", unsafe: "wants a look: --unsafe-fixes makes it" };
const EXAMPLES = { bad: "Reported", fixed: "What a fix makes of it", good: "Not reported" };

function cardOf(index, pictures, onSelect, onRelated) {
  const finding = findings[index];
  const number = numberOf(index);
  const id = `card-${index}`;
  const body = element("div", { class: "body", id, hidden: true });
  const head = element(
    "button",
    { type: "button", class: "head", "aria-expanded": "false", "aria-controls": id, click: () => onSelect([index]) },
    element("span", { class: `number ${finding.severity}` }, String(number + 1)),
    element("span", { class: "what" },
      element("span", { class: "rule" }, severityTag(finding.severity), " ", element("b", {}, finding.rule), ` ${rules[finding.rule].name}`),
      element("span", { class: "message" }, finding.message)),
  );
  const card = element("article", { class: `card ${finding.severity}`, "data-finding": number }, element("h4", {}, head), body);
  card.expand = (open) => {
    if (open && !body.firstChild) body.append(...bodyOf(index, pictures, onRelated).filter(Boolean));
    body.hidden = !open;
    head.setAttribute("aria-expanded", String(open));
    card.classList.toggle("lit", open);
  };
  return card;
}

function bodyOf(index, pictures, onRelated) {
  const finding = findings[index];
  const card = details(finding.entry).cards[numberOf(index)];
  return [
    closeUp(numberOf(index), pictures),
    card.remedy && element("p", { class: "remedy" }, element("b", {}, "What to do: "), card.remedy, "."),
    finding.words && element("p", { class: "words" }, element("span", { class: "label" }, "Words"), element("q", { dir: "auto" }, finding.words)),
    card.fix && fixOf(card.fix),
    card.related && element("div", { class: "related" },
      element("span", { class: "label" }, "See also"),
      element("ul", {}, card.related.map((one, place) => relatedOf(one, () => onRelated(numberOf(index), place))))),
    element("p", { class: "place" },
      element("span", { class: "label" }, "Place"),
      link(card.file.link, card.file.name),
      finding.place && !card.file.name.endsWith(finding.place) ? `, ${finding.place}` : null,
      card.certainty ? ` · ${card.certainty}` : null),
    ruleOf(finding.rule),
  ];
}

function relatedOf(related, onRelated) {
  return element(
    "li", {},
    element("button", { type: "button", class: "plain", click: onRelated }, related.place || related.file.name),
    ` ${related.note}`,
    related.words ? [": ", element("q", { dir: "auto" }, related.words)] : null,
  );
}

function fixOf(fix) {
  return element(
    "div", { class: "fix" },
    element("p", {}, element("span", { class: "label" }, "Fix"), fix.title, " ", element("small", {}, `(${SAFETIES[fix.safety]})`)),
    fix.edits.map((edit) => element("pre", { class: "diff", dir: "auto" },
      edit.old === undefined ? null : element("span", { class: "old" }, "- ", edit.before, element("del", {}, edit.old), edit.after, "\n"),
      element("span", { class: "new" }, "+ ", edit.before || "", element("ins", {}, edit.new), edit.after || ""))),
  );
}

function ruleOf(id) {
  const rule = rules[id];
  const page = link(rule.page, `${id} on its page`);
  if (!rule.summary) return element("p", { class: "rule-page" }, page);
  return element(
    "details", { class: "documentation" },
    element("summary", {}, `About ${id} ${rule.name}`),
    element("p", {}, withCode(rule.summary)),
    rule.why.map((part) => element("p", {}, withCode(part))),
    rule.examples.map((example) => element(
      "figure", { class: `example ${example.kind}` },
      element("figcaption", {}, EXAMPLES[example.kind] || example.kind),
      element("pre", { dir: "auto" }, example.pieces.map((piece, place) => (place % 2 ? element("mark", {}, piece) : piece))))),
    element("p", { class: "rule-page" }, page),
  );
}
