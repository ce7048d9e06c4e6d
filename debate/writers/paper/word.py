"""WordprocessingML (ECMA-376, part 1): the parts of a document that are the same for every debate.

Claims are Word's own headings from the second level on, numbered by one list of nine levels that is
linked to these styles; so Word's navigation, its outline view and its renumbering all know them.
Where a style says how something looks, the style alone does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from debate.model import Role

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

#: The start of every part.
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

#: Levels of claims that are headings: Word has nine levels, the first is that of the sections.
LEVELS = 8

#: Twentieths of a point: the step of a level, and the width of a page of A4 between its margins.
_STEP, TEXT = 284, 9_354

#: Colours of the words for roles; no meaning hangs on them.
_COLOURS = {
    Role.RECOMMENDATION: "14181F",
    Role.THESIS: "2A303A",
    Role.CONDITION: "6A3CAB",
    Role.SUPPORT: "0A5CAD",
    Role.OBJECTION: "AD5200",
    Role.CO_PREMISE: "33709F",
    Role.UNDERCUT: "8A5A1D",
    Role.BACKGROUND: "565F6C",
}

#: The roles whose colours are the accents of the theme.
_ACCENTS = tuple(role for role in _COLOURS if role not in (Role.RECOMMENDATION, Role.THESIS))
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"

#: How numbers are counted on each level, for each of :data:`debate.writers.NUMBERS`.
_FORMATS = {
    "decimal": ("decimal",) * LEVELS,
    "outline": (
        *("upperRoman", "upperLetter", "decimal", "lowerLetter"),
        *("lowerRoman", "upperLetter", "decimal", "lowerLetter"),
    ),
}


def style_of(role: Role) -> str:
    """The character style of the word for a role: "RoleCoPremise"."""
    return "Role" + "".join(part.capitalize() for part in role.split("-"))


def left(depth: int) -> int:
    """Where the text of a claim begins, in twentieths of a point, at most half of the page in."""
    level = min(depth, LEVELS)
    return level * _STEP + _hanging(level)


def _hanging(depth: int) -> int:
    """Room for a number: each level adds a figure and a dot."""
    return 430 + 155 * depth


# ---------------------------------------------------------------------- parts


def content_types() -> str:
    """[Content_Types].xml."""
    kinds = {
        "word/document.xml": f"{_TYPES}.document.main+xml",
        "word/styles.xml": f"{_TYPES}.styles+xml",
        "word/numbering.xml": f"{_TYPES}.numbering+xml",
        "word/footnotes.xml": f"{_TYPES}.footnotes+xml",
        "word/settings.xml": f"{_TYPES}.settings+xml",
        "word/footer1.xml": f"{_TYPES}.footer+xml",
        "word/fontTable.xml": f"{_TYPES}.fontTable+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    parts = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in kinds.items())
    return (
        f'{XML}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>'
    )


def package_relations() -> Iterator[str]:
    """_rels/.rels."""
    yield from relations_head()
    yield _relation("rId1", f"{R}/officeDocument", "word/document.xml")
    core = f"{_PACKAGE}/relationships/metadata/core-properties"
    yield _relation("rId2", core, "docProps/core.xml")
    yield _relation("rId3", f"{R}/extended-properties", "docProps/app.xml")
    yield "</Relationships>"


def document_relations() -> Iterator[str]:
    """The parts that the document is made of; links to addresses follow it."""
    for name in ("styles", "numbering", "footnotes", "settings", "fontTable"):
        yield _relation(name, f"{R}/{name}", f"{name}.xml")
    yield _relation("theme1", f"{R}/theme", "theme/theme1.xml")
    yield _relation("footer1", f"{R}/footer", "footer1.xml")


def relations_head() -> Iterator[str]:
    """What every list of relations begins with."""
    yield f'{XML}<Relationships xmlns="{_PACKAGE}/relationships">'


def link_relation(id: str, address: str) -> str:
    """A link to an address outside."""
    target = escape(_address(address))
    return f'<Relationship Id="{id}" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>'


def _relation(id: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>'


def _address(address: str) -> str:
    """An address in which nothing stands that Word refuses a document for."""
    return _UNFIT.sub(lambda found: f"%{ord(found[0]):02X}", address)


_UNFIT = re.compile('["<>^`{|}]')


def core(title: str, subject: str) -> str:
    """docProps/core.xml: no dates in it, so that the same debate gives the same file."""
    kind = f"{_PACKAGE}/metadata/core-properties"
    about = f"<dc:subject>{escape(subject)}</dc:subject>" if subject else ""
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{kind}" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(title)}</dc:title>{about}<dc:language>en</dc:language>"
        "</cp:coreProperties>"
    )


def app() -> str:
    """docProps/app.xml."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{XML}<Properties xmlns="{kind}"><Application>debate</Application></Properties>'


def settings() -> str:
    """word/settings.xml: as Word 2013 and later lay it out, with the separators of footnotes."""
    notes = "".join(f'<w:footnote w:id="{id}"/>' for id in (-1, 0))
    mode = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{XML}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/>'
        f"<w:footnotePr>{notes}</w:footnotePr><w:compat>{mode}</w:compat></w:settings>"
    )


def footer(title: str) -> str:
    """word/footer1.xml: the title and the page."""
    page = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return (
        f'{XML}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>'
        f"{run(title)}<w:r><w:tab/></w:r>{page}</w:p></w:ftr>"
    )


def fonts() -> str:
    """word/fontTable.xml."""
    kind = '<w:family w:val="swiss"/><w:pitch w:val="variable"/>'
    return f'{XML}<w:fonts xmlns:w="{W}"><w:font w:name="Calibri">{kind}</w:font></w:fonts>'


def theme() -> Iterator[str]:
    """word/theme/theme1.xml: the styles use none of it, but Word offers its colours to whoever
    goes on writing; so they are those of the roles.
    """
    names = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    first = ("000000", "FFFFFF", "2A303A", "EEF0F3")
    accents = [_COLOURS[role] for role in _ACCENTS]
    colours = zip(names, (*first, *accents, "0A5CAD", "6A3CAB"), strict=True)
    font = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{solid}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    yield f'{XML}<a:theme xmlns:a="{_DRAWING}" name="debate"><a:themeElements>'
    yield '<a:clrScheme name="debate">'
    yield "".join(f'<a:{name}><a:srgbClr val="{code}"/></a:{name}>' for name, code in colours)
    yield f'</a:clrScheme><a:fontScheme name="debate"><a:majorFont>{font}</a:majorFont>'
    yield f'<a:minorFont>{font}</a:minorFont></a:fontScheme><a:fmtScheme name="debate">'
    yield f"<a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
    yield f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
    yield f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme>"
    yield "</a:themeElements></a:theme>"


def numbering(sides: int, numbers: str) -> Iterator[str]:
    """word/numbering.xml: one list of many levels, begun anew for each of ``sides``.

    The list with the number 1 is the one that the styles name; those of the sides follow.
    """
    yield f'{XML}<w:numbering xmlns:w="{W}">'
    if numbers in _FORMATS:
        yield '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
        for level, kind in enumerate(_FORMATS[numbers]):
            text = ".".join(f"%{number}" for number in range(1, level + 2))
            yield (
                f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
                f'<w:pStyle w:val="Heading{level + 2}"/><w:lvlText w:val="{text}"/>'
                f'<w:lvlJc w:val="left"/><w:pPr>{_indent(level)}</w:pPr></w:lvl>'
            )
        yield "</w:abstractNum>"
        yield '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        for side in range(sides):
            again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
            yield f'<w:num w:numId="{side + 2}"><w:abstractNumId w:val="0"/>{again}</w:num>'
    yield "</w:numbering>"


def _indent(level: int) -> str:
    wide = _hanging(level)
    return (
        f'<w:tabs><w:tab w:val="num" w:pos="{left(level)}"/></w:tabs>'
        f'<w:ind w:left="{left(level)}" w:hanging="{wide}"/>'
    )


# ---------------------------------------------------------------------- styles


def styles(numbers: str) -> Iterator[str]:
    """word/styles.xml."""
    yield (
        f'{XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
        '<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="100" w:line="269" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
    )
    yield _style("Normal", "Normal", default=True)
    yield (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name '
        'w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name '
        'w:val="No List"/></w:style>'
    )
    yield _style("Title", "Title", spacing(0, 80, 240), f"<w:b/><w:bCs/>{_size(40)}")
    yield _style("Subtitle", "Subtitle", spacing(0, 160), _muted(24))
    first = f'<w:keepNext/>{spacing(440, 120)}<w:outlineLvl w:val="0"/>'
    yield _style("Heading1", "heading 1", first, f"<w:b/><w:bCs/>{_size(30)}")
    yield from _headings(numbers)
    yield _style("Speaker", "Speaker", f"<w:keepNext/>{spacing(0, 160)}", _muted(22))
    yield _style("ClaimDetails", "Claim Details", spacing(0, 30), _muted(19))
    yield _style("DeepClaim", "Deep Claim", spacing(60, 40))
    yield _style("ReadersNote", "Reader's Note", f"{_RULE}{spacing(20, 60)}", _size(20))
    yield _style("Option", "Option", spacing(0, 40))
    yield _style("Source", "Source", f'{spacing(0, 80)}<w:ind w:left="426" w:hanging="426"/>')
    yield _style("Footer", "footer", _FOOTER, _muted(18))
    yield _style("FootnoteText", "footnote text", spacing(0, 20, 240), _size(18))
    yield from _characters()
    yield (
        '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{_BORDERS}</w:tblPr></w:style></w:styles>'
    )


def _headings(numbers: str) -> Iterator[str]:
    """Headings 2 to 9: the claims, those that hang on nothing in bold."""
    for level in range(LEVELS):
        number = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
        number = number if numbers in _FORMATS else ""
        room = spacing(240, 60) if not level else spacing(80, 40)
        keep = "<w:keepNext/>" if not level else ""
        indent = "" if number else f'<w:ind w:left="{left(level)}"/>'
        outline = f'<w:outlineLvl w:val="{level + 1}"/>'
        look = f"<w:b/><w:bCs/>{_size(24)}" if not level else ""
        style = keep + number + room + indent + outline
        yield _style(f"Heading{level + 2}", f"heading {level + 2}", style, look)


def _characters() -> Iterator[str]:
    # Bold within bold is not: so the words for roles stand out of the bold claims as well.
    for role, colour in _COLOURS.items():
        name = "Role " + role.capitalize()
        yield _character(style_of(role), name, f'<w:b/><w:bCs/><w:color w:val="{colour}"/>')
    yield _character("Label", "Label", "<w:b/><w:bCs/>")
    yield _character("Verdict", "Verdict", "<w:b/><w:bCs/>")
    yield _character("Hyperlink", "Hyperlink", '<w:color w:val="0A5CAD"/><w:u w:val="single"/>')
    superscript = '<w:vertAlign w:val="superscript"/>'
    yield _character("FootnoteReference", "footnote reference", superscript)


def _style(id: str, name: str, paragraph: str = "", look: str = "", default: bool = False) -> str:
    """A style of paragraphs; those that are not the usual one are based on it."""
    kind = ' w:default="1"' if default else ""
    based = "" if default else '<w:basedOn w:val="Normal"/>'
    after = '<w:next w:val="Normal"/>' if name.startswith(("heading", "Title", "Sub")) else ""
    own = "" if name[0].islower() or name in ("Normal", "Title", "Subtitle") else _CUSTOM
    properties = f"<w:pPr>{paragraph}</w:pPr>" if paragraph else ""
    properties += f"<w:rPr>{look}</w:rPr>" if look else ""
    return (
        f'<w:style w:type="paragraph"{kind}{own} w:styleId="{id}"><w:name w:val="{escape(name)}"/>'
        f"{based}{after}<w:qFormat/>{properties}</w:style>"
    )


def _character(id: str, name: str, look: str) -> str:
    own = "" if name in ("Hyperlink", "footnote reference") else _CUSTOM
    return (
        f'<w:style w:type="character"{own} w:styleId="{id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{look}</w:rPr></w:style>'
    )


def spacing(before: int, after: int, line: int = 0) -> str:
    """Room above and below, in twentieths of a point."""
    lines = f' w:line="{line}" w:lineRule="auto"' if line else ""
    return f'<w:spacing w:before="{before}" w:after="{after}"{lines}/>'


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _muted(half_points: int) -> str:
    return f'<w:color w:val="5F6772"/>{_size(half_points)}'


_CUSTOM = ' w:customStyle="1"'
_EDGE = 'w:val="single" w:sz="4" w:space="0" w:color="B5B9C0"'
_BORDERS = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(f"<w:{side} {_EDGE}/>" for side in ("top", "left", "bottom", "right"))
    + f"<w:insideH {_EDGE}/><w:insideV {_EDGE}/>"
)
_RULE = '<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="B5B9C0"/></w:pBdr>'
_FOOTER = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT}"/></w:tabs>'


# ---------------------------------------------------------------------- text


def run(text: str, style: str = "", rtl: bool = False) -> str:
    """Some words in a style of characters, as they are."""
    inside = f'<w:rStyle w:val="{style}"/>' if style else ""
    inside += "<w:rtl/>" if rtl else ""
    look = f"<w:rPr>{inside}</w:rPr>" if inside else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'


def paragraph(style: str, runs: str, more: str = "", rtl: bool = False) -> str:
    """A paragraph of a style; ``more`` are properties that stand in the schema's order."""
    bidi = "<w:bidi/>" if rtl else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    look = f"<w:pPr>{named}{more if not bidi else _before(more, bidi)}</w:pPr>"
    return f"<w:p>{look}{runs}</w:p>\n"


def _before(more: str, bidi: str) -> str:
    """``bidi`` stands after the number and before the indent."""
    head, indent, tail = more.partition("<w:ind ")
    return f"{head}{bidi}{indent}{tail}"
