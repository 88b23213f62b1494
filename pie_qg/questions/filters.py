"""What is wrong with a question, each with a name; the first that applies is the reason that it is dropped for."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from pie_qg.lexicon import MONTHS
from pie_qg.records import QAPair

ANSWER_ABSENT = "answer not verbatim in the passage"
ANSWER_CUT = "answer cuts a word"
ANSWER_SAYS_LITTLE = "answer only points back"
PRONOUN_LEFT = "pronoun left"
TOO_LONG = "too long"
LONGER_THAN_PASSAGE = "longer than the passage"
ANSWER_IN_QUESTION = "answer in the question"
NO_CONTENT = "question without content"
DUPLICATE = "duplicate"
TANGLED = "tangled"
UNFINISHED = "waits for a word left out"
CUT = "stops in the middle"
UNSURE = "unsure"
UNTIDY = "untidy sentence"
VAGUE = "answer too vague"
AMBIGUOUS = "ambiguous"
OVER_CAP = "over the cap"

MAX_ANSWER_WORDS = 20
MIN_CONTENT_WORDS = 3  # of a question that has no name and no number; else 2
NEAR_DUPLICATE = 0.8  # share of content words that two questions for one answer have in common

_TANGLE = re.compile(
    r"—|[()\[\]{}<>;:|=*\\/~^#]|\b(?:e\.g|i\.e|etc)\b| [-–—] |,\?|http|\b(\w+) \1\b"
    r"|\b(?:and|or|but)(?: only| also| just| even| still)?\?"
    r"|['’]s?\?$|['’]s['’]s\b|\bas (?:soon|long|much|many|far)\?|\bever\b|\bfrom (?:to|through|until|till)\b"
    r"|\bfrom one\b(?!.* to )|\bincluding(?: but\b|\?)|\bin order(?! to\b)|\b(?:that|those) of\b| [-–]\?"
    r"|\b(?:is|are|was|were|do|does|did|has|have|had) (?:and|or|but)\b"
    r"| [-–]\w|\w-[,?]|(?<!\.)\b[A-Z]\.\?|\b(?:around|about|approximately)\?|\bthe (?:\w+ )?(?:letters?|word|symbol)\?"
    r"|\b(?:a new one|the ones|the latter|the former|namely)\b|\bof (?:after|as)\b|\bthe same (?:true|apply)\b"
    r"|\b(?:simply|merely|genuinely)\?|^Since what (?:is|are|was|were|has|have|had|do|does|did)\b"
    r"|^(?:After|Before) .*\b(?:later|earlier|ago)\b|\bother [^?]*\binclude\?"
    r"|\b(?:some|many|few|several|any|each|every) the\b|\bthe own\b"
    r"|^Wh\w+ (?:is|are|was|were) the ones? (?:that|which|who)\b"
    r"|^Wh\w+ (?:is|are|was|were|has|have|had) any\b.* by\?$"
    r"|\bof what time\b|\bfrom [\d.,]+ to(?! \$?\d)|−|\b(?:"
    + "|".join(MONTHS)
    + r") and \d{1,2}\?|_| ['’] |(?<!the )(?<!each )(?<!every )\bfollowing (?:day|week|month|year|season)\b"
    r"|(?<!of )(?<!into )\b(?:two|three|four|five|six|seven|eight|nine|ten)\?"
)
_ANSWER_TANGLE = re.compile(
    r"(?<!\d) [-–] (?!\d)|^\w+ed, (?:especially|particularly|notably|mainly|mostly) "
    r"|^(?:of|in|by|than|that) |^etc|, then$|^so (?:I|he|she|it|we|they|you|the|that)\b|,$|^[-–]|[-–]$|\w—\w|http"
    r"| (?:and|or|the|of|in|on|at|to|for|with|from|by|as|than|that)$|^to \d| (?:an?|in case)$"
    r"|^when it c[ao]mes? to\b|_|[()\[\]{}<>=*\\/~^#|;]"
)
# A word that a hyphen sticks to a small one, as no compound ends or begins ("the ceiling-for two years", "the-report"),
# or a stop to the next sentence ("officials.-In May"); but "one-and-a-half", "who-knows-what", "sought-after".
_STUCK = re.compile(
    r"(?<![\w-])[A-Za-z]{3,}-(?:an|and|are|as|at|be|been|but|could|for|from|had|has|have|he|her|his|is|it|its|or|our|said"
    r"|she|that|the|their|they|this|was|we|were|which|who|will|with|would|(?<=s-)after)\b(?![-'’])"
    r"|(?<![\w-])(?:an|and|are|be|been|but|could|from|had|has|have|his|is|its|or|our|said|that|the|their|they|this|was|we"
    r"|were|which|would)-[A-Za-z]{2,}|\w\.-|,-\w|-(?:had|has|have|was|were)-"
)
# "many years", "the time", "recent decades": nothing but units and words that leave open which or how many.
_VAGUE_TIME = re.compile(
    r"(?:(?:about|around) the (?:time|moment))"
    r"|(?:\b(?:a|an|the|this|that|these|of|for|some|many|long|short|recent|several|few|all|final|first|last|next|same|"
    r"certain|specified|early|later|earlier|other|past|previous|following|good|low|times?|days?|nights?|mornings?|"
    r"weeks?|months?|years?|hours?|minutes?|seconds?|decades?|century|centuries|moments?|periods?|whiles?|now|then|"
    r"ago|relatively|very|quite)\b\W*)+",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"\b(?:once|twice|times|every|each)\b", re.IGNORECASE)
# "More people", "fewer slaves", "one group": of whom, and than when, is not said.
_NOBODY = re.compile(
    r"(?:another|more|fewer|certain|various) \w+|(?:\w+ )?(?:basis|roots?|aspects?)|mechanism|people|persons?|business"
    r"|(?:any|no|some) reasons?"
    r"|(?:one|some|many|most|several|other) groups?|process|program(?:me)?|changes?|figure|revelation"
    r"|(?:main|major|chief|primary) focus|.* onwards?"
    r"|(?:some |many |the |most |all )?(?:others?|ones?|some|many|most|several|few|things?)"
    r"|(?:first|last|only) (?:person|people|one|thing|man|woman|place|step|part|version|example)",
    re.IGNORECASE,
)
# "What was maize? An important crop.": how much of something it is, and not which.
_RANKED = re.compile(
    r"(?:very |most |more )?(?:important|major|main|chief|key|principal|primary|significant|full|complete|whole|great|"
    r"high|good|special|common|popular|valuable|notable|prominent|useful) \w+",
    re.IGNORECASE,
)
_WHAT_IT_IS = re.compile(r"What (?:is|are|was|were) (?!another\b)")
_ANY_OF_THEM = re.compile(r"(?:different|various|diverse) \w+", re.IGNORECASE)
_ANY_ONE_OF_THEM = re.compile(r"one (?!hundred\b|thousand\b|million\b|billion\b)[a-z]+", re.IGNORECASE)
# What an answer and its question share out: "one word" and "another word", "different men" and "different towns".
_SHARED_OUT = (
    (re.compile(r"one \w+", re.IGNORECASE), re.compile(r"\b(?:another|the other)\b")),
    (_ANY_OF_THEM, re.compile(r"^What \w+ (?:different|various|diverse)\b")),
)
_OPENED, _CLOSED = re.compile(r"(?:^|\s)['‘]\w"), re.compile(r"\w[.,]?['’](?:\s|\?|,|$)")
# "What is neuroscience?": what a name or a term means, where the answer says so in two words or more.
_DEFINITION = re.compile(r"What (?:is|are|was|were) (?!(?:the|an?|some|other|only|every|each|one|another)\b)[\w' -]+\?")
_DEFINES = 2
_OF_ONE = ("object:", "prepositional:", "agent:", "time:", "place:", "number:")
_OF_AN_EVENT = ("subject:", "object:", "prepositional:")  # "What was built?" is no such question
_OF_A_DOER = ("subject:", "merged:", "agent:")
# "Later", "often", "slowly": what tells when or how, and not what is asked about.
_HOW = re.compile(r"(?:later|earlier|soon|sometimes|often|seldom|now|then|still|already|again|always|never|\w{3,}ly)")
# "In which country did a revolt happen?", "When was a record set?": one among many, of which no more is said.
_ANY_ONE = re.compile(r"[\w ]*(?:is|was|did|has|had) an? [\w-]+ [\w-]+(?: by)?\?")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_POSSESSIVE = re.compile(r"['’]s\b")
STOP_WORDS = frozenset(
    "a an the of in on at to for from by with as and or but nor not no is are was were be been being am do does did "
    "have has had having can could may might must shall should will would who whom whose what which when where why how "
    "many much long old far it its he him his she her they them their this that these those there i you your we our us "
    "my me into than then so if s t also such some any all both each other type kind sort people thing things".split()
)


def content_words(text: str) -> frozenset[str]:
    """Return the words of a text that carry meaning, in lower case."""
    return frozenset(word for word in _words(text) if word not in STOP_WORDS)


def overlap(question: str, sentence: str) -> float:
    """Return the share of a question's content words that its answer's sentence has, 0 to 1."""
    asked = content_words(question)
    return len(asked & content_words(sentence)) / len(asked) if asked else 0.0


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _long_answer(pair: QAPair) -> bool:
    return len(pair.answer.split()) > MAX_ANSWER_WORDS


def _answer_in_question(pair: QAPair) -> bool:
    answer = [word for word in _words(pair.answer) if word not in {"a", "an", "the"}]
    if not answer:
        return True
    question = f" {' '.join(_words(pair.question))} "
    if len(answer) > 1 and f" {' '.join(answer)} " in _POSSESSIVE.sub("", question):  # "the Ghent Mill's first owner"
        return True
    content = _singular(content_words(pair.answer))
    return f" {' '.join(answer)} " in question or (bool(content) and content <= _singular(content_words(pair.question)))


def _singular(words: frozenset[str]) -> set[str]:
    """Return words without a plural's ending: "fatty acids" has "fatty acid"."""
    return {word[:-1] if word.endswith("s") and len(word) > 3 else word for word in words}


def _vague(pair: QAPair) -> bool:
    """ "For many years" says not how long, "hours later" no time, "others" not who, "once a month" not when."""
    kind = pair.question_type
    if (kind in {"when", "how long"} or pair.rule.startswith("time:")) and _VAGUE_TIME.fullmatch(pair.answer):
        return True
    if kind not in {"what", "who"}:
        return kind == "when" and bool(_OFTEN.search(pair.answer))
    if any(one.fullmatch(pair.answer) and other.search(pair.question) for one, other in _SHARED_OUT):
        return True
    if pair.rule.startswith(("object:", "prepositional:")) and _ANY_ONE_OF_THEM.fullmatch(pair.answer):
        return True
    if pair.rule == "attribute:thing" and _WHAT_IT_IS.match(pair.question) and _RANKED.fullmatch(pair.answer):
        return True
    return bool(_NOBODY.fullmatch(pair.answer)) or (
        pair.rule.startswith(_OF_A_DOER) and bool(_ANY_OF_THEM.fullmatch(pair.answer))
    )


def _no_content(pair: QAPair) -> bool:
    """ "What did the sides establish?" could be about anything; "How was the handle?" says enough."""
    words = content_words(pair.question)
    if pair.rule == "object:thing" and pair.question.startswith("What "):
        words -= set(_words(pair.question)[1:2]) & set(_words(pair.answer))  # "What steps did she take? → first steps"
    if pair.question_type == "how":
        return not words
    if _ANY_ONE.fullmatch(pair.question) and pair.rule.startswith(_OF_ONE):
        return True
    what = [word for word in words if not _HOW.fullmatch(word)]  # "What was built later?"
    bare = len(what) <= 1 and pair.rule.startswith(_OF_AN_EVENT)
    if _DEFINITION.fullmatch(pair.question) and len(pair.answer.split()) >= _DEFINES and not bare:
        return False
    named = any(word[:1].isupper() or word[:1].isdigit() for word in _WORD.findall(pair.question)[1:])
    asks_for = pair.question_type not in {"what", "whose"}  # "when", "who", "how many" say what is wanted
    return len(words) + named + asks_for < MIN_CONTENT_WORDS


def _tangled(pair: QAPair) -> bool:
    """Brackets, lone quotation marks, symbols and words stuck together are left where a parse went wrong."""
    if any(_STUCK.search(text) for text in (pair.question, pair.answer)):
        return True
    for text in (pair.question, pair.answer):
        if text.count('"') % 2 or text.count("“") != text.count("”") or text.count("(") != text.count(")"):
            return True
    if pair.answer[0] in "'‘" and pair.answer[-1] not in "'’":
        return True
    for text in (pair.question, pair.answer):
        if len(_OPENED.findall(text)) > len(_CLOSED.findall(text)):  # "its name 'Der Saadet?"
            return True
    return bool(_TANGLE.search(pair.question)) or bool(_ANSWER_TANGLE.search(pair.answer))


ONE_BY_ONE: tuple[tuple[str, Callable[[QAPair], bool]], ...] = (
    (TOO_LONG, _long_answer),
    (TANGLED, _tangled),
    (VAGUE, _vague),
    (NO_CONTENT, _no_content),
    (ANSWER_IN_QUESTION, _answer_in_question),
)


def fault(pair: QAPair, passage: str, max_words: int) -> str | None:
    """Return what is wrong with a pair by itself, asked about that passage's text."""
    if len(pair.question.split()) > max_words:
        return TOO_LONG
    if len(pair.question) > len(passage):
        return LONGER_THAN_PASSAGE
    return next((reason for reason, is_wrong in ONE_BY_ONE if is_wrong(pair)), None)


def faults_among(pairs: Sequence[QAPair]) -> list[str | None]:
    """Return what is wrong with each pair among the others of its passage; the surer duplicate stays."""
    words = [content_words(pair.question) for pair in pairs]
    order = sorted(range(len(pairs)), key=lambda place: (-pairs[place].confidence, place))
    reasons: list[str | None] = [None] * len(pairs)
    kept: list[int] = []
    for place in order:
        if any(_same(pairs[place], pairs[other], words[place], words[other]) for other in kept):
            reasons[place] = DUPLICATE
        elif any(_differs(pairs[place], pairs[other], words[place], words[other]) for other in order if other != place):
            reasons[place] = AMBIGUOUS
        else:
            kept.append(place)
    return reasons


def _same(one: QAPair, other: QAPair, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    if not _overlap(one, other) or _says_more(one, other, ours) or _says_more(other, one, theirs):
        return False
    return len(ours & theirs) >= NEAR_DUPLICATE * max(len(ours | theirs), 1)


def _says_more(one: QAPair, other: QAPair, ours: frozenset[str]) -> bool:
    """ "What kind of potters made jugs? → German" beside "Who made jugs? → German potters": one says "potters"."""
    answer, longer = content_words(one.answer), content_words(other.answer)
    return bool(answer) and answer < longer and bool((longer - answer) & ours)


def _differs(one: QAPair, other: QAPair, ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Another fact answers the question differently: it holds all that the question says."""
    if _overlap(one, other) or one.question_type != other.question_type or one.answer.lower() == other.answer.lower():
        return False
    if one.triple.relation == other.triple.relation and one.sentence == other.sentence:
        return one.question == other.question
    told, done = one.rule.startswith("attribute:"), not other.rule.startswith("attribute:")
    if told and done and one.sentence == other.sentence:
        return False  # "The bay is a harbor that bounds the town.": what it bounds is no other answer to what it is
    return ours <= theirs


def _overlap(one: QAPair, other: QAPair) -> bool:
    return one.answer_start < other.answer_start + len(other.answer) and other.answer_start < one.answer_start + len(
        one.answer
    )
