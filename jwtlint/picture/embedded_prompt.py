"""Finds the prompt that a generator left in the texts of a picture file.

What each program writes: AUTOMATIC1111 and its relatives "parameters" (the prompt, a line "Negative prompt:",
a last line "Steps: 20, Sampler: …, Model: …"), in a JPEG or WebP as UserComment; ComfyUI the graph of its
nodes as JSON under "prompt" (in a WebP after "prompt:" in the tag Make or Model); InvokeAI
"invokeai_metadata", before version 3 "sd-metadata", both JSON; SwarmUI and Fooocus JSON under "parameters";
NovelAI "Description" with itself under "Software"; Midjourney "Description" with its flags and a "Job ID:".
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from ..regex import lazy

_SETTINGS = lazy(r"(?m)^Steps: \d+,")
_MODEL = lazy(r"(?:^|, )Model: ([^,\n]{1,200})")
# Flags with a value tell a prompt from prose about command lines. The prompt ends before the first flag.
_FLAGGED = lazy(
    r" --(?:(?:ar|aspect) \d+:\d+|(?:v|version|niji|s|stylize|c|chaos|q|quality|iw|seed) \d|style raw\b)"
)
_FLAG = lazy(r" --[a-z]")
_JOB = " Job ID: "
_NEGATIVE = "Negative prompt:"
# The inputs of ComfyUI's nodes that hold text for a text encoder, or lead to it.
_TEXT_INPUTS = ("text", "text_g", "text_l", "clip_l", "clip_g", "t5xxl", "prompt", "string", "value")


@dataclass(frozen=True, slots=True)
class EmbeddedPrompt:
    """A prompt as it stands in the file, and the program or model that it names, if any."""

    value: str
    generator: str | None = None


def embedded_prompts(texts: Iterable[tuple[str, str]]) -> Iterator[EmbeddedPrompt]:
    """The prompts in the texts of a file (name, value), in their order; negative prompts are none."""
    texts = tuple(texts)
    software = next((value for name, value in texts if name == "Software"), "")
    for name, value in texts:
        match name:
            case "parameters":
                yield from _parameters(value)
            case "UserComment" if _SETTINGS.search(value) or value.startswith("{"):
                yield from _parameters(value)
            case "prompt" | "Prompt":
                yield from (
                    _comfy(value) if value.lstrip().startswith(("{", "[")) else (EmbeddedPrompt(value),)
                )
            case "Make" | "Model" if value.startswith("prompt:"):
                yield from _comfy(value.removeprefix("prompt:"))
            case "invokeai_metadata":
                yield from _of(_json(value), "InvokeAI", "positive_prompt")
            case "sd-metadata":
                yield from _invoke_before_3(_json(value))
            case "Description" if software.startswith("NovelAI"):
                yield EmbeddedPrompt(value, software)
            case "Description" | "ImageDescription" | "dc:description" if _is_midjourney(value):
                yield _midjourney(value)
            case "Iptc4xmpExt:AIPromptInformation":
                yield EmbeddedPrompt(value)


def _parameters(value: str) -> Iterator[EmbeddedPrompt]:
    if value.lstrip().startswith("{"):
        content = _json(value)
        swarm = content.get("sui_image_params")
        yield from (
            _of(swarm, "SwarmUI", "prompt") if isinstance(swarm, dict) else _of(content, None, "prompt")
        )
        return
    settings = _SETTINGS.search(value)
    prompt = value[: settings.start()] if settings else value
    prompt = prompt.split(f"\n{_NEGATIVE}", 1)[0]
    model = _MODEL.search(value, settings.start()) if settings else None
    if not prompt.startswith(_NEGATIVE):
        yield EmbeddedPrompt(prompt.strip(), model[1] if model else None)


def _is_midjourney(value: str) -> bool:
    return _JOB in value or _FLAGGED.search(value) is not None


def _midjourney(value: str) -> EmbeddedPrompt:
    prompt, job, _ = value.partition(_JOB)
    flags = _FLAG.search(prompt)
    return EmbeddedPrompt(prompt[: flags.start()] if flags else prompt, "Midjourney" if job else None)


def _of(content: Mapping[str, Any], generator: str | None, key: str) -> Iterator[EmbeddedPrompt]:
    value = content.get(key)
    if isinstance(value, str):
        yield EmbeddedPrompt(value, generator)


def _invoke_before_3(content: Mapping[str, Any]) -> Iterator[EmbeddedPrompt]:
    image = content.get("image")
    prompt = image.get("prompt") if isinstance(image, dict) else None
    for part in prompt if isinstance(prompt, list) else [{"prompt": prompt}]:
        if isinstance(part, dict):
            yield from _of(part, "InvokeAI", "prompt")


def _comfy(value: str) -> Iterator[EmbeddedPrompt]:
    """The texts of all text encoders but those that lead only to the negative side of a sampler."""
    graph = {key: node for key, node in _json(value).items() if isinstance(node, dict)}
    negative = _reached(graph, "negative") - _reached(graph, "positive")
    seen: set[str] = set()
    for key, node in graph.items():
        if key not in negative and "TextEncode" in str(node.get("class_type")):
            for text in _encoded(graph, key, seen):
                yield EmbeddedPrompt(text, "ComfyUI")


def _reached(graph: Mapping[str, Mapping[str, Any]], role: str) -> set[str]:
    waiting = [link for node in graph.values() for name, link in _links(node) if name == role]
    reached: set[str] = set()
    while waiting:
        key = waiting.pop()
        if key in graph and key not in reached:
            reached.add(key)
            waiting += [link for _, link in _links(graph[key])]
    return reached


def _encoded(graph: Mapping[str, Mapping[str, Any]], key: str, seen: set[str]) -> Iterator[str]:
    waiting = [key]
    while waiting:
        key = waiting.pop()
        if key in seen or key not in graph:
            continue
        seen.add(key)
        for name, value in _inputs(graph[key]).items():
            if name in _TEXT_INPUTS and isinstance(value, str):
                yield value
        waiting += [link for name, link in _links(graph[key]) if name in _TEXT_INPUTS]


def _links(node: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The inputs that come from another node, written as its number and the number of its output."""
    for name, value in _inputs(node).items():
        if isinstance(value, list) and value and isinstance(value[0], str):
            yield name, value[0]


def _inputs(node: Mapping[str, Any]) -> dict[str, Any]:
    inputs = node.get("inputs")
    return inputs if isinstance(inputs, dict) else {}


def _json(value: str) -> dict[str, Any]:
    try:
        content = json.loads(value)
    except (ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}
