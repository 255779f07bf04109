"""An entry to report about, and another of the same catalog."""

from functools import cache

from jwtlint.document import Document
from jwtlint.engine import Linter
from jwtlint.entry.model import Entry
from jwtlint.entry.read import read_entries
from jwtlint.source import Source
from jwtlint.triage.assess import assess
from jwtlint.triage.model import Assessment, Gate, Verdict
from jwtlint.triage.subject import Subject, subject_of

ENTRY = """---
id: parcel-7
title: "Parcel Tracking with Signed Tokens"
language: Spanish (ES)
description: "How a courier app asks where a parcel is, drawn on kraft paper with a cisco style legend and stamps."
alt: "Infographic of parcel tracking: courier app, tracking API, token issuer, route cache and event queue."
resolution: 1536x1024
ratio: "1536x1024"
seo_target: "parcel tracking token"
---

Draw an infographic titled "Parcel Tracking" on kraft paper. All text must be in English. Show these boxes:
1) Courier App — icon: phone — role: "Shows where the parcel is"
2) Edge Proxy — icon: gate — role: "Public entry over HTTPS"
3) Tracking API — icon: server — role: "Answers questions about parcels"
4) Token Issuer — icon: key — role: "Signs access tokens"
5) Route Cache — icon: lightning — role: "Keeps routes for an hour"
6) Event Queue — icon: mailbox — role: "Buffers scan events"

Arrows:
- Courier App → Edge Proxy: "POST /login + credentials"
- Edge Proxy → Tracking API: "forward login"
- Tracking API → Token Issuer: "issue token"
- Token Issuer → Tracking API: "signed token"
- Tracking API → Courier App: "200 OK + access token"
- Courier App → Edge Proxy: "GET /parcels/7 + Authorization: Bearer JWT"
- Edge Proxy → Tracking API: "forward request"
- Tracking API → Route Cache: "look up route"
- Route Cache → Tracking API: "route or miss"
- Tracking API → Courier App: "200 OK + parcel"
- Tracking API → Event Queue: "scan event"

Legend 1-5: 1. "Courier App signs in." 2. "Token Issuer signs a token." 3. "Courier App asks for a parcel." 4. "Tracking API looks into the Route Cache." 5. "Tracking API recieves the answer."
Add a small note: "Tokens last ten minutes".
"""
OTHER = """---
id: metro-2
title: "Metro Gates"
---

Infographic titled "Metro Gates". Boxes: 1) Turnstile Reader — role: "reads cards" 2) Fare Ledger — role: "keeps fares".
Arrows: Turnstile Reader → Fare Ledger: "debit fare"; Fare Ledger → Turnstile Reader: "new balance".
"""


@cache
def linter() -> Linter:
    return Linter()


def entry_of(text: str, path: str = "entry.md") -> Entry:
    (entry,) = read_entries(Source(path, text))
    return entry


@cache
def subject() -> Subject:
    """The entry, with the other one in its catalog and without a picture."""
    others = [Document(entry_of(OTHER, "metro.md"), linter().context)]
    return subject_of(entry_of(ENTRY), linter(), others=others)


def gate_of(text: str) -> Gate:
    return assess(text, subject()).gate


def verdicts_of(text: str) -> list[tuple[Verdict, str]]:
    """Verdict and category of each claim."""
    return [(claim.verdict, claim.category) for claim in assess(text, subject()).claims]


def judged(text: str) -> Assessment:
    return assess(text, subject())
