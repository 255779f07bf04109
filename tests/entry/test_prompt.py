"""Bare prompts, and that nothing in them makes a page of them."""

import pytest

from jwtlint.entry.read import read_entries
from jwtlint.source import Source, SourceError

from .pages import PROMPT, entry_of, places

PROMPTS = {
    "one line": PROMPT,
    "settings": f"Ratio: 16:9\nStyle: neon\nLanguage: English\nUse case: blog\nFile size: small\n\n{PROMPT}",
    "settings with emoji": f"📐 Ratio: 16:9\n🎨 Style: neon\n🌐 Language: English\n💾 Size: 9 KB\n{PROMPT}",
    "settings under a heading": f"Generation prompt:\n{PROMPT}\nStyle: neon\nRatio: 1:1\nLanguage: English",
    "a question": f"{PROMPT}\nTell us why this image is inappropriate.",
    "a re-render": "Re-render this exact infographic with every label translated into Spanish.",
    "a current language": f"{PROMPT}\nCurrently in English",
    "a wireframe": f'{PROMPT}\n- "← Back to catalog"\n- See all “dns” images →\n- 🎨 Style',
    "emoji": f"🎨 {PROMPT} 📅\n🚀\n{PROMPT}\n📐",
    "a line of dashes": f"---\n{PROMPT}\n---\nNo logos.",
    "a line of dashes that is never closed": f"---\ntitle: x\n{PROMPT}",
    "comments": f"<!-- a note --> {PROMPT}",
    "invisible characters": f"\u200b{PROMPT}\u202e",
}


@pytest.mark.parametrize("name", PROMPTS)
def test_a_prompt_is_the_whole_text(name: str) -> None:
    value = PROMPTS[name]
    entry = entry_of(f"\n  {value}\r\n\n")
    assert entry.form == "prompt"
    assert entry.bare
    assert not entry.can_hold
    assert entry.prompt is not None
    assert entry.prompt.value == value
    assert places(entry) == {"prompt": "2:3"}


@pytest.mark.parametrize("value", ["", " \t\r\n\n", "\u00a0\u2003"])
@pytest.mark.parametrize("path", ["a.txt", "a.md", "<stdin>"])
def test_nothing_is_nothing_to_check(value: str, path: str) -> None:
    with pytest.raises(SourceError, match="empty; nothing to check"):
        read_entries(Source(path, value))
