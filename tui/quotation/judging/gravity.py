"""Words that change what was said when they are added, dropped or exchanged, in several languages together.

One list serves all languages: a word that is harmless in another one is rare enough between quotation marks.
"""

from __future__ import annotations


def _words(told: str) -> frozenset[str]:
    return frozenset(told.split())


NEGATIONS = _words(
    """
    no not never none nobody nothing neither nor nowhere without cannot hardly barely scarcely
    nicht kein keine keinen keinem keiner keines nie niemals nichts niemand ohne weder nirgends kaum
    ne n' pas jamais rien aucun aucune ni sans personne nul nulle guère
    nunca jamás ningún ninguno ninguna nada nadie sin tampoco
    non mai nessuno nessuna niente nulla senza né não nem nenhum nenhuma sem
    niet geen nooit niets zonder inte ej aldrig ingen inget ingenting ikke ikkje aldri intet uten uden
    nie nigdy bez nikt nic ei älä не ни нет никогда ничего без
    """
)
VERB_NEGATIONS = _words("not never nicht nie niemals pas jamais nunca jamás non mai não niet nooit inte aldrig ikke")
"""Those that turn what follows into its contrary; "no" may only deny that there is such a thing."""
FIRST_OF_TWO = frozenset({"ne", "n'"})
"""The half of a French negation that speech leaves out where the other half stands."""

SPANISH = _words("que el los las una se va y")
"""Beside one of these, "no" is the Spanish one, which negates verbs."""

NEGATING_PREFIXES = ("un", "in", "im", "il", "ir", "non", "dis", "mis", "in-", "anti")
NEGATING_ENDINGS = ("n't", "less", "los")
UNSPACED_NEGATIONS = ("ない", "なかった", "なく", "ません", "ず、", "なし", "不", "無", "非", "没", "未", "ไม่")

HEDGES = _words(
    """
    may might could would should must can will shall ought 'll 'd
    perhaps maybe possibly probably likely unlikely allegedly apparently reportedly supposedly presumably seemingly
    seem seems seemed appear appears appeared suggest suggests suggested believe believes believed think thinks thought
    about around roughly approximately nearly almost sometimes often usually mostly largely partly generally
    definitely certainly surely clearly always
    kann können könnte könnten könnten darf dürfen dürfte dürften soll sollen sollte sollten muss müssen müsste müssten
    will wollen würde würden wird werden vielleicht wohl möglicherweise wahrscheinlich vermutlich angeblich offenbar
    mutmaßlich etwa rund ungefähr fast manchmal meist
    peut peuvent pourrait pourraient doit doivent devrait devraient peut-être probablement apparemment serait seraient
    semble semblent aurait auraient environ presque parfois souvent sûrement certainement
    puede pueden podría podrían debe deben debería deberían quizá quizás probablemente posiblemente supuestamente
    parece parecen sería serían habría habrían aproximadamente casi veces
    può possono potrebbe potrebbero deve devono dovrebbe forse probabilmente pode podem poderia deve talvez
    """
)
UNSPACED_HEDGES_WITH_NEGATION = ("かもしれない", "かもしれません", "かも知れない", "に違いない", "に違いありません")
"""Hedges that are spelled with a negation and deny nothing."""

UNSPACED_HEDGES = (
    "かも",
    "だろう",
    "でしょう",
    "おそらく",
    "恐らく",
    "たぶん",
    "べき",
    "らしい",
    "はず",
    "可能性",
    "約",
    "可能",
    "也许",
    "应该",
)

NUMBERS = _words(
    """
    dozen dozens hundred hundreds thousand thousands million millions billion billions trillion half halves
    third thirds quarter quarters double doubled triple tripled twice thrice
    zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend million millionen
    milliarde milliarden hälfte dutzend doppelt
    deux trois quatre cinq sept huit neuf dix onze douze quinze vingt trente quarante cinquante soixante
    mille milliard milliards moitié douzaine dizaine centaine centaines millier milliers tiers
    quattro cinque sette otto nove dieci undici dodici tredici quattordici quindici sedici venti trenta quaranta
    cinquanta sessanta cento duecento mila milione milioni miliardo miliardi metà dozzina decine centinaia migliaia
    dos tres cuatro cinco seis siete ocho nueve diez doce quince veinte treinta cuarenta cincuenta sesenta ciento
    cien cientos mil millón millones mitad docena tercio doble
    """
)
DATES = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday today tomorrow yesterday tonight
    january february april june july august september october november december
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute morgen gestern
    januar februar märz april mai juni juli august oktober dezember
    lundi mardi mercredi jeudi vendredi samedi dimanche aujourd'hui demain hier
    janvier février mars avril juin juillet août septembre octobre novembre décembre
    lunes martes miércoles jueves viernes sábado domingo hoy mañana ayer
    enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    """
)
RELATIVE_TIMES = _words("last next this previous letzten nächsten letztes nächstes dernier prochain pasado próximo")
TIME_UNITS = _words("day week month year decade summer winter spring autumn fall semaine mois année semana mes año")
UNSPACED_NUMBERS = frozenset("〇一二三四五六七八九十百千万億兆０１２３４５６７８９")

TITLES = _words(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend hon
    sen senator rep representative congressman congresswoman gov governor mayor president prime minister secretary
    chancellor judge justice chief chair chairman chairwoman chairperson captain lieutenant sergeant officer detective
    general colonel director king queen prince princess pope bishop archbishop
    herr frau doktor monsieur madame mme mlle señor señora don doña
    """
)
NEVER_NAMES = _words("i i'm i've i'll i'd ok okay god")

FILLERS = _words(
    "um uh er erm ah eh hm hmm mm well so like actually basically literally really just look listen right okay oh"
)
FILLER_PHRASES = (
    ("you", "know"),
    ("i", "mean"),
    ("sort", "of"),
    ("kind", "of"),
    ("you", "see"),
    ("to", "be", "honest"),
)
SLIPS = (
    _words("is are 's 're"),
    _words("was were"),
    _words("has have 's 've"),
    _words("do does"),
    _words("don't doesn't"),
    _words("a an"),
    _words("who whom"),
    _words("gonna going to"),
    _words("wanna want to"),
    _words("gotta got to"),
    _words("'cause cause because"),
    _words("them those"),
    _words("good well"),
    _words("less fewer"),
    _words("that who which"),
)
