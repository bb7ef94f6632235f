"""The memo on an article's quotations; what was found of them is made by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from tests.report.desk import LEFT, NOT_PAY, PAY, QUIET
from tests.report.desk import make_desk as sheet_desk
from tests.samples import make_article
from tui.article import Article, Role
from tui.quotation import CheckedQuote, Critical, Edit, EditKind, Finding, HouseRules, Verdict, find_quotations
from tui.report.attention import Attention, attention_to, every_quotation_holds
from tui.report.checking import check_text
from tui.report.counting import counts_told
from tui.report.differing import COUNTED_WORDS, VERDICT_WORDS
from tui.report.sheet import check_rows, comparison_rows
from tui.report.text import comparison_text
from tui.review import Decision, Subject

_FINDINGS: dict[Verdict, tuple[Finding, ...]] = {
    Verdict.TRUNCATED: (Finding.TRUNCATED,),
    Verdict.MARKED: (Finding.ELLIPSIS,),
    Verdict.SPLICED: (Finding.SPLICED,),
    Verdict.ALTERED: (Finding.INSERTED_OR_DROPPED,),
    Verdict.CRITICAL: (Finding.INSERTED_OR_DROPPED, Finding.CRITICAL),
}


def place(text: str, words: str) -> tuple[int, int] | None:
    start = text.index(words)
    return (start, start + len(words)) if words else None


@dataclass
class Desk:
    """An article, its source, and what was found of each quotation."""

    article: Article
    source: Article
    checked: list[CheckedQuote] = field(default_factory=list)

    def find(
        self, verdict: Verdict, *, words: tuple[str, ...] = (), edits: tuple[Edit, ...] = (), speaker: str | None = None
    ) -> CheckedQuote:
        findings = _FINDINGS.get(verdict, ())
        spans = tuple((start := self.source.text.index(part), start + len(part)) for part in words)
        why = "No source has these words."
        one = CheckedQuote(len(self.checked), verdict, findings, edits, 0 if spans else None, spans, speaker, why)
        self.checked.append(one)
        return one

    def memo(self, width: int = 100, rules: HouseRules = HouseRules.STRICT) -> str:
        return check_text(self.article, [self.source], self.checked, rules, width=width)

    def edit(self, kind: EditKind, left: str = "", right: str = "", critical: Critical | None = None) -> Edit:
        spans = place(self.article.text, left), place(self.source.text, right)
        return Edit(kind, left, right, *spans, critical)


def make_desk(article: list[str], source: list[str]) -> Desk:
    desk = Desk(
        make_article(["Bridge", *article], [Role.HEADLINE], source="a.txt"),
        make_article(source, source="s.txt"),
    )
    assert find_quotations(desk.article)
    return desk


def flat(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("left_out", "attention"),
    [
        ("and did not", Attention.NEEDED),
        ("or at least not all of it", Attention.NEEDED),
        ("but I am glad of it", Attention.NEEDED),
        ("unless the mayor comes", Attention.NEEDED),
        ("and perhaps again in May", Attention.NEEDED),
        ("and it wasn’t easy", Attention.NEEDED),
        ("and I thank everyone in the room", Attention.TO_READ),
        ("and it will open in May", Attention.TO_READ),
    ],
)
@pytest.mark.parametrize("kind", [EditKind.TRUNCATED, EditKind.ELLIPSIS])
def test_what_a_cut_leaves_out_decides_whether_it_needs_attention(
    left_out: str, attention: Attention, kind: EditKind
) -> None:
    verdict = Verdict.TRUNCATED if kind is EditKind.TRUNCATED else Verdict.MARKED
    findings = (Finding.TRUNCATED if kind is EditKind.TRUNCATED else Finding.ELLIPSIS,)
    edit = Edit(kind, "" if kind is EditKind.TRUNCATED else "…", left_out, None, (0, len(left_out)))
    one = CheckedQuote(0, verdict, findings, (edit,), 0, ((50, 90),), None, "")
    assert attention_to(one, HouseRules.STRICT) is attention
    assert attention_to(one, HouseRules.LENIENT) is attention


def test_a_cut_in_japanese_that_drops_a_negation_needs_attention() -> None:
    edit = Edit(EditKind.TRUNCATED, "", "とは言えない", None, (0, 6))
    one = CheckedQuote(0, Verdict.TRUNCATED, (Finding.TRUNCATED,), (edit,), 0, ((6, 9),), None, "")
    assert attention_to(one, HouseRules.STRICT) is Attention.NEEDED


def test_under_lenient_rules_a_filler_dropped_is_only_to_be_read_and_still_a_difference() -> None:
    desk = make_desk(
        ["“We have told the mayor so many times,” said Ann Doe."], ["We have, um, told the mayor so many times."]
    )
    edit = desk.edit(EditKind.INSERTED, right="um")
    one = desk.find(Verdict.ALTERED, words=(desk.source.text,), edits=(edit,))
    assert attention_to(one, HouseRules.STRICT) is Attention.NEEDED
    assert attention_to(one, HouseRules.LENIENT) is Attention.TO_READ
    assert not every_quotation_holds(find_quotations(desk.article), desk.checked)


def test_another_speaker_needs_attention_whatever_the_words() -> None:
    one = CheckedQuote(0, Verdict.VERBATIM, (Finding.ATTRIBUTION,), (), 0, ((0, 9),), "Ann Doe", "")
    assert attention_to(one, HouseRules.LENIENT) is Attention.NEEDED


def test_three_groups_in_this_order_and_a_note_on_the_numbers() -> None:
    said = [f"“We {verb} the bridge for the whole of the winter,” said Ann Doe." for verb in ("open", "close", "mend")]
    desk = make_desk(
        [*said, "“Nobody has asked any of us here,” said Bob Roe."], ["We open. We close, and so on. We mend."]
    )
    desk.find(Verdict.VERBATIM, words=("We open",))
    cut = desk.edit(EditKind.TRUNCATED, right="and so on")
    desk.find(Verdict.TRUNCATED, words=("We close",), edits=(cut,), speaker="Ann Doe")
    desk.find(Verdict.ALTERED, words=("We mend",), edits=(desk.edit(EditKind.INSERTED, right="mend"),))
    desk.find(Verdict.MISSING)
    memo = desk.memo()
    order = [memo.index(words) for words in ("Needs attention (2)", "Cut or marked: read the rest (1)", "Verbatim (1)")]
    assert order == sorted(order)
    assert memo.index(" 4. ¶5, Bob Roe: not found (grave)") < memo.index(" 3. ¶4, Ann Doe: other words (serious)")
    assert "The gravest come first; each keeps its number in the article." in memo
    assert "(source ¶1, Ann Doe). The article leaves out “and so on” after these words." in flat(memo)


def test_no_note_on_the_numbers_where_they_run_on() -> None:
    desk = make_desk(["“Nobody has asked any of us here,” said Bob Roe."], ["We open."])
    desk.find(Verdict.MISSING)
    assert "each keeps its number" not in desk.memo()


def test_a_source_that_names_nobody_is_said_to() -> None:
    desk = make_desk(["“We open the bridge today,” said Ann Doe."], ["We open the bridge today."])
    desk.find(Verdict.VERBATIM, words=("We open the bridge today",))
    assert "(source ¶1, speaker not named there)" in desk.memo()
    assert "(source paragraph 1, speaker not named there)" in desk.memo(0)


def test_quotations_are_printed_whole_and_never_with_dots_of_the_programs_own() -> None:
    words = " ".join(f"word{number}" for number in range(150))
    desk = make_desk(
        [f"“We say {words} today,” said Ann Doe.", f"“They say {words} today,” said Bob Roe."],
        [f"We say {words} again."],
    )
    desk.find(Verdict.VERBATIM, words=(f"We say {words}",))
    edit = desk.edit(EditKind.SUBSTITUTED, "They", "We")
    desk.find(Verdict.ALTERED, words=(f"We say {words}",), edits=(edit,))
    memo = flat(desk.memo())
    assert f"verbatim, “We say {words} today,”" in memo
    assert f"article: “*They* say {words} today,”" in memo
    assert "…" not in memo.split("Needs attention")[1]


def test_an_ellipsis_that_only_the_source_prints_needs_attention_in_words_of_its_own() -> None:
    desk = make_desk(["“I read the report and it is grim,” said Tom Roe."], ["I read the report … and it is grim."])
    edit = desk.edit(EditKind.ELLIPSIS, right="…")
    desk.find(Verdict.MARKED, words=("I read the report … and it is grim",), edits=(edit,))
    memo = flat(desk.memo())
    assert "Needs attention (1)" in memo
    assert "an ellipsis differs (worth a look)" in memo
    assert "Differs: the source prints an ellipsis here, the article none, and no words are left out." in memo
    assert "“I read the report *…* and it is grim”" in memo


def test_an_ellipsis_that_only_the_article_prints_is_to_be_read() -> None:
    desk = make_desk(["“I read the report … and it is grim,” said Tom Roe."], ["I read the report and it is grim."])
    edit = desk.edit(EditKind.ELLIPSIS, left="…")
    desk.find(Verdict.MARKED, words=("I read the report and it is grim",), edits=(edit,))
    memo = flat(desk.memo())
    assert "Cut or marked: read the rest (1)" in memo
    assert "The article prints an ellipsis here, the source none, and no words are left out." in memo


def test_statements_run_together_are_named_and_each_stands_in_its_own_marks() -> None:
    desk = make_desk(
        ["“They are furious. The council will pay for it,” said Fay Roe."],
        ["They are furious.", "Some time passed on the quay.", "The council will pay for it."],
    )
    desk.find(Verdict.SPLICED, words=("They are furious", "The council will pay for it"), speaker="Fay Roe")
    memo = flat(desk.memo())
    assert "The article runs together two statements (source ¶1 and ¶3, Fay Roe)." in memo
    assert "source ¶1 and ¶3, Fay Roe: “They are furious” / “The council will pay for it”" in memo
    linear = desk.memo(0)
    assert "The article runs together two statements (source paragraphs 1 and 3, Fay Roe)." in linear
    assert "“They are furious”, and then “The council will pay for it”" in linear


def test_parts_of_one_statement_keep_their_own_marks() -> None:
    desk = make_desk(
        ["“I am not angry at people,” said Ann Doe, “and that is why I came.”"],
        ["I am not angry at people, and that is why I came."],
    )
    desk.find(Verdict.VERBATIM, words=("I am not angry at people, and that is why I came",))
    assert "verbatim, “I am not angry at people,” / “and that is why I came.”" in flat(desk.memo())


def test_the_linear_form_tells_each_difference_by_itself_what_changes_the_meaning_first() -> None:
    desk = make_desk(["“We open the old bridge soon,” said Ann Doe."], ["We do not open the bridge soon."])
    edits = (
        desk.edit(EditKind.DROPPED, left="old"),
        desk.edit(EditKind.INSERTED, right="not", critical=Critical.NEGATION),
    )
    desk.find(Verdict.CRITICAL, words=("We do not open the bridge soon",), edits=edits)
    linear = desk.memo(0).splitlines()
    first = linear.index("Difference 1 of 2: only the source has “not” (a negation).")
    assert linear[first + 1] == "Difference 2 of 2: only the article has “old”."
    assert "Differs: only the source has “not” (a negation); only the article has “old”." in flat(desk.memo())


def test_where_the_words_are_not_found_whole_the_nearest_are_told_with_what_differs() -> None:
    desk = make_desk(["“We will close the old bridge,” said Ann Doe."], ["We shut the old bridge."])
    edit = desk.edit(EditKind.SUBSTITUTED, "will close", "shut")
    desk.find(Verdict.PARAPHRASED, words=("We shut the old bridge",), edits=(edit,))
    memo = flat(desk.memo())
    assert "¶2, Ann Doe: in other words" in memo
    assert "No source has these words." in memo
    assert "source ¶1: “We *shut* the old bridge”" in memo
    assert "Differs: the article has “will close”, the source has “shut”." in memo


def test_every_verdict_has_plain_words() -> None:
    assert set(VERDICT_WORDS) == set(COUNTED_WORDS) == set(Verdict)
    codes = {verdict.value for verdict in Verdict} - {"verbatim"}
    assert codes.isdisjoint(VERDICT_WORDS.values())


def test_the_memo_has_the_groups_status_and_notes_of_every_other_form() -> None:
    desk = sheet_desk()
    desk.mark(NOT_PAY, PAY, Decision.ACCEPTED, "She said so herself.")
    desk.mark(QUIET, QUIET, Decision.QUERIED)
    desk.mark(LEFT[0], "", Decision.FLAGGED, subject=Subject.PARAGRAPH)
    memo = check_text(desk.left, [desk.right], desk.checked, marks=[desk.marks])
    opened, rest = memo.split("\nNeeds attention (2)\n")[1].split("\nAccepted as it stands (1)\n")
    assert " 2. ¶3, Max Müller: to verify: verbatim\n" in opened
    assert " 1. ¶2, Ann Doe: accepted: the meaning may differ (grave)\n" in rest
    assert "    Note: She said so herself.\n" in rest
    assert "2 of 4 quotations reviewed: 1 accepted, 1 to verify; last on 21 November 2026, 10:15 UTC. 1 that" in flat(
        memo
    )
    assert memo.endswith("Other marks (1)\n    Flagged, paragraph. article ¶1: “Ferry will sail again”\n")
    rows = check_rows(desk.left, [desk.right], desk.checked, marks=[desk.marks])
    assert counts_told(rows) in flat(memo)


def test_a_comparison_numbers_and_counts_its_quotations_as_every_other_form() -> None:
    desk = sheet_desk()
    desk.mark(NOT_PAY, PAY, Decision.FLAGGED, "Ask her.\nToday.")
    rows = comparison_rows(desk.collation, desk.quotes, marks=desk.marks)
    for width in (0, 100):
        told = comparison_text(desk.collation, desk.quotes, marks=desk.marks, width=width).split("\nQuotations\n")[1]
        assert counts_told(rows) in flat(told)
        assert "2 quotations in both articles: 1 with the same words, 1 that differs in words" in flat(told)
    assert "*" not in comparison_text(desk.collation, desk.quotes, marks=desk.marks, width=0)
    told = comparison_text(desk.collation, desk.quotes, marks=desk.marks).split("\nNeeds attention (2)\n")[1]
    assert told.startswith(
        "\n"
        " 1. Flagged: the meaning may differ (grave)\n"
        "    A ¶2, Ann Doe: “We will *not* pay 10 dollars,”\n"
        "    B ¶2, Ann Doe: “We will pay ten dollars,”\n"
        "    Only A has “not” (a negation).\n"
        "    Note: Ask her.\n"
        "    Today.\n"
    )
    assert " 2. A ¶3, B ¶1, Max Müller: “The harbour was quiet all day,”.\n" in told
