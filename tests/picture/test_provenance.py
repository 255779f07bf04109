"""What picture files say of where they come from."""

import io
import json
import pickle
import struct
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from jwtlint.picture.exif import directories, orientation, texts
from jwtlint.picture.provenance import MAX_PROMPTS, MAX_TEXT, MAX_TEXTS, Provenance, read_provenance
from jwtlint.picture.xmp import DUBLIN_CORE, IPTC, properties

TRAINED = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
A1111 = (
    "a login flow, two boxes\nwith arrows\nNegative prompt: blurry\n"
    "Steps: 20, Sampler: Euler a, CFG scale: 7, Seed: 1, Size: 512x512, Model hash: ab, Model: sd_xl_base_1.0"
)
A1111_PROMPT = "a login flow, two boxes\nwith arrows"
COMFY = {
    "3": {"class_type": "KSampler", "inputs": {"seed": 1, "positive": ["8", 0], "negative": ["7", 0]}},
    "6": {"class_type": "CLIPTextEncode", "inputs": {"text": ["9", 0], "clip": ["4", 1]}},
    "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "blurry, watermark", "clip": ["4", 1]}},
    "8": {"class_type": "FluxGuidance", "inputs": {"guidance": 3.5, "conditioning": ["6", 0]}},
    "9": {"class_type": "PrimitiveStringMultiline", "inputs": {"value": "a login flow"}},
    "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": "x.safetensors"}},
}


def _xmp(attributes: str = "", elements: str = "") -> bytes:
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""'
        ' xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/" {attributes}>{elements}'
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    ).encode()


def _saved(form: str, **options: Any) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (16, 16), "white").save(file, form, **options)
    return file.getvalue()


def _png(said: dict[str, str]) -> Provenance:
    info = PngInfo()
    for name, value in said.items():
        info.add_text(name, value)
    return read_provenance("PNG", _saved("PNG", pnginfo=info))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _exif(**tags: str) -> Image.Exif:
    exif = Image.Exif()
    for name, value in tags.items():
        if name == "UserComment":
            exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + value.encode("utf-16-be")
        else:
            exif[{"ImageDescription": 0x010E, "Make": 0x010F, "Model": 0x0110, "Software": 0x0131}[name]] = (
                value
            )
    return exif


_WHOLE = {form: _saved(form) for form in ("PNG", "JPEG", "WEBP", "AVIF", "TIFF", "GIF")}


def test_a_picture_that_says_nothing() -> None:
    for form, raw in _WHOLE.items():
        assert read_provenance(form, raw) == Provenance()


@pytest.mark.parametrize(
    ("said", "prompt", "generator"),
    [
        ({"parameters": A1111}, A1111_PROMPT, "sd_xl_base_1.0"),
        ({"parameters": "only a prompt"}, "only a prompt", None),
        ({"parameters": "two Steps: one\nSteps: 20, Seed: 1"}, "two Steps: one", None),
        ({"parameters": json.dumps({"sui_image_params": {"prompt": "boxes"}})}, "boxes", "SwarmUI"),
        ({"parameters": json.dumps({"prompt": "boxes", "steps": 30})}, "boxes", None),
        ({"prompt": json.dumps(COMFY), "workflow": "{}"}, "a login flow", "ComfyUI"),
        ({"prompt": "a plain prompt"}, "a plain prompt", None),
        ({"invokeai_metadata": json.dumps({"positive_prompt": "boxes"})}, "boxes", "InvokeAI"),
        ({"sd-metadata": json.dumps({"image": {"prompt": [{"prompt": "boxes"}]}})}, "boxes", "InvokeAI"),
        ({"sd-metadata": json.dumps({"image": {"prompt": "boxes"}})}, "boxes", "InvokeAI"),
        ({"Software": "NovelAI", "Description": "boxes, arrows"}, "boxes, arrows", "NovelAI"),
        ({"Description": "boxes --ar 16:9 --v 6 Job ID: a7421d2f"}, "boxes", "Midjourney"),
        ({"Description": "boxes --style raw --v 7"}, "boxes", None),
    ],
)
def test_the_prompt_that_a_generator_left(said: dict[str, str], prompt: str, generator: str | None) -> None:
    found = _png(said)
    assert found.prompts == (prompt,)
    assert found.generator == generator


@pytest.mark.parametrize(
    "said",
    [
        {"Description": "A login flow; use the --v option of curl"},
        {"Description": "A picture", "Software": "GIMP"},
        {"Title": "A login flow", "Comment": "Steps: many"},
        {"prompt": "{not json"},
        {"prompt": "[" * 100_000},
        {"prompt": json.dumps({"1": {"class_type": "CLIPTextEncode", "inputs": {"text": ["1", 0]}}})},
        {"prompt": json.dumps({"1": {"class_type": "CLIPTextEncode", "inputs": [1]}, "2": 3})},
        {"parameters": "{" + '"a":{' * 50_000},
        {"parameters": "Negative prompt: blurry\nSteps: 20, Seed: 1"},
        {"invokeai_metadata": '{"positive_prompt": 7}'},
    ],
)
def test_what_is_no_prompt(said: dict[str, str]) -> None:
    assert _png(said).prompts == ()


@pytest.mark.parametrize("form", ["JPEG", "WEBP", "PNG", "AVIF"])
def test_exif_speaks_in_every_format(form: str) -> None:
    said = {"ImageDescription": "two boxes", "Software": "Generator 2", "UserComment": A1111}
    found = read_provenance(form, _saved(form, exif=_exif(**said)))
    assert dict(found.texts) == said
    assert found.prompts == (A1111_PROMPT,)
    assert found.generator == "sd_xl_base_1.0"


def test_a_tiff_is_its_own_exif() -> None:
    said = {"ImageDescription": "boxes --v 6 Job ID: a7421d2f", "Software": "Generator 2"}
    found = read_provenance("TIFF", _saved("TIFF", exif=_exif(**said)))
    assert (dict(found.texts), found.prompts) == (said, ("boxes",))


def test_comfy_in_a_webp_hides_its_graph_in_the_camera() -> None:
    found = read_provenance("WEBP", _saved("WEBP", exif=_exif(Model=f"prompt:{json.dumps(COMFY)}")))
    assert (found.prompts, found.generator) == (("a login flow",), "ComfyUI")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF", "TIFF", "GIF"])
@pytest.mark.parametrize(
    "packet",
    [
        _xmp(f'ext:DigitalSourceType="{TRAINED}" xmp:CreatorTool="Drawer 3"'),
        _xmp(
            "",
            f"<ext:DigitalSourceType>{TRAINED}/</ext:DigitalSourceType>"
            "<xmp:CreatorTool>Drawer 3</xmp:CreatorTool>",
        ),
        _xmp('xmp:CreatorTool="Drawer 3"', f'<ext:DigitalSourceType rdf:resource="{TRAINED}"/>'),
    ],
)
def test_the_digital_source_type_in_each_form_of_xmp(form: str, packet: bytes) -> None:
    options: dict[str, Any] = {"xmp": packet}
    if form == "PNG":
        info = PngInfo()
        info.add_itxt("XML:com.adobe.xmp", packet.decode())
        options = {"pnginfo": info}
    raw = _saved(form, **(options if form not in ("TIFF", "GIF") else {}))
    if form == "TIFF":
        raw = _saved(form, tiffinfo={700: packet})
    if form == "GIF":
        magic = b"\x01" + bytes(range(255, -1, -1)) + b"\0"
        raw = raw[:-1] + b"!\xff\x0bXMP DataXMP" + packet + magic + b";"
    found = read_provenance(form, raw)
    assert found.source_type == "trainedAlgorithmicMedia"
    assert found.generator == "Drawer 3"


def test_a_prompt_in_xmp() -> None:
    prompt = "<ext:AIPromptInformation>two boxes</ext:AIPromptInformation>"
    said = _xmp('ext:AISystemUsed="Drawer"', prompt)
    found = read_provenance("JPEG", _saved("JPEG", xmp=said))
    assert (found.prompts, found.generator) == (("two boxes",), "Drawer")


@pytest.mark.parametrize(
    ("description", "prompts"),
    [
        (
            '<rdf:Alt> <rdf:li xml:lang="x-default">boxes --ar 3:2</rdf:li> <rdf:li>no</rdf:li></rdf:Alt>',
            ("boxes",),
        ),
        ("A login flow in two boxes", ()),
    ],
)
def test_only_a_description_with_flags_is_a_prompt(description: str, prompts: tuple[str, ...]) -> None:
    said = _xmp("", f"<dc:description>{description}</dc:description>")
    assert read_provenance("JPEG", _saved("JPEG", xmp=said)).prompts == prompts


def test_xmp_defines_no_entities_and_may_break_off() -> None:
    wanted = frozenset({(IPTC, "DigitalSourceType"), (DUBLIN_CORE, "description")})
    whole = _xmp("", f"<ext:DigitalSourceType>{TRAINED}</ext:DigitalSourceType>")
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>' + whole[whole.index(b"<x:") :]
    assert properties(laughs, wanted) == {}
    assert properties(whole[:-60], wanted) == {(IPTC, "DigitalSourceType"): TRAINED}
    assert properties(whole + bytes(8_000_000), wanted) == {}
    assert properties(b"\xff\xfe<", wanted) == {}


def test_a_list_of_nothing_in_xmp_costs_no_time() -> None:
    wanted = frozenset({(DUBLIN_CORE, "description")})
    said = _xmp("", f"<dc:description>{'<rdf:li/> ' * 100_000}<rdf:li>a</rdf:li></dc:description>")
    assert properties(said, wanted) == {(DUBLIN_CORE, "description"): "a"}


def _cbor(text: str) -> bytes:
    head = bytes([0x60 + len(text)]) if len(text) < 24 else bytes([0x78, len(text)])
    return head + text.encode()


def _box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", 8 + len(data)) + kind + data


def _manifest_store(*generators: str) -> bytes:
    described = _box(b"jumd", b"c2pa\x00\x11\x00\x10\x80\x00\x00\xaa\x00\x38\x9b\x71\x03c2pa\0")
    claims = b""
    for generator in generators:
        info = (
            _cbor("claim_generator_info")
            + b"\xa2"
            + _cbor("name")
            + _cbor(generator)
            + _cbor("version")
            + b"\x611"
        )
        claims += _box(b"cbor", b"\xa2" + info + _cbor("digitalSourceType") + _cbor(TRAINED))
    return _box(b"jumb", described + claims)


def _with_store(form: str, store: bytes) -> bytes:
    raw = _saved(form)
    match form:
        case "PNG":
            return raw[:33] + _chunk(b"caBX", store) + raw[33:]
        case "JPEG":
            # Two segments, each with the head of the box, cut within the name.
            cut = store.index(b"ChatGPT") + 3
            segments = b""
            for number, part in enumerate((store[8:cut], store[cut:]), 1):
                data = b"JP" + struct.pack(">HI", 1, number) + store[:8] + part
                segments += b"\xff\xeb" + struct.pack(">H", len(data) + 2) + data
            return raw[:2] + segments + raw[2:]
        case "WEBP":
            return raw + b"C2PA" + struct.pack("<I", len(store)) + store
        case "AVIF":
            uuid = bytes.fromhex("d8fec3d61b0e483c92975828877ec481")
            return raw + _box(b"uuid", uuid + bytes(4) + b"manifest\0" + bytes(8) + store)
        case "GIF":
            blocks = b"".join(
                bytes([len(store[at : at + 255])]) + store[at : at + 255] for at in range(0, len(store), 255)
            )
            return raw[:-1] + b"!\xff\x0bC2PA_GIF\x01\0\0" + blocks + b"\0;"
    return _saved("TIFF", tiffinfo={0xCD41: store})


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "AVIF", "TIFF", "GIF"])
def test_c2pa_is_recognised_and_its_newest_manifest_speaks(form: str) -> None:
    raw = _with_store(form, _manifest_store("Older", "ChatGPT"))
    found = read_provenance(form, raw)
    assert (found.c2pa, found.source_type, found.generator) == (True, "trainedAlgorithmicMedia", "ChatGPT")


def test_the_letters_alone_are_no_manifest() -> None:
    png = _saved("PNG")
    assert not read_provenance("PNG", png[:33] + _chunk(b"tEXt", b"Comment\0c2pa caBX jumb") + png[33:]).c2pa
    jpeg = _saved("JPEG")
    other = b"JP" + struct.pack(">HI", 1, 1) + _box(b"jumb", b"c2pa of somebody else")
    assert not read_provenance(
        "JPEG", jpeg[:2] + b"\xff\xeb" + struct.pack(">H", len(other) + 2) + other + jpeg[2:]
    ).c2pa


def test_comments() -> None:
    assert read_provenance("JPEG", _saved("JPEG", comment="two boxes")).texts == (("comment", "two boxes"),)
    assert read_provenance("GIF", _saved("GIF", comment="x" * 300)).texts == (("comment", "x" * 300),)


def test_texts_are_bounded_in_length_and_number() -> None:
    many = b"".join(_chunk(b"tEXt", b"prompt\0boxes %d" % number) for number in range(500))
    bomb = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(64 * 1024 * 1024)))
    png = _saved("PNG")
    found = read_provenance("PNG", png[:33] + bomb + many + png[33:])
    assert len(found.texts) == MAX_TEXTS
    assert len(found.texts[0][1]) == MAX_TEXT
    assert len(found.prompts) == MAX_PROMPTS


def test_texts_behind_the_pixels_and_compressed_ones_are_read() -> None:
    png = _saved("PNG")
    texts_ = _chunk(b"iTXt", b"Comment\0\1\0en\0Kommentar\0" + zlib.compress("zwei Kästen".encode()))
    texts_ += _chunk(b"zTXt", b"Author\0\0" + zlib.compress(b"me")) + _chunk(b"zTXt", b"Bad\0\0no zlib")
    found = read_provenance("PNG", png[:-12] + texts_ + _chunk(b"tEXt", b"Title\0caf\xe9") + png[-12:])
    assert found.texts == (("Comment", "zwei Kästen"), ("Author", "me"), ("Title", "café"))


def test_provenance_travels_between_processes() -> None:
    found = _png({"parameters": A1111})
    assert pickle.loads(pickle.dumps(found)) == found


def test_tags_that_share_their_bytes_cost_no_memory() -> None:
    entries = b"".join(struct.pack("<HHLL", 0x4000 + number, 7, 8_000_000, 8) for number in range(5000))
    ring = b"II*\0\x08\0\0\0" + struct.pack("<H", 5000) + entries + struct.pack("<L", 8) + bytes(8_000_000)
    assert len(list(directories(ring))) == 1
    assert orientation(ring) == 1
    assert not list(texts(ring, 1000))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"Exif\0\0II*\0\x08\0\0\0"]),
)
def test_exif_of_any_bytes_can_be_asked(raw: bytes, head: bytes) -> None:
    assert 1 <= orientation(head + raw) <= 8
    for name, value in texts(head + raw, 100):
        assert name
        assert isinstance(value, str)


@given(st.binary(max_size=400), st.sampled_from(sorted(_WHOLE)), st.integers(0, 60))
def test_provenance_of_any_bytes_can_be_asked(raw: bytes, form: str, kept: int) -> None:
    assert isinstance(read_provenance(form, _WHOLE[form][:kept] + raw), Provenance)
