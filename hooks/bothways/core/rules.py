"""Every rule that content is checked against: a stable code, what it means, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `fix` is what a Problem says when nothing more exact is known."""

    code: str
    means: str
    fix: str


_TABLE = """
BW101 | The file is not UTF-8 text. | Save it as UTF-8.
BW102 | A tab or a no-break space is used to indent. | Use two plain spaces instead.
BW103 | The file is not valid YAML. | Look at this line and the one above it: a colon, a quote or a space is often missing.
BW104 | A key stands twice in one place. | Keep one of the two.
BW105 | The file is larger than 200 kB. | Split it into several files.
BW106 | Lists and fields are nested deeper than 12 levels. | Write it flatter; compare it with an example.
BW107 | An anchor or an alias (& or *) is used. | Write the text out. If it is text that starts with & or *, put quotes around it.
BW108 | The file holds no fields. | Begin with "bothways new" or copy an example.
BW109 | The file's name is not made of lower-case words joined by hyphens, ending in .yml. | Rename it, for example "my-idea.yml".
BW110 | The id in the file is not the file's name. | Make them the same, or leave the id out.
BW111 | Two files have the same id. | Rename one of them.
BW112 | There is more than one document in the file. | Remove the line "---" and what belongs in another file.
BW113 | There is a sign that nobody sees or that turns the text round. | Delete it, and write the words beside it again.
BW114 | A tag (! before a word) is used. | Put quotes around the text.
BW115 | It is not a plain file inside the course: a link, a pipe, a device, or a folder with the name of a file. | Put the file itself there, or remove it.
BW116 | A file or a folder cannot be read. | Give yourself leave to read it, or remove it.
BW117 | A file in docs/ is not one that the course publishes or reads. | Move it out of docs/, or correct its name.
BW201 | There is no field of that name. | Remove it, or correct its name.
BW202 | A field that must be there is missing. | Add it.
BW203 | A field is empty. | Write something in it, or remove the field if it may be left out.
BW204 | A value is of the wrong type. | Write it the way the examples do.
BW205 | A value is not one of those allowed. | Choose one of those that are allowed.
BW206 | A number is too small or too large. | Change the number.
BW207 | A list has too few or too many entries. | Add or remove entries.
BW208 | There is no such kind. | Choose one of the kinds there are.
BW209 | A text is too long for a phone screen or a printed card. | Shorten it, or split it.
BW210 | Something that must differ stands twice. | Change one of the two.
BW211 | An id is not written the way ids are. | Use lower-case letters, numbers and hyphens.
BW212 | The number of people is turned round. | Put the smaller number after "from".
BW301 | Content holds raw HTML. | Remove it; use *emphasis*, a list or a link.
BW302 | A link leads to an address that is not allowed. | Link to an https:// page or to a page of the course, such as support.md.
BW303 | An image is not one of the project's own. | Put it in docs/assets and write assets/ before its name.
BW304 | A link or an image leads to a file that is not there. | Correct the path; it starts in docs/.
BW306 | A list or a second paragraph stands in a field that holds one paragraph. | Write one paragraph, or use a field that is a list.
BW307 | An image has no words for people who do not see it. | Say in the square brackets what it shows.
BW401 | A choice leads to a scene that is not there. | Correct the name, or write the scene.
BW402 | A scene cannot be reached. | Let a choice lead to it, or remove it.
BW403 | From a scene no ending can be reached. | Let one of its choices lead towards an ending.
BW404 | After a poor choice there is no way to repair. | Give the next scene a choice with "repair: true".
BW405 | Fewer than two good ways lead through a dialogue. | Add a choice that moves a strand up and leads on.
BW406 | A scene has both choices and an ending, or neither. | Give it choices, or make it an ending.
BW407 | A scene has no words, or words without a speaker. | Add "says" with "speaker", or "narration".
BW408 | An ending has no question to take away. | Add a "question".
BW409 | A scene has only one choice. | Add another reply, or join the two scenes.
BW410 | Fewer than two endings can be reached. | Add an ending and a choice that leads to it.
BW411 | The minutes do not add up. | Change "minutes", or the minutes of its parts.
BW421 | A card fits a column that is not there. | Correct the name, or add the column.
BW422 | No card fits a column. | Add a card for it, or remove the column.
BW431 | A table has no rows to fill in. | Add "rows", or say how many rows are "blank".
BW432 | An example does not fill its row. | Write one text for each column after the first.
BW441 | A part of a plan leaves nothing to write or tick. | Add "suggestions" or "lines".
BW451 | Nothing in a session can be dropped when time runs short. | Write "drop: true" under one activity.
BW501 | No option is right. | Write "right: true" under the best one.
BW502 | A single-choice question has several right options. | Keep one, or make its kind "multiple".
BW503 | A multiple-choice question has one right option, or only right ones. | Add another option, or make its kind "single".
BW511 | The words that a question turns on do not stand in its scene. | Write them as they stand there, or correct the scene.
BW521 | A twin question does not have one best reply for each scene. | Write "fits: first" under one reply and "fits: second" under another.
BW522 | The two scenes of a twin question are the same. | Let them differ in one fact.
BW531 | A talk has no line to be found. | Write "here: true" under the line at which it happened, and "why".
BW541 | Not one of the reasons bears on the call. | Write "bears: true" under the one that does.
BW542 | More than one call is right, or none. | Write "right: true" under the best one.
BW551 | An order does not name each reply once. | Write the letters of the replies, each once, such as [b, a, d, c].
BW601 | A lesson names an exercise that is not there. | Correct the name, or write the exercise.
BW602 | A lesson names a quiz that is not there. | Correct the name, or write the quiz.
BW603 | A line with ::: cannot be understood. | Write it at the start of the line, such as "::: exercise the-sign-up-sheet".
BW604 | A lesson names a figure that is not there. | Correct the name, or put the drawing into docs/assets/figures.
BW605 | No lesson uses an exercise. | Put "::: exercise" with its name into a lesson.
BW606 | No lesson uses a quiz. | Put "::: quiz" with its name into a lesson.
BW607 | An exercise, a quiz or a figure is placed twice. | Keep one of the two lines.
BW608 | Something is cited that is not in docs/sources.yml. | Correct its id, or add the source.
BW609 | A source is listed that nothing cites. | Cite it, or remove it.
BW610 | A citation is not written the way citations are, or stands in a heading or a link. | Write it like [@P-HEE], with @ and capital letters, on one line.
BW611 | The front matter of a lesson is not complete. | Add what is missing between the two lines "---" at the top.
BW612 | An objective has another lesson's number. | Give it this lesson's number.
BW613 | No exercise practises an objective. | Add the objective to an exercise of a lesson.
BW614 | Fewer than two questions ask about an objective. | Add a question with this objective to a quiz.
BW615 | Something refers to an objective that no lesson has. | Correct its number.
BW616 | A lesson does not show its objectives. | Add the line "::: objectives" below the title.
BW617 | A plan, a word or a framework names a lesson that is not there. | Write a lesson like L3.
BW618 | A page has lost the line that makes it useful. | Put the line back where its list should stand.
BW619 | The front matter of a page cannot be read. | Write "---" on a line of its own above and below it, and one field a line between.
BW620 | A block of code is not closed, or its marks do not stand at the edge. | Begin and end it with three backticks, alone at the beginning of a line.
BW621 | A page holds raw HTML. | Remove it; use Markdown, or a ::: line. Signs that are to be seen go between backticks.
BW622 | A page links to an address that is not allowed. | Link to an https:// page or to a page of the course.
BW623 | A link or a heading is empty or not complete. | Write it like [words](page.md), on one line.
BW624 | A picture on a page is not one of the course. | Put an .svg, .png, .jpg or .webp into docs/assets and lead to it from this page, such as ../assets/map.png.
BW625 | Lines that were meant as a list, or as a box, became one paragraph. | Leave an empty line before the list, and begin each entry with "- " or "1. ".
BW626 | A picture on a page has no words for people who do not see it. | Say in the square brackets what it shows.
BW627 | There is no such kind of box. | Choose one that there is, such as note, question or why.
BW628 | A page is too long, too full or nested too deep to be read. | Split it, or write it flatter.
BW629 | An exercise or a quiz has a name that pages use for something of their own. | Give the file another name.
BW630 | A word has a sign in it that only looks like a letter, such as a long s. | Type the word again.
BW631 | A drawing holds more than a drawing needs, or has no title and description. | Give the SVG a title and a desc, and keep shapes and words only. In Inkscape: save a copy as plain SVG, and turn clones, images and effects into paths.
BW632 | A picture is not what its name says, or too large. | Save it again as PNG, JPEG or WebP, smaller than 500 kB, with the ending that belongs to it.
BW633 | mkdocs.yml turns on an extension that pages may not use. | Remove it: it could let raw HTML or files into pages. The safe ones stand in bothways/source/extensions.py.
BW641 | A setting in mkdocs.yml would do nothing here, or load something from elsewhere. | Take it out.
BW642 | There are no words for the course's language. | Write a language such as en, de or pt-BR.
BW651 | A lesson links to a page or a file that is not there. | Write the way from this page, such as ../support.md.
BW652 | A link leads to a place that its page does not have. | Write the heading after #, in lower case with hyphens, such as #the-ten-lessons.
BW653 | The menu names a page that is not there. | Correct the path; it starts in docs/.
BW654 | The menu does not name a page. | Add the page to "nav" in mkdocs.yml.
BW655 | A file stands where a build writes by itself. | Give the file, or its folder, another name.
BW656 | Two files would be one file of the site. | Rename one of them.
BW661 | A question tests a misconception that is not in docs/misconceptions.yml. | Correct its id, or add the misconception.
BW701 | A word hurts, blames or promises more than is true. | Use the words that are suggested. To discuss the word itself, put it in quotes.
BW702 | A lesson, or a page for people in danger, is hard to read. | Use shorter sentences and shorter words. The words of the glossary do not count.
"""


def _rules() -> Mapping[str, Rule]:
    rows = (line.split(" | ") for line in _TABLE.strip().splitlines())
    return MappingProxyType({code: Rule(code, means, fix) for code, means, fix in rows})


RULES: Mapping[str, Rule] = _rules()
"""Every rule by its code."""
