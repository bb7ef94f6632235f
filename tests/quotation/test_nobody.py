"""Where a name would be a false one: what can't speak, who is not meant, and words given to nobody."""

from __future__ import annotations

import pytest

from tests.quotation.made import article_of
from tui.quotation import find_quotations


def speakers(*paragraphs: str) -> list[str | None]:
    return [quotation.attribution.speaker for quotation in find_quotations(article_of(*paragraphs))]


class TestTheSubjectOfSaid:
    """The one the sentence is about needn't be the one who says so."""

    OPENING = "“We were too slow, and I regret it,” said Fiona Marr, who runs the roads office."

    def test_what_a_woman_says_of_a_firm_is_hers(self) -> None:
        told = "The builder, Hollin Vane, had “lost its grip on the job” by spring, she said."
        assert speakers(self.OPENING, told) == ["Fiona Marr", "Fiona Marr"]

    def test_what_a_man_says_of_himself_is_his(self) -> None:
        told = "Peter Lowe had “slept through all of it”, he said."
        assert speakers(self.OPENING, told) == ["Fiona Marr", "Peter Lowe"]

    def test_a_pronoun_of_the_other_gender_is_not_whoever_spoke_last(self) -> None:
        told = "Hollin Vane had “slept through all of it”, he said."
        assert speakers(self.OPENING, told) == ["Fiona Marr", "Hollin Vane"]


class TestFrenchParticiples:
    @pytest.mark.parametrize("verb", ["a calculé", "a grincé", "a prévenu", "s’est ému", "avait frémi"])
    def test_any_participle_after_a_closing_mark_reports(self, verb: str) -> None:
        assert speakers(
            "« La digue tient bon », a déclaré Lucie Morvan.",
            f"« Nous avons perdu quarante bateaux », {verb} Gaël Kermeur, qui préside le port.",
        ) == ["Lucie Morvan", "Gaël Kermeur"]


class TestAnybody:
    @pytest.mark.parametrize(
        "told",
        [
            "« La saison est finie pour nous, raconte-t-on sur le port. »",
            "« La saison est finie pour nous », dit-on sur le port.",
            "Sur le port, on raconte : « La saison est finie pour nous. »",
            "« La saison est finie pour nous », pouvait-on lire sur une pancarte.",
        ],
    )
    def test_on_is_nobody_who_spoke_before(self, told: str) -> None:
        assert speakers("« Nous avons perdu 80 clients », a déploré Gaël Kermeur.", told) == ["Gaël Kermeur", None]

    def test_so_is_german_man(self) -> None:
        told = "„Die Fähre kommt nicht wieder“, sagte man im Hafen."
        assert speakers("„Wir haben achtzig Gäste verloren“, klagte Anna Vogt am Montag.", told) == ["Anna Vogt", None]

    def test_an_impersonal_il_is_nobody_either(self) -> None:
        assert speakers(
            "Les conducteurs de Lignobus ont arrêté le travail.",
            "Il fait nuit quand Yann Le Goaz arrive au dépôt de Lignobus. Cet homme reste dehors. "
            "« Je ne vois plus mes enfants », raconte-t-il.",
        ) == ["Yann Le Goaz"]


class TestWhatCannotSpeak:
    def test_those_are_nobody_without_their_clause(self) -> None:
        told = "Some of those who signed the letter stated that the vote was a “shining example” to others."
        assert speakers(told) == ["some of those who signed the letter"]
        assert speakers("Some of those stated that the vote was a “shining example” to others.") == [None]

    @pytest.mark.parametrize("what", ["2016 presidential campaign", "The event", "The presidential campaign"])
    def test_a_campaign_that_is_run_does_not_speak(self, what: str) -> None:
        assert speakers(f"{what} stated that the vote was a “shining example” to others.") == [None]

    @pytest.mark.parametrize("who", ["The campaign", "Marr’s campaign", "The campaign committee"])
    def test_a_campaign_that_is_somebody_does(self, who: str) -> None:
        (found,) = speakers(f"{who} stated that the vote was a “shining example” to others.")
        assert found is not None
        assert "campaign" in found
