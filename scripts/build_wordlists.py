"""Builds the word lists of jwtlint/spelling/words from their sources, which lie in local folders.

    python scripts/build_wordlists.py english /usr/share/dict/scowl
    python scripts/build_wordlists.py candidates node_modules/@cspell

`english` writes words/en.txt. Its source is SCOWL 2020.12.07 (Debian package scowl 2020.12.07-2). Words of
rules/vocab/words.txt that SCOWL has, too, are frequent in this field and join the frequent words.

`candidates` prints words that rules/vocab/words.txt may want: words of the npm packages @cspell/dict-aws
4.0.17, dict-companies 3.2.13, dict-data-science 2.0.16, dict-fullstack 3.2.9, dict-k8s 1.0.13,
dict-software-terms 5.4.9 and dict-typescript 3.2.3 that neither list knows and that are not formed of known
words. Read each before adding it: those lists hold identifiers, abbreviations and misspellings.
"""

import argparse
import gzip
import re
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

HOUSE = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOUSE))

from jwtlint.spelling.dictionary import Dictionary, words_of  # noqa: E402
from jwtlint.spelling.edits import Slip, single_edits, slip_between  # noqa: E402
from jwtlint.spelling.formation import formation  # noqa: E402
from jwtlint.spelling.technical import TechnicalWords  # noqa: E402

ENGLISH = HOUSE / "jwtlint" / "spelling" / "words" / "en.txt"
TECHNICAL = HOUSE / "rules" / "vocab" / "words.txt"
HEAD = """\
# English words, from SCOWL; see LICENSES.md. Built by scripts/build_wordlists.py: do not edit.
# Paragraphs of words in code point order: four bands, the most frequent words first, then all others.
# Only lower case in the bands; words with a capital are names and abbreviations."""

SPELLINGS = ("english", "american", "british", "british_z", "canadian")
VARIANTS = ("variant_1", "british_variant_1", "canadian_variant_1")
BANDS = (10, 20, 35, 40)
UNCOMMON = (50, 55, 60)
RARE = 70
NAMES = {"upper": 60, "proper-names": 50, "abbreviations": 60}
SHORTEST_RARE = 5
MISLEADING = frozenset({Slip.SWAPPED, Slip.DOUBLED, Slip.UNDOUBLED, Slip.VOWEL, Slip.DROPPED, Slip.ADDED})

# Uncommon words that are far likelier to be a slip in a far more frequent one.
MASKS = frozenset(
    words_of(
        """
        abed abjection ague albs anther appose apposed arsed arsing articular aught avast aver baldy barrow
        beck becks begot behove bier biter bock bods boll bosh brae breech bruin burg butteries byre cams
        caries carious caver cavil chis chock chocked chocking chocks clop cols complected conduced
        conducing coon copse copses corer corespondent corries cote covey craw creel cremains crocked cruse
        cusps dell delver delvers descried deuce deuced deuces difficultly doss dosses dost dunner educe
        educed educes elfish enure enured enures enuring erst etas faery fain fave finises finny foully
        gabled gamins gird girds gradate gradated gradates gyve gyves hied hoer hoked hoking hols hotting
        immanent impalement impassible indued instillation inure inured inures jibs lank lats lave laved
        laves lees leis lief limply linage locution locutions lour maned mater maters meany menage menages
        minx minxes missis missus mkay moil moistly mots moue moues mullion murk mussy niter nobble nous
        nowise oaten obit opes passels pearlier peculate peen pent personalty pertly pith placket pleader
        pock poof poofs prat prate prats preform preformed preforming preforms prevision previsions prier
        pule puled pules puling quoit quoits rads rani ranis rankly rater reedy reface refection regally
        regnant regraded regrading resits resoled resoles resoling retie reties ribber rill rime rived rives
        riving rood roust routs rusk sable sago sate scarp scarps scree screed scrip secretory sedge senor
        serous setts shew shewed shewing shewn shews shill shoat shoppe shorty shrift sightly snog snogs
        soddenly sooth sots sough spake spoor starer sties stile stiles stoppled stye suet sully tali tams
        tarted tarting tern thees thereat therefor thole throe tittle tittles toke tole topi topis treys
        trice troth trow trows umped umping unalike unction unctions underling unis untended unwonted
        valuate valuated valuates versification versified versifies versify versifying vita wale wales wast
        waster wends wens wheal whee whey whit wiling windrow wised wold wonted wroth yeas
        """
    )
)

# Rare words worth keeping although one slip makes them of a very frequent word.
KEPT = frozenset(
    words_of(
        """
        affective aperiodic balancers capita celebrators chiral cline closers completers couplers crashers
        debus deciders dialer dyad exchangers fibred formant formants gamers getter getters invokers keyring
        keyrings lapser linter linters loran muon muons objet optimisers optimizers parsers phage phages
        prebuilt preparers recognisers recognizers recyclers reflux reseat resolvers shapers situs specular
        summarisers summarizers testbed titre titres verifiers vortical
        """
    )
)


def scowl_words(folder: Path, kind: str, size: int, variants: bool = True) -> Iterator[str]:
    """Words of one kind and size, without possessives, in every spelling of English listed here."""
    for spelling in chain(SPELLINGS, VARIANTS if variants else ()):
        path = folder / f"{spelling}-{kind}.{size}"
        if path.exists():
            yield from (w for w in path.read_text(encoding="utf-8").split() if "'" not in w and _latin(w))


def _latin(word: str) -> bool:
    """Whether the word fits into Latin-1, which keeps the loaded list at one byte a letter."""
    return all(ord(letter) < 0x100 for letter in word)


def bands_of(folder: Path, technical: frozenset[str]) -> list[set[str]]:
    """The frequent words of SCOWL in bands, with the technical words that SCOWL counts as uncommon."""
    seen: set[str] = set()
    bands = []
    for size in BANDS:
        band = {word for word in scowl_words(folder, "words", size) if word.islower()} - seen
        seen |= band
        bands.append(band)
    lesser = {word for size in (*UNCOMMON, RARE) for word in scowl_words(folder, "words", size)}
    bands[1] |= (lesser & technical) - seen
    bands[1] |= bands[3] & technical
    bands[3] -= technical
    return bands


def misleads(word: str, frequent: set[str]) -> bool:
    """Whether a rare word looks like a slip in a very frequent one."""
    return any(slip_between(word, near) in MISLEADING for near in single_edits(word) & frequent)


def others(folder: Path, bands: list[set[str]]) -> set[str]:
    """Uncommon words, rare words that hide no misspelling, names and abbreviations."""
    frequent = bands[0] | bands[1]
    uncommon = {word for size in UNCOMMON for word in scowl_words(folder, "words", size)} - MASKS
    rare = {
        word
        for word in scowl_words(folder, "words", RARE)
        if len(word) >= SHORTEST_RARE and word not in MASKS and (word in KEPT or not misleads(word, frequent))
    }
    names: set[str] = set()
    for kind, largest in NAMES.items():
        for size in (*BANDS, *UNCOMMON):
            if size <= largest:
                names.update(word.rstrip(".") for word in scowl_words(folder, kind, size, variants=False))
    names = {name for name in names if len(name) > 1 and not (name.islower() and len(name) > 4)}
    return (uncommon | rare | names) - set().union(*bands)


def build_english(folder: Path) -> None:
    bands = bands_of(folder, frozenset(TechnicalWords.read(TECHNICAL)))
    paragraphs = [HEAD, *("\n".join(sorted(words)) for words in (*bands, others(folder, bands)))]
    ENGLISH.write_text("\n\n".join(paragraphs) + "\n", encoding="utf-8")


def candidates(folder: Path) -> Iterator[str]:
    """Words of the technical word lists under `folder` that are unknown here."""
    dictionary = Dictionary.english(ENGLISH.read_text(encoding="utf-8"))
    technical = TechnicalWords.read(TECHNICAL)
    words: set[str] = set()
    for path in sorted(folder.glob("dict-*/dict/*.txt*")):
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
        for line in text.splitlines():
            words.update(re.findall(r"\b[A-Za-z][a-z]{2,19}\b", line.partition("#")[0]))
    for word in sorted(words, key=str.lower):
        known = dictionary.knows(word) or technical(word)
        if not known and formation(word.lower(), dictionary, technical) is None:
            yield word


def main() -> None:
    parser = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.description = __doc__
    parser.add_argument("what", choices=("english", "candidates"))
    parser.add_argument("folder", type=Path, help="where the source packages lie")
    asked = parser.parse_args()
    if asked.what == "english":
        build_english(asked.folder)
    else:
        print(*candidates(asked.folder), sep="\n")


if __name__ == "__main__":
    main()
