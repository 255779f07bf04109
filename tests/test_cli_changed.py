"""`--changed-since`: what git says has changed, in real repositories."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import combinations_with_replacement
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from jwtlint import run, worker
from jwtlint.changed import Changed
from jwtlint.picture.reader import Readers
from tests.demo import PACK, Outcome, check, jwtlint
from tests.picture.drawing import FakeReader, stacked

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

BAD = "Draw LEAK a box.\n"


def git(*arguments: str, folder: str | Path = ".") -> str:
    identity = ("-c", "user.name=n", "-c", "user.email=n@example.com", "-c", "protocol.file.allow=always")
    done = subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True, text=True
    )
    return done.stdout


def commit(folder: str | Path = ".") -> None:
    git("add", "--all", folder=folder)
    git("commit", "--quiet", "--allow-empty", "--message", "m", folder=folder)


def write(name: str | bytes, text: str | bytes = BAD) -> None:
    path = Path(os.fsdecode(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def since(revision: str = "main", *arguments: str, paths: tuple[str, ...] = (".",)) -> Outcome:
    return check(*paths, "--changed-since", revision, "--quiet", *arguments)


def found(*arguments: str, paths: tuple[str, ...] = (".",)) -> list[str]:
    """The files with findings."""
    outcome = since("main", *arguments, paths=paths)
    assert outcome.code in (0, 1), outcome
    return [line.partition(":")[0] for line in outcome.out.splitlines() if " error TPL901" in line]


@pytest.fixture(autouse=True)
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with two files on main, and a branch of it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(home)
    git("init", "--quiet", "--initial-branch", "main")
    write("a.txt")
    write("sub/b.txt")
    commit()
    git("checkout", "--quiet", "-b", "topic")
    return home


def test_nothing_has_changed() -> None:
    outcome = check(".", "--changed-since", "main")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "note: nothing to check has changed since main\nno findings in 0 files\n"


def test_committed_staged_unstaged_and_unknown() -> None:
    for name in ("committed", "staged", "unstaged", "unknown"):
        write(f"{name}.txt", "Draw a box.\n")
    git("add", "committed.txt", "unstaged.txt")
    git("commit", "--quiet", "--message", "m")
    write("committed.txt")
    commit_only("committed.txt")
    write("staged.txt")
    git("add", "staged.txt")
    write("unstaged.txt")
    write("unknown.txt")
    assert found() == ["committed.txt", "staged.txt", "unknown.txt", "unstaged.txt"]
    write("sub/b.txt", "And then: Draw LEAK a box.\n")
    assert found() == ["committed.txt", "staged.txt", "unknown.txt", "unstaged.txt", "sub/b.txt"]
    assert found(paths=("sub",)) == ["sub/b.txt"]
    assert found(paths=("sub/b.txt", "a.txt")) == ["sub/b.txt"]


def commit_only(name: str) -> None:
    git("add", name)
    git("commit", "--quiet", "--message", "m")


def test_what_main_has_done_since_is_not_ours() -> None:
    write("c.txt")
    commit()
    git("checkout", "--quiet", "main")
    write("a.txt", "Main: Draw LEAK a box.\n")
    commit()
    git("checkout", "--quiet", "topic")
    assert found() == ["c.txt"]


def test_a_file_that_was_moved_has_not_changed() -> None:
    write("long.txt", BAD * 30)
    commit()
    git("branch", "--force", "main")
    Path("moved").mkdir()
    git("mv", "long.txt", "moved/long.txt")
    git("rm", "--quiet", "a.txt")
    assert found() == []
    write("moved/long.txt", BAD * 30 + "One more.\n")
    assert set(found()) == {"moved/long.txt"}


ODD: list[str | bytes] = [
    "a b.txt",
    'quo"te.txt',
    "new\nline.txt",
    "tab\t.txt",
    "-dash.txt",
    ":(glob)x.txt",
    "*.txt",
    "ü𝄞.txt",
    b"\xff.txt",
]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="such names cannot be given there")
def test_odd_names() -> None:
    for name in ODD:
        write(name)
    commit()
    git("branch", "--force", "main")
    changed = Changed.since("main", ["."])
    assert not [name for name in ODD if Path(os.fsdecode(name)) in changed]
    for name in ODD:
        write(name, "First.\n" + BAD + "Last.\n" * 5)
        changed = Changed.since("main", ["."])
        path = Path(os.fsdecode(name))
        assert [one for one in ODD if Path(os.fsdecode(one)) in changed] == [name]
        assert [line for line in range(1, 9) if changed.touches(path, line, line)] == [1, 3, 4, 5, 6, 7]
        git("checkout", "--quiet", "--", ".")


def test_lines() -> None:
    path = Path("x.jsonl")
    lines = [f'{{"id": {number}}}' for number in range(1, 21)]
    write("x.jsonl", "\n".join(lines) + "\n")
    commit()
    git("branch", "--force", "main")
    assert not Changed.since("main", ["."]).touches(path, 1, 20)
    git("config", "diff.interHunkContext", "30")
    git("config", "diff.context", "30")
    lines[2] = "changed"
    lines[10:10] = ["new", "new"]
    del lines[15:18]
    write("x.jsonl", "\n".join(lines) + "\n")
    changed = Changed.since("main", ["."])
    assert not changed.is_whole(path)
    touched = [number for number in range(1, 21) if changed.touches(path, number, number)]
    assert touched == [3, 11, 12]
    # Lines were removed behind line 15: whoever has lines on both sides has changed.
    assert changed.touches(path, 15, 16)
    assert not changed.touches(path, 16, 19)
    assert not changed.touches(path, 13, 15)
    assert changed.touches(path, 1, 100)
    write("y.jsonl", "new\n")
    changed = Changed.since("main", ["."])
    assert changed.is_whole(Path("y.jsonl"))
    assert changed.touches(Path("y.jsonl"), 7, 7)
    assert not changed.touches(Path("a.txt"), 1, 100)


def test_lines_are_counted_in_text_only() -> None:
    write(".gitattributes", "*.jsonl -diff\n")
    write("x.jsonl", "a\nb\nc\n")
    write("y.jsonl", "a\nb\n".encode("utf-16"))
    commit()
    git("branch", "--force", "main")
    write("x.jsonl", "a\nB\nc\n")
    write("y.jsonl", "a\nB\n".encode("utf-16"))
    changed = Changed.since("main", ["."])
    assert [changed.touches(Path("x.jsonl"), line, line) for line in (1, 2, 3)] == [False, True, False]
    assert [changed.touches(Path("y.jsonl"), line, line) for line in (1, 2, 3)] == [True, True, True]


LINES = st.lists(st.sampled_from("abc"), max_size=6)


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, LINES)
def test_lines_that_were_not_touched_stood_together_before(
    repository_of: "Writer", before: list[str], after: list[str]
) -> None:
    changed, path = repository_of(before, after)
    assert (path in changed) == (before != after)
    untouched = 0
    for first, last in combinations_with_replacement(range(1, len(after) + 1), 2):
        if not changed.touches(path, first, last):
            untouched = max(untouched, last - first + 1)
            size = last - first + 1
            assert after[first - 1 : last] in [before[at : at + size] for at in range(len(before))]
    if before == after:
        assert untouched == len(after)


Writer = Callable[[list[str], list[str]], tuple[Changed, Path]]


@pytest.fixture(scope="module")
def repository_of(tmp_path_factory: pytest.TempPathFactory) -> Writer:
    """Makes a repository in which a file was changed."""
    home = tmp_path_factory.mktemp("lines")
    git("init", "--quiet", "--initial-branch", "main", folder=home)
    path = home / "x.jsonl"

    def make(before: list[str], after: list[str]) -> tuple[Changed, Path]:
        path.write_text("".join(f"{line}\n" for line in before))
        commit(folder=home)
        path.write_text("".join(f"{line}\n" for line in after))
        return Changed.since("HEAD", [str(path)]), path

    return make


def test_a_link_changes_with_its_file() -> None:
    Path("link.txt").symlink_to("a.txt")
    commit()
    git("branch", "--force", "main")
    write("a.txt", "Other: Draw LEAK a box.\n")
    assert found() == ["a.txt", "link.txt"]


def test_a_working_tree_below_the_working_folder(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("c.txt")
    monkeypatch.chdir(repository.parent)
    assert found(paths=("home",)) == ["home/c.txt"]
    assert found(paths=(str(repository / "c.txt"),)) == [str(repository / "c.txt")]
    monkeypatch.chdir(repository / "sub")
    assert found(paths=("..",)) == ["../c.txt"]


def test_a_hook_that_starts_us_does_not_confuse_us(monkeypatch: pytest.MonkeyPatch) -> None:
    write("c.txt")
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    monkeypatch.setenv("GIT_INDEX_FILE", "/nowhere/index")
    monkeypatch.setenv("GIT_GLOB_PATHSPECS", "1")
    assert found() == ["c.txt"]


def test_a_linked_working_tree(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("worktree", "add", "--quiet", "-b", "other", "../linked")
    monkeypatch.chdir(repository.parent / "linked")
    write("c.txt")
    assert found() == ["c.txt"]


def test_submodules(repository: Path) -> None:
    inner = repository.parent / "inner"
    inner.mkdir()
    git("init", "--quiet", "--initial-branch", "main", folder=inner)
    (inner / "x.txt").write_text(BAD)
    commit(inner)
    git("submodule", "--quiet", "add", str(inner), "module")
    commit()
    git("branch", "--force", "main")
    assert found() == []
    git("checkout", "--quiet", "-b", "topic", folder="module")
    write("module/y.txt")
    commit("module")
    assert found() == ["module/x.txt", "module/y.txt"]
    # A submodule that is named is a repository of its own.
    assert found(paths=("module",)) == ["module/y.txt"]


def test_a_repository_inside_is_unknown_to_git() -> None:
    Path("inner").mkdir()
    git("init", "--quiet", folder="inner")
    write("inner/x.txt")
    commit("inner")
    assert found() == ["inner/x.txt"]


def test_what_git_ignores_has_not_changed() -> None:
    write(".gitignore", "c.txt\n")
    write("c.txt")
    assert found() == []


def test_during_a_merge() -> None:
    write("a.txt", "Topic: Draw LEAK a box.\n")
    commit()
    git("checkout", "--quiet", "main")
    write("a.txt", "Main: Draw LEAK a box.\n")
    commit()
    with pytest.raises(subprocess.CalledProcessError):
        git("merge", "topic")
    assert set(found()) == {"a.txt"}


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        (
            "nothing",
            "--changed-since: git knows no commit 'nothing'; fetch it, or correct its name; .*fetch-depth: 0",
        ),
        ("main..topic", "git knows no commit 'main..topic'"),
        ("main:a.txt", "git knows no commit"),
        ("\x1b[31m", "git knows no commit"),
        ("$(touch pwned)", "git knows no commit"),
        ("two\nlines", "git knows no commit"),
    ],
)
def test_an_unknown_revision(revision: str, said: str) -> None:
    outcome = since(revision)
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (2, "", 1)
    assert re.search(said, outcome.err)
    assert "\x1b" not in outcome.err
    assert not Path("pwned").exists()


def test_a_shallow_clone(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(3):
        commit()
    git("checkout", "--quiet", "main")
    commit()
    git("checkout", "--quiet", "topic")
    clone = repository.parent / "clone"
    url = repository.as_uri()
    git("clone", "--quiet", "--depth", "1", "--no-single-branch", url, str(clone))
    monkeypatch.chdir(clone)
    outcome = since("origin/main")
    assert outcome.code == 2
    assert "no merge base of 'origin/main' and HEAD, as the history is cut off" in outcome.err
    assert "fetch-depth: 0" in outcome.err


def test_no_common_history() -> None:
    git("checkout", "--quiet", "--orphan", "lonely")
    assert "has no commit yet" in since("main").err
    write("c.txt")
    commit()
    outcome = since("main")
    assert outcome.code == 2
    assert "as they have no common history" in outcome.err


def test_no_repository(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = repository.parent / "other"
    other.mkdir()
    monkeypatch.chdir(other)
    write("x.txt")
    outcome = since("main")
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert outcome.err.startswith("error: .: not a git repository")
    monkeypatch.chdir(repository)
    assert since("main", paths=("a.txt", str(other))).code == 2
    assert since("main", paths=(".git",)).code == 2


def test_no_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    outcome = since("main")
    assert outcome.code == 2
    assert outcome.err == "error: git is not installed, or not on the PATH; install it\n"


def test_the_standard_input_is_always_checked() -> None:
    outcome = check("-", "a.txt", "--changed-since", "main", stdin=BAD.encode())
    assert "<stdin>:1:6 error TPL901" in outcome.out
    assert "a.txt:1:6" not in outcome.out


def test_a_missing_file_is_still_said() -> None:
    outcome = since("main", paths=("gone/x.txt", "."))
    assert outcome.code == 2
    assert "gone/x.txt: no such file" in outcome.err


def test_suppressions_are_not_judged_by_a_part() -> None:
    write("jwtlint.toml", '[[suppress]]\nrules = ["TPL901"]\nfiles = ["a.txt"]\n')
    write("c.txt", "Draw a box.\n")
    assert "suppress" not in check(".", "--changed-since", "main").out


class TestHostile:
    """A repository configures programs; none of them runs."""

    @pytest.fixture
    def program(self, repository: Path) -> str:
        """A program that leaves a trace."""
        trace = repository.parent / "trace"
        program = repository.parent / "program"
        program.write_text(f"#!/bin/sh\ntouch '{trace}'\ncat\n")
        program.chmod(0o755)
        return str(program)

    @pytest.fixture(autouse=True)
    def changes(self, repository: Path) -> None:
        """Files that git has to look into."""
        write("x.jsonl", "a\nb\n")
        commit()
        git("branch", "--force", "main")
        write("x.jsonl", "a\nc\n")
        write("a.txt", "Other: Draw LEAK a box.\n")
        os.utime("sub/b.txt", (1, 1))

    @staticmethod
    def hooks(program: str) -> str:
        """A folder in which the program is the hook that git runs when it writes its index."""
        folder = Path(program).parent / "hooks"
        folder.mkdir()
        shutil.copy(program, folder / "post-index-change")
        return str(folder)

    @pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
    @pytest.mark.parametrize(
        "keys",
        [
            ["core.fsmonitor"],
            ["core.hooksPath"],
            ["diff.external"],
            ["diff.evil.command"],
            ["diff.evil.textconv"],
            ["filter.evil.clean"],
            ["filter.evil.process"],
            ["filter.evil.clean", "filter.evil.process", "filter.evil.smudge"],
            ["core.pager", "pager.diff"],
            ["alias.diff", "alias.rev-parse"],
            ["core.sshCommand", "core.editor", "core.askPass", "gpg.program"],
        ],
    )
    def test_no_program_runs(self, program: str, keys: list[str], repository: Path) -> None:
        write(".gitattributes", "* diff=evil filter=evil\n")
        for key in keys:
            value = f"!{program}" if key.startswith("alias") else program
            git("config", key, value)
        if "filter.evil.clean" in keys:
            git("config", "filter.evil.required", "true")
        if keys == ["core.hooksPath"]:
            git("config", "core.hooksPath", self.hooks(program))
        changed = Changed.since("main", ["."])
        assert Path("a.txt") in changed
        assert changed.touches(Path("x.jsonl"), 2, 2)
        assert not changed.touches(Path("x.jsonl"), 1, 1)
        assert not (repository.parent / "trace").exists()

    @pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
    @pytest.mark.parametrize(
        "key", ["filter.evil.clean", "core.fsmonitor", "diff.external", "core.hooksPath"]
    )
    def test_git_itself_would_run_them(self, program: str, key: str, repository: Path) -> None:
        write(".gitattributes", "* filter=evil\n")
        git("config", key, self.hooks(program) if key == "core.hooksPath" else program)
        git("diff", "main")
        assert (repository.parent / "trace").exists()

    def test_a_filter_that_cannot_be_turned_off(self, program: str, repository: Path) -> None:
        write(".gitattributes", "* filter=e=vil\n")
        git("config", "filter.e=vil.clean", program)
        outcome = since("main")
        assert (outcome.code, outcome.err.count("\n")) == (2, 1)
        assert "whose name holds '='" in outcome.err
        assert not (repository.parent / "trace").exists()

    @pytest.mark.skipif(os.name != "posix", reason="the programs are shell scripts")
    def test_nothing_is_fetched(
        self, program: str, repository: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        git("config", "uploadpack.allowFilter", "true")
        commit()
        clone = repository.parent / "clone"
        git(
            "clone",
            "--quiet",
            "--filter=blob:none",
            "--no-local",
            "--branch",
            "topic",
            repository.as_uri(),
            str(clone),
        )
        monkeypatch.chdir(clone)
        # It answers nothing, so that git gives up.
        Path(program).write_text(Path(program).read_text().replace("cat", "exit 1"))
        git("config", "remote.origin.uploadpack", program)
        shutil.rmtree(repository)
        changed = Changed.since("origin/main", ["."])
        # What was there before is missing, so that everything may be new.
        assert changed.touches(Path("x.jsonl"), 1, 1)
        assert not (clone.parent / "trace").exists()
        with pytest.raises(subprocess.CalledProcessError):
            git("diff", "origin/main")
        assert (clone.parent / "trace").exists()


class TestPictures:
    """An entry and its picture change together."""

    @pytest.fixture(autouse=True)
    def pictures(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        """Two entries with their pictures, one beside it and one named, and a lonely picture."""
        reader = FakeReader(lambda _: "Checkout Flow", *stacked("Checkout Flow"))
        monkeypatch.setattr(worker, "readers_of", lambda choice: Readers((reader,), ()))
        monkeypatch.setattr(run, "cache_folder", lambda: tmp_path / "cache")
        write("beside.md", 'Draw a diagram titled "Checkout Flow".\n')
        write("named.md", '---\nimage: sub/p.png\n---\nDraw a diagram titled "Checkout Flow".\n')
        for name in ("beside", "sub/p", "lonely"):
            Image.new("RGB", (1024, 600), "white").save(f"{name}.png")
        git("rm", "--quiet", "a.txt", "sub/b.txt")
        commit()
        git("branch", "--force", "main")

    @staticmethod
    def checked(*arguments: str, paths: tuple[str, ...] = (".",)) -> tuple[set[str], dict[str, str | None]]:
        """The documents, and the pictures with what they were held against, that were checked."""
        outcome = jwtlint(
            "check",
            *paths,
            "--changed-since",
            "main",
            "--select",
            "CAT,PIC",
            "--format=json",
            "--jobs=1",
            *arguments,
        )
        value = json.loads(outcome.out)
        seen = {one["path"]: None if one["word_accuracy"] is None else "prompt" for one in value["pictures"]}
        documents = {one["path"] for one in value["not_run"]} - set(seen)
        return documents, seen

    def test_nothing(self) -> None:
        assert self.checked() == (set(), {})

    def test_an_entry_takes_its_picture_along(self) -> None:
        write("beside.md", 'Now draw a diagram titled "Checkout Flow".\n')
        assert self.checked()[1] == {"beside.png": "prompt"}
        write("named.md", '---\nimage: sub/p.png\n---\nNow draw a diagram titled "Checkout Flow".\n')
        assert self.checked()[1] == {"beside.png": "prompt", "sub/p.png": "prompt"}

    def test_a_picture_takes_its_entry_along(self) -> None:
        Image.new("RGB", (1024, 600), "gray").save("beside.png")
        assert self.checked()[1] == {"beside.png": "prompt"}
        Image.new("RGB", (1024, 600), "gray").save("sub/p.png")
        assert self.checked()[1] == {"beside.png": "prompt", "sub/p.png": "prompt"}
        assert self.checked(paths=("named.md",))[1] == {"sub/p.png": "prompt"}

    def test_a_lonely_picture(self) -> None:
        Image.new("RGB", (1024, 600), "gray").save("lonely.png")
        assert self.checked()[1] == {"lonely.png": None}
        assert self.checked("--prompt", "beside.md", paths=("lonely.png",))[1] == {"lonely.png": "prompt"}

    def test_the_only_pair(self) -> None:
        Image.new("RGB", (1024, 600), "gray").save("lonely.png")
        assert self.checked(paths=("beside.md", "lonely.png"))[1] == {"lonely.png": "prompt"}
        git("checkout", "--quiet", "lonely.png")
        write("beside.md", 'Now draw a diagram titled "Checkout Flow".\n')
        assert self.checked(paths=("beside.md", "lonely.png"))[1] == {"lonely.png": "prompt"}

    def test_what_is_left_over_is_no_pair(self) -> None:
        Image.new("RGB", (1024, 600), "gray").save("lonely.png")
        write("new.md", 'Draw a diagram titled "Checkout Flow".\n')
        assert self.checked()[1] == {"lonely.png": None}


def entries(*titles: str) -> str:
    prompt = "Draw a diagram of a browser and a server."
    return "".join(json.dumps({"title": title, "prompt": prompt}) + "\n" for title in titles)


def test_a_record_in_the_middle_counts_as_one_entry_of_one_file() -> None:
    write("x.jsonl", entries("one", "two", "three"))
    commit()
    git("branch", "--force", "main")
    write("x.jsonl", entries("one", "2", "three"))
    outcome = check(".", "--changed-since", "main", "--select", "TPL901")
    assert outcome.out == "no findings in 1 file\n"


def test_rules_that_compare_entries_are_said_not_to_run() -> None:
    write("x.jsonl", entries("one", "two"))
    arguments = ("x.jsonl", "--select", "CAT203")
    assert "CAT203 same-prompt" in check(*arguments).out
    changed = check(*arguments, "--changed-since", "main")
    assert "note: not run, as they compare all entries: CAT203; leave out" in changed.out
    parts = []
    for part in ("1/2", "2/2"):
        parts.append(f"../{part[0]}.json")
        write(
            parts[-1], check(*arguments, "--changed-since", "main", "--shard", part, "--format", "json").out
        )
    whole = check(*arguments, "--changed-since", "main", "--format", "json")
    assert jwtlint("merge", *parts, "--pack", str(PACK)).out == whole.out
