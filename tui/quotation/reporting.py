"""Whether words report speech, for deciding what belongs to a quotation and of what kind it is."""

from __future__ import annotations

import re
from functools import cache

_CLAUSE_WORDS = 6
_VERBS = (
    # English: irregular forms, then stems of regular verbs with their endings
    r"sa(?:y|ys|id|ying)|t(?:ells?|old|elling)|wr(?:ites?|ote|itten|iting)|think(?:s|ing)?|thought|sp(?:eaks?|oke)"
    r"|sw(?:ears?|ore)|quips?|quipp(?:ed|ing)|admits?|admitt(?:ed|ing)|vow(?:s|ed|ing)?|calls|called|calling"
    r"|(?:accus|acknowledg|advis|argu|announc|challeng|conclud|conced|confid|continu|declar|denounc|describ|emphasi[sz]"
    r"|explain|exclaim|insist|inform|maintain|mutter|murmur|observ|predict|prais|promis|propos|protest|recall"
    r"|recount|remark|respond|retort|reveal|shout|snapp|stress|suggest|testif|tweet|urg|warn|whisper|wonder|yell|jok"
    r"|add|affirm|alleg|ask|assert|claim|clarif|comment|complain|confirm|counter|crie?|demand|elaborat|fum|gasp|grumbl"
    r"|lament|plead|repeat|repl[iy]|report|request|scream|sigh|sneer|specif|stat|summari[sz]|apologi[sz]|brand|chant"
    r"|answer|contend|caution|boast|scold|radio|mock|reiterat|dismiss|label|labell|thunder|plead|pledg|appeal|concurr"
    r"|guess|laugh|offer|opin|interject|marvel|sobb|joke|cit|quot)"
    r"(?:e|y|e?[sd]|ied|ies|ed|ing|es)?"
    r"|reads?|believes?|believed|knows?|knew|goes|went|put it|puts it|not(?:es?|ed|ing)"
    # French
    r"|di(?:t|sait|sent|ra)|répon(?:d|du|dait)|écri(?:t|vait|vent)|reconna[iî]t|reconnu|soutien(?:t|nent)|soutenu"
    r"|prévien(?:t|nent)|prévenu|promet|promis|admet|admis|conclut?|conclu|poursui(?:t|vi)|renchéri[t]?|averti[t]?"
    r"|défend(?:u)?|maintien(?:t|nent)|souri[t]?|se souvient|enchaîn(?:e|é)"
    r"|(?:affirm|ajout|annonc|assur|accus|appell|appel|avou|clam|comment|confi|confirm|considèr|constat|critiqu|déclar"
    r"|demand|dénonc|déplor|détaill|estim|expliqu|expos|gliss|grond|indiqu|insist|interrog|ironis|jug|justifi|lanc|lâch"
    r"|martel|murmur|not|plaisant|précis|proclam|protest|racont|rappel|rappell|regrett|rétorqu|répliqu|répèt|répét|résum"
    r"|révél|soulign|soupir|suggèr|témoign|tempêt|tranch|balay|lament|réag|souhait|recommand|exclam|indign|inquièt|étonn"
    r"|félicit|alert|alarm)(?:e|é|ée|és|ent|ait|aient|era|èrent)"
    # German
    r"|spr(?:ach|icht|achen)|schr(?:ieb|eibt|ieben)|n(?:annte|ennt|annten)|r(?:ief|uft|iefen)|hieß|heißt|verspr(?:ach|icht)"
    r"|gest(?:and|eht)|beschr(?:ieb|eibt)|widerspr(?:ach|icht)|empf(?:ahl|iehlt)|w(?:arf|irft)|unterstr(?:ich|eicht)"
    r"|gab .{0,30}(?:an|zu|bekannt)"
    r"|(?:ge)?(?:sag|erklär|antworte|äußer|beklag|klag|berichte|betone?|bestätig|behaupte|bemerk|beschwer|bezeichne"
    r"|bezifferi?|bedauer|begründe|droh|ergänz|erinner|erläuter|erzähl|forder|frag|fürchte|hoff|kommentier|kritisier"
    r"|kündig|lob|mahn|mein|murmel|räum|reagier|schilder|schimpf|schwärm|seufz|spotte|stöhn|teil|urteil|versicher"
    r"|verteidig|warn|wiederhol|zitier|erwider|entgegne|resümier|bilanzier|appellier|plädier|jubel|flüster|scherz|mutmaß"
    r"|wunder|rechtfertig|stell .{0,20}klar)(?:te|t|ten|en)"
    # Spanish
    r"|di(?:jo|ce|jeron|cen|cho)|escrib(?:ió|e)|respond(?:ió|e)|advi[re](?:tió|rte)|advirtió|advierte|insist(?:ió|e)"
    r"|reconoc(?:ió|e)|admit(?:ió|e)|añad(?:ió|e)|sostuvo|sostiene|concluy(?:ó|e)|prosigu(?:ió|e)|promet(?:ió|e)"
    r"|p(?:idió|ide)|defend(?:ió|iende)|exig(?:ió|e)|sugirió|sugiere|expuso|repit(?:ió|e)|mantuvo|mantiene|instó"
    r"|(?:afirm|declar|explic|asegur|señal|indic|inform|coment|cont|lament|apunt|agreg|aclar|anunci|acus|argument|avis"
    r"|calific|consider|contest|confirm|confes|critic|denunci|destac|detall|exclam|expres|manifest|mencion|neg|opin|orden"
    r"|pregunt|proclam|record|recalc|reclam|relat|replic|reproch|resalt|revel|reiter|subray|valor|zanj|adelant|matiz"
    r"|ironiz|brome)(?:ó|a|aron|an|ado|aba)"
    # Italian, Portuguese, Dutch, Swedish, Danish, Polish and Finnish: the commonest
    r"|ha detto|disse|dissero|afferma(?:to)?|spiega(?:to)?|zei|zegt|vertelde|sade|säger|sa|sagde|siger|powiedział[ao]?"
    r"|mówi|sanoi|sanoo|kertoi"
)
_NOUNS_AS_OFTEN = """
    report reports request requests comment comments demand demands offer offers promise promises protest protests label
    labels brand brands state states note notes answer answers pledge pledges quote quotes appeal appeals call calls
    thought quips vows goes went reads read mein teil sent guess guesses laugh laughs parte sa joke sigh cry plead stress
    name counter radio snapp caution boast challenge emphasis tweet plan urg chant fear argu concur
    """


def reports_speech(words: str, *, surely: bool = False) -> bool:
    """Whether one of these words is a form of "say" and the like, in the languages we know.

    Args:
        words: A few words of prose.
        surely: Leave out forms that are nouns as often ("claims", "reports").
    """
    found = _verb_pattern().finditer(words)
    return any(not surely or match[0].casefold() not in _nouns_as_often() for match in found)


def reporting_clause_end(text: str, start: int, end: int) -> int | None:
    """Where quoted words end before a reporting clause that no mark parts from them ("We won, she said."), or None."""
    commas: list[int] = []
    after = start
    for match in _pause_pattern().finditer(text, start, end):
        clause = text[after : match.start()]
        if commas and len(clause.split()) <= _CLAUSE_WORDS and reports_speech(clause):
            return _before_subject(text, commas, clause)
        if match["stop"]:
            commas.clear()
        if not match["stop"] or match["stop"] in "?!":
            commas.append(match.start() + 1)
        after = match.end()
    return None


def _before_subject(text: str, commas: list[int], clause: str) -> int:
    """The comma before the one who speaks, who may stand between commas ("We won, the mayor, Ann Doe, said.")."""
    at = len(commas) - 1
    if len(clause.split()) == 1:
        while at > 0 and _subject_pattern().match(text[commas[at - 1] : commas[at]]):
            at -= 1
    return commas[at]


@cache
def _nouns_as_often() -> frozenset[str]:
    return frozenset(_NOUNS_AS_OFTEN.split())


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)", re.IGNORECASE)


@cache
def _pause_pattern() -> re.Pattern[str]:
    return re.compile(r"(?:(?P<stop>[.!?:])|,)(?=\s|\Z)")


@cache
def _subject_pattern() -> re.Pattern[str]:
    """A name or a description such as may stand between commas."""
    return re.compile(r"\s(?:the|a|an|his|her|their|der|die|le|la|el)\s(?:\S+\s?){1,6},\Z|\s(?:[A-ZÀ-Þ]\S*\s?){1,4},\Z")
