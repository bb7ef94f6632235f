"""Names that look like other words, in every sentence a newspaper puts a speaker in: who speaks is read in full."""

from __future__ import annotations

import pytest

from tests.samples import make_article
from tui.quotation import find_quotations
from tui.quotation.model import SpeakerKind

NAMES = """
    Al Gore|Al Sharpton|Ed Davey|Ed Miliband|Ed Poe|Ann Poe|Jo Lee|Bill de Blasio|De Blasio|Van Jones|Du Plessis
    El Baradei|Mohamed El Baradei|Di Maio|Luigi Di Maio|De Niro|Robert De Niro|Le Pen|Marine Le Pen|La Russa
    Ignazio La Russa|Von der Leyen|Ursula von der Leyen|Alexander Van der Bellen|Erik ten Hag|Erik Ten Hag|Dos Santos
    José Eduardo dos Santos|Lula da Silva|Mohammed bin Salman|Bin Laden|Benicio del Toro|Del Toro|Zu Guttenberg
    Karl-Theodor zu Guttenberg|Hilma af Klint|Theresa May|May Lin|May Day|June Park|April Day|August Holt|Will Smith
    Will Still|Mark Rutte|Sue Gray|Grant Shapps|Hope Hicks|Drew Barry|Rich Lowry|Frank Luntz|Pat Quinn|Chase Oliver
    Dean Phillips|Young Kim|Major Owens|King Charles|Pope Leo|Judge Lee|Art Acevedo|Bob Say|Said Jalili|An Wang
    Do Kwon|In Lee|On Kim|To Lam|By Day|At Water|Ma Ying|Li Na|Ann Wing|Xi Jinping|Ho Chi|Si Mohamed|Ben Ali
    Abu Bakr|Kim Jong Un|Aung San Suu Kyi|He Jiankui|She Zhijiang|Mo Farah|Con Coughlin|Per Hansen|Sur Kim
    Michelle O'Neill|O’Neill|McDonald|Ann McDonald|Jean-Luc Mélenchon|Anna-Lena Baer|Donald Trump Jr.
    Cal Ripken Jr.|William Gates Sr.|John Roberts III|J. K. Rowling|George W. Bush|M. Night Shyamalan|Lula|Pelé
    Ahmed|Ming|Wilfred|MACRON|Emmanuel MACRON|LE PEN|Slavoj Žižek|Žižek|Łukasz Żółw|Øystein Åberg
    Владимир Зеленский|Αλέξης Τσίπρας|习近平|محمد مرسي
"""
LIKE_ARTICLES = {"fr": {"Le Pen", "La Russa", "LE PEN"}, "es": {"La Russa", "El Baradei"}}
"""Names that at the head of a sentence could as well be an article and a noun, "Le Conseil a déclaré"."""

QUOTED = {
    "en": "We will not close the bridge before the winter",
    "de": "Wir werden die Brücke vor dem Winter nicht schließen",
    "fr": "Nous ne fermerons pas le pont avant l’hiver prochain",
    "es": "No vamos a cerrar el puente antes del invierno",
}
AROUND = {
    "en": (
        "The council met in the town hall on Monday and the people of the town were told that the bridge would shut.",
        "There was no word from the firm that built it, and the work is to begin in the spring.",
    ),
    "de": (
        "Der Rat der Stadt ist am Montag im Rathaus gewesen und die Brücke wird für ein Jahr nicht mehr befahren.",
        "Von der Firma war nichts zu hören, und die Arbeit soll im Frühjahr beginnen.",
    ),
    "fr": (
        "Le conseil de la ville est venu lundi dans la salle et le pont ne sera pas ouvert pour une année.",
        "Les travaux du pont vont commencer au printemps et la ville ne dit pas plus.",
    ),
    "es": (
        "El consejo de la ciudad se reunió el lunes en la sala y el puente no se va a abrir por un año.",
        "Las obras del puente van a empezar en la primavera y la ciudad no dice más.",
    ),
}
PATTERNS = {
    "en": (
        "“{Q},” {X} said.", "“{Q},” said {X}.", "“{Q},” {X}, a farmer, said.", "“{Q},” said {X}, a farmer.",
        "{X} said: “{Q}.”", "{X}, a farmer, said: “{Q}.”", "According to {X}, “{Q}.”", "“{Q},” according to {X}.",
        "“{Q},” {X} told Reuters.", "In an interview {X} said “{Q}.”", "“{Q},” said the farmer {X}.",
        "“{Q},” farmer {X} said.", "“{Q},” {X} said. “That is that.”", "On Monday {X} told reporters: “{Q}.”",
        "“{Q},” said {X}, who owns a farm.", "“{Q},” {X}, 52, said.", "“{Q},” {X} has said.", "But {X} said, “{Q}.”",
        "The rain fell when {X} said: “{Q}.”", "“{Q}?” {X} asked.", "{X} told the paper that “{Q}”.",
        "“{Q},” {X}, who was there, told the BBC.", "Asked about the bridge, {X} replied: “{Q}.”",
    ),
    "de": (
        "„{Q}“, sagte {X}.", "{X} sagte: „{Q}.“", "„{Q}“, so {X}.", "Laut {X} wird es schwer: „{Q}.“",
        "„{Q}“, sagte {X}, ein Landwirt aus dem Ort.", "{X}, ein Landwirt aus dem Ort, sagte: „{Q}.“",
        "„{Q}“, sagte der Landwirt {X}.", "Im Interview sagte {X}: „{Q}.“", "„{Q}“, erklärte {X} am Montag.",
        "„{Q}“, sagte {X} der Zeitung.", "{X} hat gesagt: „{Q}.“", "„{Q}“, hat {X} gesagt.", "„{Q}?“, fragte {X}.",
        "Am Montag sagte {X}: „{Q}.“", "„{Q}“, teilte {X} mit.", "„{Q}“, sagt {X}, der selbst dort wohnt.",
    ),
    "fr": (
        "« {Q} », a déclaré {X}.", "{X} a déclaré : « {Q}. »", "Selon {X}, « {Q} ».", "« {Q} », selon {X}.",
        "« {Q} », a déclaré {X}, agriculteur.", "{X}, agriculteur, a déclaré : « {Q}. »", "D’après {X}, « {Q} ».",
        "« {Q} », a dit l’agriculteur {X}.", "Dans un entretien, {X} a déclaré : « {Q}. »", "« {Q} », explique {X}.",
        "« {Q} », a déclaré {X} à l’AFP.", "{X} a ajouté que « {Q} ».", "Comme le dit {X}, « {Q} ».",
        "« {Q} », a lancé {X} mardi.", "Mais {X} a répondu : « {Q}. »",
    ),
    "es": (
        "«{Q}», dijo {X}.", "{X} dijo: «{Q}».", "Según {X}, «{Q}».", "«{Q}», según {X}.",
        "«{Q}», dijo {X}, agricultor.", "{X}, agricultor, dijo: «{Q}».", "«{Q}», dijo el agricultor {X}.",
        "En una entrevista, {X} dijo: «{Q}».",
        "«{Q}», ha declarado {X}.", "«{Q}», declaró {X} a Reuters.", "{X} añadió que «{Q}».", "Como dice {X}, «{Q}».",
        "El lunes, {X} dijo: «{Q}».", "«{Q}», afirmó {X} el martes.", "Pero {X} respondió: «{Q}».",
    ),
}  # fmt: skip
SHORTENED = {
    "en": "{X} came to town on Monday. “{Q},” {L} said.",
    "de": "{X} kam am Montag in die Stadt. „{Q}“, sagte {L}.",
    "fr": "{X} est venu lundi dans la ville. « {Q} », a dit {L}.",
    "es": "{X} llegó el lunes a la ciudad. «{Q}», dijo {L}.",
}
FAMILY_NAMES = {
    "Al Gore": "Gore",
    "Ed Davey": "Davey",
    "Bill de Blasio": "de Blasio",
    "Robert De Niro": "De Niro",
    "Luigi Di Maio": "Di Maio",
    "Marine Le Pen": "Le Pen",
    "Ursula von der Leyen": "von der Leyen",
    "Alexander Van der Bellen": "Van der Bellen",
    "Erik ten Hag": "Ten Hag",
    "Erik Ten Hag": "Ten Hag",
    "Lula da Silva": "da Silva",
    "Mohammed bin Salman": "bin Salman",
    "Theresa May": "May",
    "Will Smith": "Smith",
    "Hope Hicks": "Hicks",
    "June Park": "Park",
    "King Charles": "Charles",
    "Emmanuel MACRON": "Macron",
    "Donald Trump Jr.": "Trump",
    "J. K. Rowling": "Rowling",
    "Michelle O'Neill": "O’Neill",
    "Jean-Luc Mélenchon": "Mélenchon",
    "Slavoj Žižek": "Žižek",
}
UNSHORTENED_IN_SPANISH = {"Al Gore"}
"""Where "Al" is a preposition, "Al Gore llegó" can't be told from "Al puerto llegó"."""


def names() -> list[str]:
    return [name.strip() for line in NAMES.splitlines() for name in line.split("|") if name.strip()]


def speakers(language: str, sentence: str) -> list[str | None]:
    before, after = AROUND[language]
    article = make_article([before, sentence, after])
    return [quotation.attribution.speaker for quotation in find_quotations(article)]


def misread(language: str, pattern: str, name: str, short: str = "") -> list[str | None]:
    found = speakers(language, pattern.format(Q=QUOTED[language], X=name, L=short))
    return [speaker for speaker in found if speaker != name] or ([] if found else [None])


@pytest.mark.parametrize(
    ("language", "pattern"), [(language, pattern) for language, patterns in PATTERNS.items() for pattern in patterns]
)
def test_a_name_is_read_whole_wherever_it_stands(language: str, pattern: str) -> None:
    untold = LIKE_ARTICLES.get(language, set()) if pattern.startswith("{X}") else set()
    wrong = {name: found for name in names() if name not in untold and (found := misread(language, pattern, name))}
    assert wrong == {}


@pytest.mark.parametrize("language", SHORTENED)
def test_a_family_name_leads_to_the_full_one(language: str) -> None:
    untold = UNSHORTENED_IN_SPANISH if language == "es" else set()
    wrong = {
        name: found
        for name, short in FAMILY_NAMES.items()
        if name not in untold and (found := misread(language, SHORTENED[language], name, short))
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", "In Paris, Macron said: “{Q}.”", "Macron"),
        ("en", "But Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "“We won.” But Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "So Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "Still, Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "Then Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "As Ann Poe said, “{Q}.”", "Ann Poe"),
        ("en", "On Monday Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "In June Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "On 3 May Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "“{Q},” Ann Poe said in May.", "Ann Poe"),
        ("en", "“{Q},” Ann Poe said on May 5.", "Ann Poe"),
        ("en", "“{Q},” Ann Poe said Monday.", "Ann Poe"),
        ("en", "Asked Monday, Ann Poe said: “{Q}.”", "Ann Poe"),
        ("en", "Visiting Rome, Ann Poe, a farmer, said: “{Q}.”", "Ann Poe"),
        ("en", "Citing Reuters, Ann Poe, a farmer, said: “{Q}.”", "Ann Poe"),
        ("en", "With Ann Poe gone, Jo Lee said: “{Q}.”", "Jo Lee"),
        ("en", "After Ann Poe left, Jo Lee said: “{Q}.”", "Jo Lee"),
        ("en", "Will Ann Poe resign? Jo Lee said: “{Q}.”", "Jo Lee"),
        ("en", "For Ann Poe, it was clear. “{Q},” she said.", "Ann Poe"),
        ("en", "Ann Poe came to town. “{Q}.” She said the bridge would stay.", "Ann Poe"),
        ("en", "The WHO said: “{Q}.”", "WHO"),
        ("en", "An Apple spokeswoman said: “{Q}.”", "an Apple spokeswoman"),
        ("en", "Mr. May said: “{Q}.”", "Mr. May"),
        ("de", "In Berlin sagte Anna Roth: „{Q}.“", "Anna Roth"),
        ("de", "Im Mai sagte Anna Roth: „{Q}.“", "Anna Roth"),
        ("de", "Vor Gericht sagte Anna Roth: „{Q}.“", "Anna Roth"),
        ("de", "In Paris hat Anna Roth gesagt: „{Q}.“", "Anna Roth"),
        ("de", "Anna Roth kam in die Stadt. Sie sagte: „{Q}.“", "Anna Roth"),
        ("de", "Aber Anna Roth sagte: „{Q}.“", "Anna Roth"),
        ("de", "„{Q}“, sagte eine Sprecherin der Stadt.", "eine Sprecherin der Stadt"),
        ("de", "„{Q}“, sagte ein Mitglied der Gruppe.", "ein Mitglied der Gruppe"),
        ("de", "Deutliche Kritik kam von Anna Roth. „{Q}“, sagte Roth.", "Anna Roth"),
        ("fr", "À Paris, Anne Roy a déclaré : « {Q}. »", "Anne Roy"),
        ("fr", "Mais Anne Roy a déclaré : « {Q}. »", "Anne Roy"),
        ("fr", "Après Paris, Anne Roy a déclaré : « {Q}. »", "Anne Roy"),
        ("fr", "Selon Le Monde, Anne Roy a déclaré : « {Q}. »", "Anne Roy"),
        ("fr", "Anne Roy est venue. Elle a déclaré : « {Q}. »", "Anne Roy"),
        ("es", "En Madrid, Ana Roa dijo: «{Q}».", "Ana Roa"),
        ("es", "En Madrid dijo Ana Roa: «{Q}».", "Ana Roa"),
        ("es", "Desde Madrid insistió Ana Roa: «{Q}».", "Ana Roa"),
        ("es", "Al Gobierno le pidió Ana Roa: «{Q}».", "Ana Roa"),
        ("es", "Con Ana Roa fuera, Juan Gil dijo: «{Q}».", "Juan Gil"),
        ("es", "«{Q}», dijo Ana Roa al diario El Mundo.", "Ana Roa"),
    ],
)
def test_a_word_with_a_capital_only_from_its_place_is_no_name(language: str, sentence: str, speaker: str) -> None:
    assert speakers(language, sentence.format(Q=QUOTED[language]))[-1] == speaker


@pytest.mark.parametrize(
    ("language", "sentence", "speaker"),
    [
        ("en", "“{Q},” al-Assad said.", "al-Assad"),
        ("en", "Bashar al-Assad came. “{Q},” al-Assad said.", "Bashar al-Assad"),
        ("en", "Bashar al-Assad came. “{Q},” Assad said.", "Bashar al-Assad"),
        ("en", "Abdel Fattah el-Sisi came. “{Q},” said el-Sisi.", "Abdel Fattah el-Sisi"),
        ("en", "“{Q},” Valéry Giscard d’Estaing said.", "Valéry Giscard d’Estaing"),
        ("en", "“{Q},” Dr. An Wang said.", "Dr. An Wang"),
        ("en", "“{Q},” Sen. Al Franken said.", "Sen. Al Franken"),
        ("en", "“{Q},” Al Gore’s spokesman, Ed Poe, said.", "Ed Poe"),
        ("en", "“{Q},” Al Gore (D-Tenn.) said.", "Al Gore"),
        ("en", "The farmer, Al Gore, said: “{Q}.”", "Al Gore"),
        ("en", "Theresa May and Will Smith came. “{Q},” Will said.", "Will Smith"),
        ("en", "Theresa May came in May. May said: “{Q}.”", "Theresa May"),
        ("en", "Hope Hicks said she had no hope. “{Q},” Hicks said.", "Hope Hicks"),
        ("en", "Oscar de la Renta came. “{Q},” de la Renta said.", "Oscar de la Renta"),
        ("en", "‘{Q}’, Will Smith said.", "Will Smith"),
        ("en", '"{Q}," Will Smith said.', "Will Smith"),
        ("en", "“{Q}” Ed Poe told them.", "Ed Poe"),
        ("en", "“{Q},” the WHO said.", "WHO"),
        ("de", "Ursula von der Leyen kam. Von der Leyen sagte: „{Q}.“", "Ursula von der Leyen"),
        ("de", "„{Q}“, sagte Auf der Heide.", "Auf der Heide"),
        ("de", "Anne Will kam. „{Q}“, sagte Will.", "Anne Will"),
        ("de", "„{Q}“, sagte die Zeugin Anna Roth.", "Anna Roth"),
        ("fr", "Jean-Yves Le Drian est venu. « {Q} », a dit M. Le Drian.", "Jean-Yves Le Drian"),
        ("fr", "Marine Le Pen est venue. Le Pen a déclaré : « {Q}. »", "Marine Le Pen"),
        ("fr", "« {Q} », a dit Jean d’Ormesson.", "Jean d’Ormesson"),
        ("es", "Mohamed El Baradei llegó. «{Q}», dijo El Baradei.", "Mohamed El Baradei"),
        ("es", "Ana María Ruiz Gil llegó. «{Q}», dijo Ruiz Gil.", "Ana María Ruiz Gil"),
        ("es", "Ana de la Torre llegó. De la Torre dijo: «{Q}».", "Ana de la Torre"),
    ],
)
def test_names_with_titles_particles_and_articles(language: str, sentence: str, speaker: str) -> None:
    assert speakers(language, sentence.format(Q=QUOTED[language]))[-1] == speaker


def test_what_one_sentence_shows_of_a_name_is_known_in_the_others() -> None:
    told = (
        "So Young came to town. “No word of it is true,” So Young said. So Young added: “We will not close the bridge.”"
    )
    assert speakers("en", told) == ["So Young", "So Young"]
    assert speakers("fr", "Selon Le Pen, c’est faux. Le Pen a déclaré : « Nous ne fermerons pas le pont. »") == [
        "Le Pen"
    ]


def test_who_has_a_name_of_small_words_is_a_person() -> None:
    before, after = AROUND["en"]
    article = make_article(
        [before, "“We will not close the bridge before the winter,” Al Gore, a farmer, said.", after]
    )
    (quotation,) = find_quotations(article)
    assert quotation.attribution.kind is SpeakerKind.PERSON
    assert quotation.attribution.cue == "said"
