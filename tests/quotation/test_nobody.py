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


class TestWhoIsTold:
    """The one who is told is not the one who says it."""

    @pytest.mark.parametrize(
        "told",
        [
            "«Llevamos tres años esperando», explicó a Europa Press el gerente, Tomás Urrutia.",
            "«Llevamos tres años esperando», subraya a este periódico Tomás Urrutia.",
            "«Llevamos tres años esperando», dijo ante los periodistas Tomás Urrutia.",
            "«Llevamos tres años esperando», se queja Tomás Urrutia, dueño de un bar.",
            "«Llevamos tres años esperando», opina el catedrático del Tribunal Superior Tomás Urrutia Medina.",
            "Así lo ha manifestado Tomás Urrutia, que ha dicho que «llevamos tres años esperando».",
        ],
    )
    def test_spanish(self, told: str) -> None:
        (found,) = speakers(told)
        assert found is not None
        assert found.startswith("Tomás Urrutia")

    def test_french(self) -> None:
        told = "« La récolte est perdue », confiait au quotidien La Montagne David Chassagne, éleveur."
        assert speakers(told) == ["David Chassagne"]

    def test_a_judge_who_is_told_says_nothing(self) -> None:
        assert speakers("La acusada negó los hechos. «Yo no estaba allí», declaró ante el juez.") == ["la acusada"]


class TestSpanishWithoutSubject:
    def test_opinion_is_whose_the_sentence_before_was_about(self) -> None:
        opening = "La concejala de Obras, Lucía Benavent, defendió el proyecto."
        assert speakers(f"{opening} En su opinión, «la obra estará lista en mayo».") == ["Lucía Benavent"]

    def test_a_question_asked_is_nobody(self) -> None:
        told = (
            "Andrés Molina compareció ayer. «No hay alarma», aseguró. Preguntado por el agua, respondió: «Es potable»."
        )
        assert speakers(told) == ["Andrés Molina", "Andrés Molina"]

    def test_whose_answer_it_was_is_not_guessed(self) -> None:
        assert speakers(
            "El grupo recibió la respuesta del alcalde asegurando que mantenía «su lealtad de siempre»."
        ) == [None]


class TestLeadIns:
    OPENING = "Le maire de Kerlouan, Yann Prigent, a annoncé hier la fermeture du pont."

    @pytest.mark.parametrize(
        "told",
        [
            "Sur les pancartes, des slogans : « Rendez-nous le pont. »",
            "La colère de Chloé Le Bras est intacte : « C’est un passage en force. »",
            "« C’est un passage en force », confie au Phare Breton Maëlig Le Bras.",
        ],
    )
    def test_words_led_in_by_something_else_are_not_those_of_whoever_spoke_before(self, told: str) -> None:
        assert speakers(self.OPENING, told) == [None]

    def test_in_somebody_s_eyes(self) -> None:
        assert speakers(f"{self.OPENING} À ses yeux, « c’est une catastrophe ».") == ["Yann Prigent"]

    def test_a_name_with_an_age_opens_a_sentence(self) -> None:
        told = "Karim, 34 ans, habite en face. « Je fais un détour de dix kilomètres », raconte ce plombier."
        assert speakers(self.OPENING, told) == ["Karim"]

    def test_an_aside_of_the_speaker_in_the_sentence_before(self) -> None:
        told = (
            "À deux pas de là, sur le stand de la Ligue rurale, Philippe Mayet se félicite. Son syndicat a eu, dit-il, "
            "ce qu’il voulait. « La colère ne va pas retomber », prévient-il."
        )
        assert speakers(self.OPENING, told) == ["Philippe Mayet"]

    def test_a_dash_sets_the_speaker_off_inside(self) -> None:
        told = "“No habrá recortes en la villa -ha prometido Ramón Cifuentes-. Las cuentas de la villa están saneadas”."
        assert speakers("El pleno votó ayer las cuentas de la villa.", told) == ["Ramón Cifuentes"]


class TestWhoIsCalledSo:
    """Whoever is called or told something doesn't say it."""

    OPENING = "“We can’t wait,” said Ann Doe, the mayor of Tarn."

    def test_who_did_the_calling_stands_behind_by(self) -> None:
        assert speakers(self.OPENING, "Vale Works was branded “a disgrace” by Sue Poe.") == ["Ann Doe", "Sue Poe"]

    def test_where_nobody_stands_there_nobody_is_named(self) -> None:
        told = "Vale Works had been told the site was “no place for children”."
        assert speakers(self.OPENING, told) == ["Ann Doe", None]

    def test_a_campaign_trail_is_no_campaign(self) -> None:
        assert speakers(self.OPENING, "The campaign trail was “long and wet”.") == ["Ann Doe", None]

    def test_german_heisst_es(self) -> None:
        opening = "„Wir können nicht warten“, sagte die Bürgermeisterin Anna Vogt."
        assert speakers(opening, "„Es ist eine Schande“, heißt es.") == ["Bürgermeisterin Anna Vogt", None]
