"""FreeMind: maps that others drew, with icons, notes in HTML and arrows."""

from __future__ import annotations

from debate.model import Role
from tests.support.reading import said, sound

MAP = """<map version="1.0.1">
<node ID="n0" TEXT="Cats or dogs">
 <node ID="n1" TEXT="Cats" POSITION="right">
  <node ID="n2" TEXT="They are clean"><icon BUILTIN="button_ok"/></node>
  <node ID="n3" TEXT="They scratch"><icon BUILTIN="button_cancel"/>
   <arrowlink DESTINATION="n1"/>
   <richcontent TYPE="NOTE"><html>
   <body><p>Only <b>some</b> do</p><p>I think</p></body></html></richcontent>
  </node>
  <node ID="n4"><richcontent TYPE="NODE"><html>
   <body><p>A long</p><p>text</p></body></html></richcontent>
   <attribute NAME="since" VALUE="1990"/></node>
 </node>
</node>
</map>
"""


def test_icons_notes_and_long_texts() -> None:
    debate = sound("freemind", MAP)
    assert debate.title == "Cats or dogs"
    assert [(claim.role, claim.text, claim.note) for claim in debate.claims] == [
        (Role.THESIS, "Cats", None),
        (Role.SUPPORT, "They are clean", None),
        (Role.SUPPORT, "A long text", None),
        (Role.OBJECTION, "They scratch", "Only some do\nI think"),
    ]
    assert debate.claims[2].extra == {"freemind": {"since": "1990"}}
    assert debate.claims[3].extra == {"freemind": {"arrowlink": "n1"}}
    assert said("freemind", MAP) == ["6:1 arrow", "10:1 unsigned"]


def test_branches_that_speak_for_and_against_hang_on_the_middle() -> None:
    debate = sound(
        "freemind",
        """<map><node TEXT="Cars should go"><node TEXT="Pro: they pollute"/>
        <node TEXT="Cons"><node TEXT="freedom"/></node><node TEXT="- slow"/>
        <node TEXT="noisy"><icon BUILTIN="button_ok"/><icon BUILTIN="flag"/></node></node></map>""",
    )
    assert [(claim.role, claim.text, claim.depth) for claim in debate.claims] == [
        (Role.THESIS, "Cars should go", 0),
        (Role.SUPPORT, "they pollute", 1),
        (Role.SUPPORT, "noisy", 1),
        (Role.OBJECTION, "freedom", 1),
        (Role.OBJECTION, "slow", 1),
    ]
    assert debate.claims[2].extra == {"freemind": {"icons": "flag"}}


def test_signs_of_a_few_branches_are_kept() -> None:
    text = """<map><node TEXT="Traffic"><node TEXT="Cars should go"/><node TEXT="Con: trams"/>
    <node TEXT="Buses"><icon BUILTIN="button_cancel"/></node><node TEXT="Feet"/>
    <node TEXT="Bikes"/></node></map>"""
    debate = sound("freemind", text)
    assert {claim.role for claim in debate.claims} == {Role.THESIS}
    assert debate.claims[1].text == "Con: trams"
    assert debate.claims[2].extra == {"freemind": {"icon": "button_cancel"}}
    assert said("freemind", text) == ["1:1 idle-sign"]


def test_what_is_no_map_is_refused() -> None:
    assert said("freemind", "<map/>") == ["1:1 freemind"]
    assert said("freemind", "<node TEXT='x'/>") == ["1:1 freemind"]
    assert said("freemind", "<map><node>") == ["1:12 xml"]
