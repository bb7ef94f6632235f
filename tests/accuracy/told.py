"""Made-up articles, of whose pages in many layouts every paragraph is known."""

# ruff: noqa: E501 words are read best in one line

from __future__ import annotations

import html
from dataclasses import dataclass

P, H, LI, QUOTE, CAPTION = "p", "h2", "li", "blockquote", "figcaption"


@dataclass(frozen=True, slots=True)
class Told:
    """A made-up article: its headline, its writer, its date, and its pieces as kind and words."""

    title: str
    author: str
    date: str
    pieces: tuple[tuple[str, str], ...]

    def html(self, paragraph: str = "<p>{}</p>", between: str = "", after: int = 3) -> str:
        """The pieces as HTML, with something else in between behind some of them."""
        shown, items = [], 0
        for number, (kind, words) in enumerate(self.pieces):
            text = html.escape(words, quote=False)
            if kind == P:
                shown.append(paragraph.format(text))
            elif kind == CAPTION:
                shown.append(f'<figure><img src="{number}.jpg" alt=""><figcaption>{text}</figcaption></figure>')
            elif kind == LI:
                items += 1
                shown.append(f"<ul><li>{text}</li>" if self.pieces[number - 1][0] != LI else f"<li>{text}</li>")
                if number + 1 == len(self.pieces) or self.pieces[number + 1][0] != LI:
                    shown.append("</ul>")
            elif kind == QUOTE:
                shown.append(f"<blockquote><p>{text}</p></blockquote>")
            else:
                shown.append(f"<{kind}>{text}</{kind}>")
            if between and (number + 1) % after == 0 and kind == P:
                shown.append(between)
        return "\n".join(shown)

    @property
    def paragraphs(self) -> list[str]:
        """What belongs to the article besides its headline and captions."""
        return [words for kind, words in self.pieces if kind != CAPTION]


FERRY = Told(
    "Night ferry to the islands stays until spring",
    "Mona Reyl",
    "2024-03-05",
    (
        (
            P,
            "The harbour board voted on Monday to keep the night ferry to the islands until the spring timetable begins.",
        ),
        (CAPTION, "The ferry Sula at the pier on Monday night. Photo: J. Marlow"),
        (P, "“We heard the islanders,” said its chair, Tove Lind. “We will not leave them without a boat.”"),
        (P, "She paused. “Not again.”"),
        (P, "The board had planned to end the service in December, because fewer than thirty people a night used it."),
        (H, "A letter from the hospital"),
        (
            P,
            "Nurses who work nights on the mainland had written against the plan; two thousand people signed their letter.",
        ),
        (QUOTE, "“If the boat stops, we stop. There is no other way home at two in the morning,” the letter says."),
        (P, "The ferry costs the town 1.2 million a year. The board now wants:"),
        (LI, "a smaller boat on weekdays,"),
        (LI, "a higher fare for visitors, and"),
        (LI, "a grant from the county."),
        (
            P,
            "The county’s transport office said it had received no request so far, and that it would read any with care.",
        ),
        (P, "The vote was 6 to 1."),
    ),
)
SCHOOL = Told(
    "‘Nobody asked us’: Parents protest as school drops evening classes",
    "Ada Quill and Jon Bremer",
    "2023-11-21",
    (
        (
            P,
            "More than two hundred parents stood in the rain outside Kettle Lane school on Tuesday to protest against its plan to drop evening classes.",
        ),
        (
            P,
            "“Nobody asked us, and nobody asked the children,” said Rosa Imre, whose son learns the trumpet there on Thursdays.",
        ),
        (P, "The school’s head, Pavel Orth, told reporters that he understood the anger but saw no other way."),
        (
            P,
            "“I have eleven teachers for fifteen posts,” he said, “and the four who are missing will not come back because we wish it.”",
        ),
        (H, "What the plan says"),
        (
            P,
            "According to the plan, which the Courier has seen, all classes after 5 p.m. would end on 31 January; 140 pupils take part in them today.",
        ),
        (
            P,
            "Music lessons would move to the afternoon “where rooms allow”, it says, while the wood workshop would close altogether.",
        ),
        (P, "The council, which owns the building, said it had learned of the plan from the newspaper."),
        (CAPTION, "Rosa Imre (left) with other parents outside the school"),
        (P, "A meeting is planned for Friday."),
        (P, "Asked if he would attend, Orth said: “Of course. I live here, too.”"),
    ),
)
WELLS = Told(
    "Water from 40 wells unsafe to drink, county finds",
    "Priya Sandoval",
    "2022-06-14",
    (
        (
            P,
            "Water from 40 of 312 private wells in the north of the county should not be drunk, the health office said on Tuesday after tests in spring.",
        ),
        (P, "The samples held more nitrate than the law allows, in three cases more than five times as much."),
        (
            P,
            "“Boiling does not help,” said Henrik Vass, who leads the office. “It makes it worse, because water goes and the nitrate stays.”",
        ),
        (
            P,
            "Families with small children were told by telephone the same day; all others will get a letter this week.",
        ),
        (H, "Where it comes from"),
        (
            P,
            "Nitrate is mostly washed out of fields. The farmers’ union warned against what it called hasty conclusions.",
        ),
        (
            P,
            "“We have cut fertiliser by a third since 2015,” its spokeswoman, Lene Dahl, said in a statement. “The ground has a long memory.”",
        ),
        (P, "The county will bring drinking water by lorry to six villages from Thursday on."),
        (P, "It asks everyone who has a well and no letter by 24 June to call."),
    ),
)
MUSEUM = Told(
    "Stolen clock back in museum after 31 years",
    "Our correspondent",
    "2021-02-09",
    (
        (P, "A clock that was stolen from the town museum in 1990 stands in its old place again since Tuesday."),
        (P, "A retired postman found it behind a wall while he was repairing his cellar in the upper town."),
        (
            P,
            "“I heard nothing for thirty years, and then I opened the wall and it ticked,” Emil Kord, 71, joked at the ceremony.",
        ),
        (P, "How the clock, made in 1783, came to be there is unknown; the house has had five owners since the theft."),
        (P, "The museum’s director, Sabine Hollar, called the find “the best day of my working life”."),
        (P, "Police closed the case years ago. Theft is time-barred, a spokesman said, and nobody is suspected."),
        (P, "The clock can be seen daily but Mondays from ten to five. It is, by the way, two minutes fast."),
    ),
)
STORIES = (FERRY, SCHOOL, WELLS, MUSEUM)
