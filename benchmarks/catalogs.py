"""Catalogs of synthetic entries, to measure what a run over many costs.

    python -m benchmarks.catalogs OUT [--entries 10000] [--form jsonl|json|csv|pages] [--seed 1]

Each entry is as long as one of a real catalog (about 4 KB), with its own components, flow, legend and metadata. One
in eight has a planted defect. No entry has a picture.
"""

import argparse
import csv
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

ACTORS = ("Browser", "Mobile App", "Smart TV", "Partner System", "Command Line", "Web Client", "Kiosk")
EDGES = ("CDN Edge", "Load Balancer", "API Gateway", "Reverse Proxy", "Rate Limiter", "Ingress")
SERVICES = (
    "Auth Service",
    "Order Service",
    "Billing Service",
    "Search Service",
    "Profile Service",
    "Media Service",
    "Report Service",
    "Notification Service",
    "Inventory Service",
    "Booking Service",
    "Ticket Service",
)
STORES = ("Database", "Cache", "Object Storage", "Search Index", "Event Log", "Job Queue", "Session Store")
THINGS = (
    "orders",
    "invoices",
    "profiles",
    "tickets",
    "bookings",
    "reports",
    "articles",
    "films",
    "payments",
    "shipments",
    "devices",
    "alerts",
    "messages",
    "photos",
    "coupons",
    "subscriptions",
    "reviews",
    "routes",
)
PLACES = (
    "warehouse",
    "clinic",
    "library",
    "airline",
    "museum",
    "school",
    "bakery",
    "hotel",
    "newsroom",
    "harbour",
    "stadium",
    "farm",
    "theatre",
    "bank",
    "festival",
    "garage",
    "pharmacy",
    "marketplace",
    "laboratory",
    "city",
)
STYLES = (
    "flat vector",
    "isometric",
    "hand-drawn whiteboard",
    "blueprint",
    "editorial",
    "dark-mode neon",
    "paper cut",
)
COLOURS = (
    "navy and teal",
    "warm beige and rust",
    "violet and mint",
    "slate and amber",
    "forest green and cream",
)
AUDIENCES = (
    "curious beginners",
    "product managers",
    "backend developers",
    "site reliability engineers",
    "architects",
)
VERBS = (
    "stores",
    "validates",
    "forwards",
    "indexes",
    "counts",
    "signs",
    "collects",
    "enriches",
    "archives",
    "routes",
)
ASIDES = (
    "Keep generous white space around the {thing} lane and align all boxes of the {place} story on one grid.",
    "Use thin lines for requests about {thing} and dashed lines for what the {place} receives in return.",
    "The heading for the {place} scene sits at the top, the legend for {thing} at the bottom, with a calm margin.",
    "Give every box of the {place} flow the same width, and let the {thing} icons share one stroke weight.",
    "Place a small note on retries beside the {thing} arrow so that readers at the {place} understand delays.",
    "Group what runs inside the {place} in a pale frame, and let the frame stay behind the {thing} arrows.",
    "Number circles are as high as the letters of the {thing} labels, and stand to the left of each line.",
    "Where two lines about {thing} cross, one of them makes a small bridge, as on a map of the {place}.",
    "Choose one typeface for the {place} page, in two weights, and set all words on {thing} at one size.",
    "Leave the corner opposite the legend empty, so that the {place} can put the date of its {thing} there.",
)
FIELDS = (
    "id",
    "title",
    "description",
    "alt",
    "resolution",
    "ratio",
    "file_size",
    "style",
    "use_case",
    "generated",
    "language",
    "seo_target",
    "prompt",
)

Fields = dict[str, str]


def entry(number: int, seed: int) -> Fields:
    """The entry of that number: its fields by name."""
    rng = Random(f"{seed} {number}")
    thing, other = rng.sample(THINGS, 2)
    place = rng.choice(PLACES)
    names = [rng.choice(ACTORS), rng.choice(EDGES), *rng.sample(SERVICES, 2), *rng.sample(STORES, 2)]
    title = f"How {thing.capitalize()} Reach the {place.capitalize()} {number}"
    style, colours, audience = rng.choice(STYLES), rng.choice(COLOURS), rng.choice(AUDIENCES)
    prompt = _prompt(rng, title, names, thing, other, place, style, colours, audience)
    fields = {
        "id": f"entry-{number:07}",
        "title": f"{title}: {style} infographic",
        "description": f"A {style} infographic for {audience} on how {thing} and {other} travel through a {place}: "
        f"{names[0]}, {names[1]}, {names[2]} and {names[3]} with numbered arrows and a legend.",
        "alt": f"Flow of {thing} from {names[0]} through {names[1]} to {names[4]}, with a legend of six steps.",
        "resolution": "1024 x 1024 px",
        "ratio": "1:1",
        "file_size": f"{rng.randint(90, 400)} KB",
        "style": style,
        "use_case": "infographic",
        "generated": f"2025-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "language": "English (EN)",
        "seo_target": f"{place} {thing} flow",
        "prompt": prompt,
    }
    if number % 8 == 0:
        _spoil(rng, fields)
    return fields


def _prompt(
    rng: Random,
    title: str,
    names: list[str],
    thing: str,
    other: str,
    place: str,
    style: str,
    colours: str,
    audience: str,
) -> str:
    actor, edge, first, second, store, log = names
    roles = [
        f"lets people of the {place} ask for {thing}",
        f"accepts requests for {thing} and limits how many come at once",
        f"{rng.choice(VERBS)} {thing} and checks who may see them",
        f"{rng.choice(VERBS)} {other} for the {place}",
        f"keeps {thing} for later",
        f"keeps {other} in the order in which they came",
    ]
    path = f"/{thing}"
    arrows = [
        (actor, edge, f"GET {path}"),
        (edge, first, f"forward GET {path}"),
        (first, store, f"look up {thing}"),
        (store, first, f"{thing} found"),
        (first, second, f"ask for {other}"),
        (second, log, f"append {other}"),
        (second, first, f"{other} ready"),
        (first, edge, f"200 OK + {thing}"),
        (edge, actor, f"200 OK + {thing}"),
    ]
    boxes = "; ".join(
        f"{at}) {name} — icon: simple symbol — role: {role}"
        for at, (name, role) in enumerate(zip(names, roles, strict=True), 1)
    )
    if rng.random() < 0.5:
        flow = " ".join(f'Arrow from {one} to {to} labeled "{label}".' for one, to, label in arrows)
    else:
        flow = "\n" + "\n".join(f'- {one} → {to}: "{label}"' for one, to, label in arrows) + "\n"
    steps = [
        f"{actor} asks the {edge} for {thing}.",
        f"{edge} forwards the request to the {first}.",
        f"{first} looks up {thing} in the {store}.",
        f"{first} asks the {second} for {other}.",
        f"{second} appends {other} to the {log}.",
        f"{edge} returns {thing} to the {actor}.",
    ]
    legend = " ".join(f"{at}. {step}" for at, step in enumerate(steps, 1))
    asides = " ".join(
        aside.format(thing=rng.choice((thing, other)), place=place)
        for aside in rng.sample(ASIDES, len(ASIDES))
    )
    return (
        f'Technical infographic titled "{title}" for {audience}. Show a {style} diagram with a {colours} palette, '
        f"left-to-right flow, readable type and calm spacing, about the daily work of a {place}. "
        f"Draw these labeled boxes connected by directional arrows: {boxes}. {flow} "
        f"Numbered legend 1–6: {legend} {asides} "
        f'Note in the lower right corner: "Conceptual flow of a {place}, not an audited architecture". '
        f"All labels in English with correct spelling. The {thing} and the {other} have their own colours of the "
        f"{colours} palette, and the same icon everywhere. No company logos, no watermark, no photographs of a {place}. "
        f"Mood: friendly and exact, like a page of a textbook on {thing} that {audience} like to keep."
    )


def _spoil(rng: Random, fields: Fields) -> None:
    match rng.randrange(6):
        case 0:
            fields["prompt"] = fields["prompt"].replace(
                "All labels in English", "All labels must be in English — not English, and"
            )
        case 1:
            fields["prompt"] += " (array)"
        case 2:
            fields["prompt"] = fields["prompt"].replace("4. ", "", 1)
        case 3:
            fields["alt"] = ""
        case 4:
            fields["ratio"] = "1024x1024"
        case _:
            fields["prompt"] = fields["prompt"].replace("Conceptual flow", "Unhackable flow")


def entries(count: int, seed: int = 1) -> Iterator[Fields]:
    """So many entries."""
    return (entry(number, seed) for number in range(1, count + 1))


def write(out: Path, count: int, form: str, seed: int = 1) -> Path:
    """Write a catalog into a folder; returns the file or folder to check."""
    out.mkdir(parents=True, exist_ok=True)
    if form == "pages":
        for one in entries(count, seed):
            head = "".join(f"{key}: {json.dumps(one[key])}\n" for key in FIELDS[:-1] if one[key])
            (out / f"{one['id']}.md").write_text(f"---\n{head}---\n{one['prompt']}\n", encoding="utf-8")
        return out
    path = out / f"catalog.{form}"
    with path.open("w", encoding="utf-8", newline="") as file:
        if form == "csv":
            rows = csv.DictWriter(file, FIELDS)
            rows.writeheader()
            rows.writerows(entries(count, seed))
        elif form == "jsonl":
            file.writelines(json.dumps(one, ensure_ascii=False) + "\n" for one in entries(count, seed))
        else:
            file.write('{"entries": [\n')
            for at, one in enumerate(entries(count, seed)):
                file.write((",\n" if at else "") + json.dumps(one, ensure_ascii=False, indent=2))
            file.write("\n]}\n")
    return path


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description="Write a catalog of synthetic entries.")
    parser.add_argument("out", type=Path)
    parser.add_argument("--entries", type=int, default=10_000)
    parser.add_argument("--form", choices=("jsonl", "json", "csv", "pages"), default="jsonl")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    print(write(arguments.out, arguments.entries, arguments.form, arguments.seed))


if __name__ == "__main__":
    main()
