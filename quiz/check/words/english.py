"""English."""

from quiz.check.words import Words
from quiz.check.words.english_phrases import PHRASES
from quiz.core.patterns import late

_NOUN = r"(?:[Oo]ption|[Aa]nswer|[Cc]hoice|[Aa]lternative|[Dd]istractor)"
_VERB = r"(?:is|are|would|cannot|confuses|names|gives|describes|mixes|says)"
_LETTERED = rf"\b{_NOUN}s? (?:\([A-Ha-h1-9]\)|[A-Hb-h](?![\w'’]|\.\w)|[1-9](?=[,;:)]|\.?$|\. | (?:and|or|{_VERB})\b))"
_JUDGED = (
    r"(?:^|[.;:!?,]\s|\b(?:and|but|so|that|while|because)\s)[A-H] (?:is|was|cannot be|would be) "
    r"(?:(?:also|only|not|never|the|partly|half) )*(?:right|correct|wrong|incorrect|true|false|best|answer|key)\b"
)
_PAIRED = (
    r"\b(?:[Bb]oth|[Nn]either|[Ee]ither) [A-H] (?:and|n?or) [A-H]\b"
    r"|(?:^|[.;:!?]\s)[A-H](?:, [A-H])* (?:and|or) [A-H] are\b"
)
_PLACED = rf"\b(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]ifth|[Ll]ast|[Tt]op|[Bb]ottom) {_NOUN}s? {_VERB}\b"
_ABOVE = rf"\b{_NOUN}s? (?:above|below)\b|\b[Tt]he above {_NOUN}s?\b"

_NUMBERS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty"
)
ENGLISH = Words(
    stop=frozenset(
        "a about above across after again against all along also am among an and another any are around as at "
        "away be became because become been before being below between both but by came can cannot come could "
        "did do does doing done down during each either else even ever every few for from further get give "
        "given goes had has have having he her here hers herself him himself his how however i if in into is "
        "it its itself just kind least less like made make many may me might more most much must my myself "
        "neither no nor not now of off on once one only onto or other others our ours out over own part per "
        "put same say see set shall she should since so some such take taken than that the their theirs them "
        "themselves then there these they thing this those though through thus to too toward towards under "
        "until up upon us use used very was way we well went were what when where whether which while who "
        "whom whose why will with within without would yet you your".split()
    ),
    negations=frozenset({"not", "except", "least", "incorrect", "false", "untrue", "never", "cannot"}),
    strong_absolutes=frozenset(
        "always never nobody everyone everybody nothing completely absolutely totally definitely invariably impossible "
        "inevitably".split()
    ),
    weak_absolutes=frozenset("all only every none entirely must cannot".split()),
    vague=frozenset(
        "frequently occasionally rarely seldom sometimes usually regularly generally often mostly somewhat nearly "
        "commonly typically normally".split()
    ),
    hedges=frozenset("usually often most some may might sometimes generally partly".split()),
    imperatives=frozenset(
        "name identify choose select complete put match order fill arrange sort give list state pair find pick mark "
        "tell write type calculate count rank decide describe explain".split()
    ),
    pronouns=frozenset("he she it they this these such however but".split()),
    numbers=tuple(_NUMBERS.split()),
    tens=tuple("ten twenty thirty forty fifty sixty seventy eighty ninety".split()),
    asks_number=frozenset(
        "when year years date dates day month decade century centuries many much old long far often number percentage "
        "percent amount size share times".split()
    ),
    choose_all=("all", "every", "each", "several", "one or more", "more than one"),
    articles=("a", "an"),
    like_vowel=("hour", "honest", "honor", "honour", "heir", "8", "11", "18"),
    like_consonant=tuple("eu ewe once one- ubiq ukrain unanim unif unio uniq unit univ uran use usu util utop".split()),
    singular_cues=frozenset({"is", "was", "this"}),
    plural_cues=frozenset({"are", "were", "these"}),
    determiners=frozenset("a an one each every another this that".split()),
    plurals=frozenset(
        "people men women children police cattle feet teeth mice geese oxen sheep clergy both many".split()
    ),
    points_to_option=late(rf"{_LETTERED}|{_JUDGED}|{_PAIRED}|{_PLACED}|{_ABOVE}"),
    phrases=PHRASES,
)
