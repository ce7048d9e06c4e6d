"""Argumentation schemes: common kinds of argument, and the questions that test each.

The names are those of Walton, Reed and Macagno, Argumentation Schemes (Cambridge University Press,
2008), the critical questions theirs in substance and ours in wording. A critical question is what a
reader asks of an argument of that kind; one without a good answer is an objection.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(slots=True, frozen=True)
class Scheme:
    """A kind of argument: its usual name, its critical questions, its other names."""

    name: str
    questions: tuple[str, ...]
    aliases: tuple[str, ...] = ()


def lookup(name: str) -> Scheme | None:
    """The scheme called ``name``, or None.

    Case, hyphens and "argument from" do not matter: "Expert-Opinion" is "argument from expert
    opinion".
    """
    return _BY_KEY.get(_key(name))


def nearest(name: str) -> str | None:
    """The usual name of the scheme spelled most like ``name``; None where none comes close."""
    close = get_close_matches(_key(name), _BY_KEY, n=1, cutoff=0.6)
    return _BY_KEY[close[0]].name if close else None


_FRAME = re.compile(
    r"^(?:arguments? |inference )?(?:(?:from|by|based on|appeal to|to) )?|"
    r" (?:arguments?|schemes?|reasoning)$"
)
_ARTICLES = frozenset({"a", "an", "the"})


def _key(name: str) -> str:
    """What is left of a name for telling schemes apart: "negative consequence"."""
    words = re.sub(r"[^\w]+|_", " ", name.casefold()).split()
    plain = " ".join(word for word in words if word not in _ARTICLES)
    bare = _FRAME.sub("", plain) or plain
    return " ".join(word.removesuffix("s") for word in bare.split())


# Schemes stand by kin: who says so, what is alike, what causes what, what to do, who speaks.
_ALL = (
    Scheme(
        "argument from expert opinion",
        (
            "Is the person really an expert, and in the field that the claim belongs to?",
            "What exactly was said, and does the claim follow from it?",
            "Is the expert honest and free of interests in the matter?",
            "Do other experts agree?",
            "What evidence does the expert give?",
        ),
        ("authority", "expert testimony"),
    ),
    Scheme(
        "argument from position to know",
        (
            "Is the person placed so as to know this?",
            "Is the person truthful?",
            "Did the person really say it?",
        ),
    ),
    Scheme(
        "argument from witness testimony",
        (
            "Is the account consistent in itself?",
            "Does it fit what is known from elsewhere, and what other witnesses say?",
            "Has the witness a reason to bend the truth?",
            "How plausible is what the witness reports?",
        ),
        ("testimony",),
    ),
    Scheme(
        "argument from popular opinion",
        (
            "What shows that most people believe it?",
            "Why should what most people believe be true in this matter?",
        ),
        ("general acceptance", "ad populum"),
    ),
    Scheme(
        "argument from popular practice",
        (
            "What shows that most people act like this?",
            "Have they good reasons for it, or do they only follow each other?",
        ),
    ),
    Scheme(
        "argument from ignorance",
        (
            "How thoroughly has the matter been looked into?",
            "Would it be known by now if it were true?",
            "Who has to show that it is so, or that it is not?",
        ),
        ("lack of evidence", "ad ignorantiam"),
    ),
    Scheme(
        "argument from example",
        (
            "Did the example really happen as told?",
            "Is it typical of the cases that the claim is about?",
            "Are there examples of the contrary?",
            "Did special circumstances make this case what it was?",
        ),
    ),
    Scheme(
        "argument from analogy",
        (
            "Are the two cases alike in what matters here?",
            "Are there differences that would change the conclusion?",
            "Is what is said about the first case true?",
            "Is there another case, just as similar, that went the other way?",
        ),
    ),
    Scheme(
        "argument from precedent",
        (
            "Is the earlier case like this one in what mattered to its decision?",
            "Was the earlier case decided rightly?",
            "Do other precedents point elsewhere?",
            "What has changed since?",
        ),
    ),
    Scheme(
        "argument from classification",
        (
            "Does the thing have the marks of that class, and what shows it?",
            "Does everything in the class have the property?",
            "Is the classification in doubt, or chosen to suit the conclusion?",
        ),
        ("verbal classification", "definition to verbal classification"),
    ),
    Scheme(
        "argument from composition",
        (
            "Do the parts really have the property?",
            "Is it a property that passes from the parts to the whole?",
        ),
    ),
    Scheme(
        "argument from division",
        (
            "Does the whole really have the property?",
            "Is it a property that passes from the whole to each part?",
        ),
    ),
    Scheme(
        "argument from sign",
        (
            "How strongly does the sign go together with what it is a sign of?",
            "What else could account for the sign?",
            "Are there signs of the contrary?",
        ),
    ),
    Scheme(
        "argument from evidence to hypothesis",
        (
            "Would the hypothesis really lead one to expect this evidence?",
            "Has the evidence in fact been found?",
            "What else might explain the evidence?",
        ),
        ("verification",),
    ),
    Scheme(
        "inference to the best explanation",
        (
            "How well does the explanation fit everything that is known?",
            "Which other explanations are there, and how much worse are they?",
            "Has the search for other explanations gone far enough?",
            "Should one wait for more facts before concluding?",
        ),
        ("abductive", "abduction", "abductive argument from effects to causes"),
    ),
    Scheme(
        "argument from cause to effect",
        (
            "How strong is the causal link, and how often does it hold?",
            "What shows that there is such a link?",
            "Could something else stop the effect, or be at work here?",
        ),
        ("causal",),
    ),
    Scheme(
        "argument from correlation to cause",
        (
            "Do the two really go together, and in enough cases?",
            "Could it be chance?",
            "Could something third cause both?",
            "Might the causation run the other way?",
        ),
    ),
    Scheme(
        "argument from gradualism",
        (
            "Is every step really as small as the one before?",
            "Is there a step at which it makes sense to stop?",
            "Do many harmless steps add up to a harm?",
        ),
    ),
    Scheme(
        "slippery slope argument",
        (
            "Which steps lead from the first to the feared end?",
            "How likely is each step once the one before is taken?",
            "Where could one stop on the way?",
            "How bad is the end really?",
        ),
    ),
    Scheme(
        "argument from consequences",
        (
            "How likely are these consequences?",
            "What shows that they would follow?",
            "Which consequences on the other side should be weighed against them?",
        ),
    ),
    Scheme(
        "argument from positive consequences",
        (
            "How likely is it that the good would come about?",
            "What shows that it would?",
            "What harm would come with it, and does the good outweigh it?",
        ),
        ("good consequences",),
    ),
    Scheme(
        "argument from negative consequences",
        (
            "How likely is it that the harm would come about?",
            "What shows that it would?",
            "What good would come with it, and does the harm outweigh it?",
        ),
        ("bad consequences",),
    ),
    Scheme(
        "practical reasoning",
        (
            "Which other goals does this action get in the way of?",
            "Are there other ways to the goal, and is this the best of them?",
            "Is the action possible?",
            "Would it really bring the goal about?",
            "Which side effects would it have?",
        ),
        ("goal", "means to ends"),
    ),
    Scheme(
        "argument from alternatives",
        (
            "Are these really all the alternatives?",
            "Are the others ruled out for good reasons?",
            "Do they exclude each other?",
        ),
        ("elimination", "disjunctive syllogism"),
    ),
    Scheme(
        "argument from values",
        (
            "Who holds this value, and does it apply here?",
            "Which other values are at stake, and which of them comes first?",
            "Does the action really serve the value?",
        ),
    ),
    Scheme(
        "argument from waste",
        (
            "Can the goal still be reached?",
            "Is what has been spent gone whatever one does next?",
            "Would the further effort bring more if it were spent elsewhere?",
        ),
        ("sunk costs",),
    ),
    Scheme(
        "argument from danger appeal",
        (
            "How likely and how serious is the danger?",
            "Would the proposed act avert it?",
            "Is there another way to avert it?",
        ),
        ("danger",),
    ),
    Scheme(
        "argument from fear appeal",
        (
            "Is the feared outcome likely, or only vivid?",
            "Would the proposed act prevent it?",
            "Does the fear take the place of reasons?",
        ),
        ("fear",),
    ),
    Scheme(
        "argument from threat",
        (
            "Can the one who threatens carry it out?",
            "Is it credible that they will?",
            "Does the threat bear on whether the claim is true, or on what it costs to say so?",
        ),
        ("ad baculum",),
    ),
    Scheme(
        "argument from commitment",
        (
            "Did the person really commit to this?",
            "Does the commitment cover this case?",
            "Has the person given it up since, and was free to?",
        ),
    ),
    Scheme(
        "argument from inconsistent commitment",
        (
            "What shows each of the two commitments?",
            "Do they really contradict each other?",
            "Is there an explanation, such as a change of mind?",
        ),
    ),
    Scheme(
        "circumstantial ad hominem argument",
        (
            "Do the person's deeds really go against what they say?",
            "Can the seeming contradiction be explained?",
            "Does it bear on the argument, or only on who makes it?",
        ),
        ("ad hominem circumstantial",),
    ),
    Scheme(
        "direct ad hominem argument",
        (
            "Is what is said about the person's character true?",
            "Does character matter to this question at all?",
            "Is the argument good or bad whoever makes it?",
        ),
        ("ad hominem direct", "ad hominem", "generic ad hominem", "character attack"),
    ),
    Scheme(
        "argument from bias",
        (
            "What shows that the person is biased?",
            "Is taking a side wrong in this kind of exchange?",
            "Do the person's reasons hold up on their own?",
        ),
    ),
    Scheme(
        "ethotic argument",
        (
            "Is the person of good character, and what shows it?",
            "Does character matter to this question?",
            "How much more credible does it make the claim?",
        ),
        ("ethos",),
    ),
    Scheme(
        "argument from rules",
        (
            "Does the rule apply to this case?",
            "Are there other rules that conflict with it or override it?",
            "Is this case an exception?",
        ),
    ),
    Scheme(
        "argument from established rule",
        (
            "Is the rule really established, and what does it say exactly?",
            "Does it apply to this case?",
            "Is it a good rule, or should it be changed?",
        ),
    ),
    Scheme(
        "argument from exceptional case",
        (
            "Is this case of a kind that the rule already makes an exception for?",
            "What besides wishing sets it apart from the ordinary cases?",
            "If it counts as an exception, what would not?",
        ),
        ("exception",),
    ),
)

#: Every scheme by its usual name.
SCHEMES: dict[str, Scheme] = {scheme.name: scheme for scheme in _ALL}

_BY_KEY = {_key(name): scheme for scheme in _ALL for name in (scheme.name, *scheme.aliases)}
