"""English."""

from quiz.check.words import Words

ENGLISH = Words(
    stop=frozenset(
        "a about above across after again against all along also am among an and another any are around as at away "
        "be became because become been before being below between both but by came can cannot come could did do does "
        "doing done down during each either else even ever every few for from further get give given goes had has have "
        "having he her here hers herself him himself his how however i if in into is it its itself just kind "
        "least less like made make many may me might more most much must my myself neither no nor not now of off on once one only "
        "onto or other others our ours out over own part per put same say see set shall she should since so some such "
        "take taken than that the their theirs them themselves then there these they thing this those though through "
        "thus to too toward towards under until up upon us use used very was way we well went were what when where "
        "whether which while who whom whose why will with within without would yet you your".split()
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
        "name identify choose select complete put match order fill arrange sort give list state pair".split()
    ),
    pronouns=frozenset("he she it they this these such however but".split()),
)
