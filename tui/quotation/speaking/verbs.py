"""Verbs by which articles report speech, in English, French, German and Spanish; only words, no decisions.

Everything is written in small letters with straight apostrophes.
"""

from __future__ import annotations

from functools import cache
from itertools import chain


def _words(block: str) -> frozenset[str]:
    return frozenset(block.casefold().split())


_ENGLISH_REGULAR = """
    accuse acknowledge add address admit advise affirm allege announce answer argue ask assert assure attest aver
    beg blast boast brag call caution challenge charge chant chide chime claim clarify coin comment complain concede
    conclude condemn confess confide confirm contend continue counter counsel cry
    declare decry defend demand denounce deny describe detail deem dismiss disclose dub elaborate emphasize emphasise
    estimate exclaim explain express fear fume gasp gush grumble hail hint holler implore imply indicate inform insist
    interject joke lament label laugh maintain marvel mention mock mumble murmur muse mutter name note object observe
    offer opine order plead pledge point post praise predict proclaim promise propose protest quip radio rail recall
    recommend recount refer reflect reiterate relate remark remember remind repeat reply report request respond
    retort reveal roar scoff scold scream shout sigh signal slam snap sneer specify speculate state stress suggest
    surmise sum term testify text thank theorize threaten thunder tout tweet urge utter venture voice vow wail
    warn whisper wonder yell brand characterise characterize ridicule criticise criticize summarise summarize
    apologise apologize rage tease interrupt blurt guess reason rant message email e-mail blog
    """
_ENGLISH_DOUBLED = {
    "admit": "admitt",
    "quip": "quipp",
    "brag": "bragg",
    "dub": "dubb",
    "sum": "summ",
    "slam": "slamm",
    "refer": "referr",
    "blog": "blogg",
    "snap": "snapp",
    "beg": "begg",
}
_ENGLISH_IRREGULAR = _words(
    """
    say says said saying tell tells told telling write writes wrote written writing read reads reading think thinks
    thought put puts putting speak speaks spoke go goes went swear swears swore swearing shoot shoots shot hold holds
    know knows knew feel feels felt find finds found hear believe believes believed hope hopes hoped
    labelled labelling signalled cite cites cited citing quote quotes quoted quoting
    """
)
ENGLISH_WEAK = _words(
    """
    think thinks thought read reads reading put puts putting speak speaks spoke go goes went shoot shoots shot hold
    holds know knows knew feel feels felt find finds found hear believe believes believed hope hopes hoped name names
    named naming address addresses addressed fear fears feared order orders ordered offer offers offered thank thanks
    thanked cite cites cited citing quote quotes quoted quoting refer refers referred referring accuse accuses accused
    laugh laughs laughed sigh sighs sighed hail hails hailed mention mentions mentioned express expresses expressed
    """
)
"""Words that report speech only where a quotation stands close by."""

_ENGLISH_NOUNS = _words(
    """
    chant
    report claim call note comment answer post state charge demand order name point term text request reply offer
    voice promise protest object joke cry fear hint label laugh quip remark sigh signal tweet vow pledge radio message
    email e-mail blog brand reason rage estimate guess address detail boast challenge counsel slam blast
    propose recall repeat retort scream shout whisper yell murmur wonder plead
    """
)
"""Verbs whose plain and -s forms are nouns as often."""

_FRENCH_ER = """
    affirm ajout annonc assur accus appell appel avou clam command comment concéd condamn confi confirm conseill
    considèr constat critiqu cit déclar demand dénonc dépl déplor détaill estim évoqu expliqu expos félicit gliss
    indiqu inform insist interrog ironis jug justifi lanc lâch martel menac mentionn murmur narr
    not observ plaid plaisant précis proclam pronostiqu protest racont rapport rappel rappell réclam recommand
    regrett relat remarqu rétorqu répliqu répèt résum révél alarm étonn salu signal signifi soulign
    soupir suggèr témoign tempêt tonn tranch balay balaie lament souhait propos qualifi fustig
    indign inquièt exclam désol interpell exhort rassur souffl agac emport raill pest râl tacl amus
    interrog assèn scand calcul grogn exig prôn vant reproch relativis temporis minimis réaffirm
    martèl object marmonn parl hurl insurg offusqu espèr avanc corrig enrag indiqu
    """
_FRENCH_IRREGULAR = _words(
    """
    dit dite dits dites disait disent dira dire
    répond répondu répondait répondent écrit écrivait écrivent reconnaît reconnait reconnu
    soutient soutenu soutenait prévient prévenu promet promis admet admis conclut conclu concluait poursuit poursuivi
    poursuivait réjouit réjoui souvient souvenu prédit maintient maintenu défend défendu avertit averti convient
    sourit surenchérit renchérit enchaîne enchaîné nie nié plaint crie crié réagit réagi
    """
)
_GERMAN_REGULAR = """
    sag erklär antwort äußer beklag klag bericht bestätig beton behaupt bemerk berichtig beschwer bezeichn
    beziffer bedauer begründ darleg droh ergänz erinner erläuter erzähl forder frag fürcht hoff kommentier
    kritisier kündig lob mahn mein merk moder murmel reagier schätz schilder schimpf schwärm
    seufz spott stell stöhn teil twitter urteil versicher verteidig warn
    wiederhol wunder wünsch zitier erwider entgegn vermeld spekulier resümier bilanzier appellier plädier
    mutmaß wüt flüster
    """
_GERMAN_IRREGULAR = _words(
    """
    sprach spricht sprachen gesprochen schrieb schreibt schrieben geschrieben nannte nennt nannten genannt rief ruft
    riefen gerufen hieß heißt befand befindet versprach verspricht versprochen gestand gesteht wies
    wirft warf verwies verweist unterstrich unterstreicht beschrieb beschreibt räumte räumt
    widersprach widerspricht empfahl empfiehlt
    """
)
_SPANISH_AR = """
    afirm aport declar explic asegur señal indic inform insist coment cont lament apunt agreg aclar anunci acus
    argument avis calific consider constat contest confirm confes critic cuestion cit denunci destac detall exclam
    express enfatiz manifest mencion neg not observ opin orden plante precis pregunt proclam pronostic
    record recalc reclam relat remarc remach replic reproch respald resalt revel reiter rechaz ratific
    sentenci solicit subray titul tuite valor zanj concret adelant apostill augur celebr
    quej alert traslad recomend reivindic clam exhort grit vaticin jur susurr protest
    justific matiz ironiz brome felicit reflexion
    """
_SPANISH_IRREGULAR = _words(
    """
    dijo dice dijeron dicen dicho diciendo decía dirá escribió escribe escrito escribieron respondió responde
    respondieron respondido advirtió advierte advertido advirtieron insistió insiste insistido insistieron reconoció
    reconoce reconocido admitió admite admitido añadió añade añadido añadiendo sostuvo sostiene sostuvieron
    sostenido concluyó concluye concluido prosiguió prosigue prometió promete prometido pidió pide pedido pidieron
    defendió defiende defendido exigió exige expuso expone repitió repite sugirió sugiere mantuvo mantiene
    refirió refiere reconozca diga digan sostenga insista
    resume resumen resumió espetó tachó tacha
    rezó reza predijo predice instó insta temió teme arremetió transmitió transmite
    cuenta cuentan recuerda recuerdan niega niegan ruega piensa cree creen confía opina muestra
    expresó expresa aseveró asevera definió define describió describe
    """
)


@cache
def reporting_words(language: str) -> frozenset[str]:
    """Every form of a verb by which an article in this language ("en", "fr", "de", "es") reports words."""
    if language == "fr":
        return _forms(_FRENCH_ER, "e é ée és ées ait ent aient a èrent ant era") | _FRENCH_IRREGULAR
    if language == "de":
        regular = _forms(_GERMAN_REGULAR, "t te ten et ete eten")
        participles = frozenset("ge" + word for word in _forms(_GERMAN_REGULAR, "t et"))
        return regular | participles | _GERMAN_IRREGULAR
    if language == "es":
        return _forms(_SPANISH_AR, "ó a an aron aba aban ado ando ará") | _SPANISH_IRREGULAR
    return frozenset(chain.from_iterable(map(_english_forms, _ENGLISH_REGULAR.split()))) | _ENGLISH_IRREGULAR


@cache
def ambiguous_words() -> frozenset[str]:
    """English forms that are as often nouns: "claim", "reports"."""
    return _ENGLISH_NOUNS | frozenset(_english_third(word) for word in _ENGLISH_NOUNS) | {"thought"}


def _forms(stems: str, endings: str) -> frozenset[str]:
    return frozenset(stem + ending for stem in stems.casefold().split() for ending in endings.split())


def _english_third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x")):
        return verb + "es"
    return verb[:-1] + "ies" if verb.endswith("y") and verb[-2] not in "aeo" else verb + "s"


def _english_forms(verb: str) -> tuple[str, ...]:
    stem = _ENGLISH_DOUBLED.get(verb, verb)
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeo":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    return verb, _english_third(verb), stem + "ed", stem + "ing"
