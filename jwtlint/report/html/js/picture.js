// A picture with a frame around each place that was found on it.

const BADGE = 11;
const AROUND = 250; // Frames keep a distance from what they surround, so that it can be read: this part of the width.
const USUAL = 640; // About how wide a picture is on paper, where nothing can be measured.

// `onSelect` is called with the numbers of the findings of a frame that was clicked or focused.
function pictureOf(picture, first, onSelect) {
  const name = picture.name.split(/[\\/]/).pop();
  const caption = element(
    "figcaption", {},
    picture.address ? sizeSwitch() : null,
    link(picture.link, name),
    picture.missing ? ` ${picture.missing}` : null,
    picture.fidelity ? element("small", {}, ` Text fidelity: ${picture.fidelity}`) : null,
  );
  if (!picture.address) return element("figure", { class: "picture" }, caption);
  const [width, height] = picture.size;
  const overlay = drawing("svg", { viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": "Places of findings" });
  for (const frame of picture.frames) overlay.append(frameOf(frame, first, width / AROUND, onSelect));
  const canvas = element(
    "div", { class: "canvas" },
    element("img", { src: picture.address, width, height, alt: `${name}, ${width} by ${height} pixels`, decoding: "async" }),
    overlay,
  );
  scaleBadges(overlay, width / Math.min(width, USUAL));
  new ResizeObserver(() => scaleBadges(overlay, width / (overlay.clientWidth || width))).observe(overlay);
  return element("figure", { class: "picture" }, element("div", { class: "window" }, canvas), caption);
}

// Between the width of the column and one at which small letters can be read.
function sizeSwitch() {
  const button = element("button", { type: "button", class: "plain", "aria-pressed": "false", click: () => {
    const large = button.closest(".picture").classList.toggle("large");
    button.setAttribute("aria-pressed", String(large));
  } }, "Enlarge");
  return button;
}

function frameOf(frame, first, gap, onSelect) {
  const left = frame.region[0] - gap;
  const top = frame.region[1] - gap;
  const box = { x: left, y: top, width: frame.region[2] + gap - left, height: frame.region[3] + gap - top, rx: gap };
  const own = frame.findings.map((number) => first + number);
  const rects = [drawing("rect", { ...box, class: "halo" }), drawing("rect", { ...box, class: "line" })];
  const numbers = { "data-findings": frame.findings.join(" "), "data-related": frame.related.join(" ") };
  if (!own.length) return drawing("g", { class: "frame related", ...numbers }, rects);
  const text = frame.findings.map((number) => number + 1).join(", ");
  const badge = drawing(
    "g", { class: "badge", transform: `translate(${left} ${top})` },
    drawing("g", { class: "unscaled" },
      drawing("rect", { x: -2, y: -BADGE - 7, width: 8 + 7 * text.length, height: BADGE + 6, rx: 3 }),
      drawing("text", { x: 2, y: -5 }, text)),
  );
  const act = () => onSelect(own);
  return drawing(
    "g",
    {
      class: `frame ${worstOf(own)}`, role: "button", tabindex: 0, ...numbers,
      "aria-label": own.map((index) => `${ruleName(findings[index])}, ${findings[index].place}: ${findings[index].message}`).join("; "),
      // A click focuses, too; it must not count twice.
      focus: (event) => event.currentTarget.matches(":focus-visible") && act(),
      click: act, keydown: (event) => pressed(event, act),
    },
    rects, badge,
  );
}

// Badges keep their size on the screen, however the picture is scaled.
function scaleBadges(overlay, scale) {
  for (const badge of overlay.querySelectorAll(".unscaled")) badge.setAttribute("transform", `scale(${scale})`);
}

// A close look at a place of a picture; null where there is none.
function closeUp(number, pictures) {
  for (const picture of pictures) {
    const frame = picture.address && picture.frames.find((one) => one.findings.includes(number));
    if (!frame) continue;
    const [left, top, right, bottom] = frame.region;
    const margin = Math.max(12, 0.6 * Math.min(right - left, bottom - top));
    const x = Math.max(0, left - margin);
    const y = Math.max(0, top - margin);
    const box = { x: left, y: top, width: right - left, height: bottom - top };
    const [width, height] = picture.size;
    const shown = [Math.min(width, right + margin) - x, Math.min(height, bottom + margin) - y];
    return drawing(
      "svg",
      { class: "close-up", viewBox: `${x} ${y} ${shown[0]} ${shown[1]}`, role: "img", "aria-label": "The place on the picture, enlarged" },
      drawing("image", { href: picture.address, width, height }),
      drawing("rect", { ...box, class: "line" }),
    );
  }
  return null;
}
