"""Who said it in Japanese: the topic before a quotation, or the subject of the sentence it begins."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.quotation.model import Attribution, QuotationKind, SpeakerKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tui.article import Article
    from tui.quotation.model import Quotation

_REACH = 600  # characters of a paragraph in which a speaker is looked for
_HONORIFICS = (
    "容疑者|被告|さん|氏|君|ちゃん|様|市長|町長|村長|知事|区長|教授|准教授|名誉教授|首相|大統領|総理|会長|社長|議員|議長|長官|監督|選手|"
    "大臣|外相|財務相|官房長官|報道官|弁護士|医師|記者|理事長|院長|所長|部長|課長|校長|学長|代表|委員長|局長|署長|博士|先生|首席|主席"
)
_GROUPS = (
    "県警|警察|警視庁|気象台|気象庁|市|県|町|村|省|庁|社|党|会|委員会|政府|労組|組合|団体|大学|病院|署|局|部|本部|側|連盟|協会|銀行|電力|"
    "鉄道|新聞|通信|放送"
)
_DOCUMENTS = "報告書|声明|文書|書簡|手紙|談話|コメント|訴状|判決|メール|資料|発表|提言|要望書"


def attribute_unspaced(article: Article, quotations: Sequence[Quotation]) -> list[Attribution]:
    """One attribution for each quotation of a Japanese article, in order."""
    names = _full_names(article.text)
    found: list[Attribution] = []
    last_in_paragraph: dict[int, Attribution] = {}
    for quotation in quotations:
        attribution = _attribute_one(article, quotation, names, last_in_paragraph)
        if attribution.speaker is not None:
            last_in_paragraph.update(dict.fromkeys(quotation.paragraphs, attribution))
        found.append(attribution)
    return found


def _attribute_one(
    article: Article, quotation: Quotation, names: Sequence[str], last: dict[int, Attribution]
) -> Attribution:
    if quotation.kind in {QuotationKind.TITLE, QuotationKind.SCARE} or not quotation.paragraphs:
        return Attribution()
    if quotation.kind is QuotationKind.HEADLINE:
        start = quotation.segments[0][0]
        title = _pattern(r"[一-龯々]{2,8}$").search(article.text[max(0, start - 8) : start])
        return Attribution(*_speaker(title[0], names)) if title else Attribution()
    index = quotation.paragraphs[0]
    paragraph = article.paragraphs[index]
    start, end = quotation.segments[0][0], quotation.segments[-1][1]
    before = _without_quotations(article.text[max(paragraph.start, start - _REACH) : start])
    after = _without_quotations(article.text[end : min(article.paragraphs[quotation.paragraphs[-1]].end, end + _REACH)])
    opening, _, lead = before.rpartition("。")
    follow = re.split("。", after, maxsplit=1)[0]
    rest = after[len(follow) + 1 :] if not follow.strip("」』") else ""
    cue = _cue(follow) or _cue(rest)
    outlet = _outlet(lead) or _outlet(follow)
    told = _pattern(r"のは、?([^。]{1,40})$").search(follow)
    if told:
        name, kind = _speaker(_bare(told[1]).split("、")[-1], names)
        return Attribution(name, kind, cue, outlet)
    for stretch, latest in ((_last_clause(lead), True), (lead, True), (follow, False), (rest.split("。")[0], False)):
        subject = _topic(stretch, latest=latest)
        if subject:
            name, kind = _speaker(subject, names)
            return Attribution(name, kind, cue, outlet)
    if index in last:
        return Attribution(last[index].speaker, last[index].kind, cue, outlet)
    for stretch in reversed(opening.split("。")):
        subject = _topic(stretch, latest=True)
        if subject:
            name, kind = _speaker(subject, names)
            return Attribution(name, kind, cue, outlet)
    return Attribution()


@cache
def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _without_quotations(text: str) -> str:
    return _pattern(r"「[^「」]{0,2000}」|『[^『』]{0,2000}』").sub("〓", text)


def _last_clause(lead: str) -> str:
    """What follows "…, but": there somebody else may begin to speak."""
    return lead.rpartition("が、")[2] if _pattern(r"[るたいだす]が、").search(lead) else ""


def _topic(stretch: str, *, latest: bool) -> str | None:
    """What stands before は or が in a clause, brackets left out; people first."""
    bare = _bare(stretch)
    topics = [
        match[1]
        for match in _pattern(
            r"([^、。〓「」\s　]{1,60}?)(?:らは|らが|は|が|も|によると|によれば)(?=[、〓\w「『]|$)"
        ).finditer(bare)
    ]
    people = [topic for topic in topics if _pattern(rf"(?:{_HONORIFICS})$|・[一-龯]{{2,8}}$").search(topic)]
    usable = people or [topic for topic in topics if _noun(topic) is not None and len(_noun(topic) or "") > 1]
    if not usable:
        return None
    return usable[-1] if latest and people else usable[0]


def _bare(stretch: str) -> str:
    return _pattern(r"[（(][^（）()]{0,60}[）)]").sub("", stretch)


def _noun(topic: str) -> str | None:
    match = _pattern(
        r"(?:[一-龯々ァ-ヶーＡ-Ｚａ-ｚA-Za-z0-9０-９]+の){0,2}[一-龯々〆ヶァ-ヶーＡ-Ｚａ-ｚA-Za-z0-9０-９]+(?:[ぁ-ん]{2,3})?$"
    ).search(topic)
    return match[0] if match else None


def _speaker(topic: str, names: Sequence[str]) -> tuple[str, SpeakerKind]:
    bare = topic.split("・")[0] if _pattern(r"・[一-龯]{2,8}$").search(topic) and not topic.startswith("・") else topic
    honorific = _pattern(rf"^(.+?)(?:{_HONORIFICS})$").match(bare)
    named = _name_at_end(honorific[1]) if honorific else _name_at_end(bare) if bare != topic else None
    if named:
        return next((full for full in names if full.startswith(named)), named), SpeakerKind.PERSON
    noun = _noun(topic) or topic
    if _pattern(rf"(?:{_DOCUMENTS})$").search(noun):
        return noun, SpeakerKind.DOCUMENT
    if _pattern(rf"(?:{_GROUPS})$").search(noun):
        return noun, SpeakerKind.GROUP
    return noun, SpeakerKind.PERSON


def _name_at_end(text: str) -> str | None:
    match = _pattern(r"(?:[一-龯々〆ヶ]{1,8}(?:[ぁ-ん]{2,4})?|[ァ-ヶー・]{2,20})$").search(text)
    return match[0] if match else None


def _full_names(text: str) -> tuple[str, ...]:
    """Names with an honorific, longest first, so that a family name finds the full one."""
    found: dict[str, None] = {}
    for match in _pattern(rf"([一-龯々〆ヶ]{{2,6}}(?:[ぁ-ん]{{2,4}})?|[ァ-ヶー・]{{2,20}})(?:{_HONORIFICS})").finditer(
        text
    ):
        if not match[1].endswith(("の", "は", "が", "を", "に", "と")):
            found.setdefault(match[1])
    return tuple(sorted(found, key=len, reverse=True))


def _cue(follow: str) -> str | None:
    match = _pattern(
        r"(?:語っ|話し|述べ|訴え|指摘し|強調し|説明し|呼びかけ|振り返っ|コメントし|答え|主張し|批判し|求め|明かし|打ち明け|つぶやい|書い|発言し|"
        r"漏らし|喜ん|嘆い|言っ|いっ|反論し|声を上げ|記し|繰り返し|見方を示し|考えを示し)(?:た|ていた|ている|だ)|"
        r"(?:話す|語る|述べる|訴える|指摘する|強調する|説明する|呼びかける|振り返る|言う|いう|としている|とした|話している)"
    ).search(follow)
    return match[0] if match else None


def _outlet(stretch: str) -> str | None:
    match = _pattern(
        r"([^、。〓\s　はがに]{1,12}(?:新聞|通信|放送|テレビ|ＮＨＫ|NHK))(?:によると|の取材に|に対し|に)"
    ).search(stretch)
    return match[1] if match else None
