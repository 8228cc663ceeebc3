"""What the course holds, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bothways.check import language
from bothways.check.readability import grade
from bothways.model.answers import Slot
from bothways.model.question import Question
from bothways.source.library import Library
from bothways.source.queries import asked, practised, questions


def lines(library: Library) -> Iterator[str]:
    """The whole count, line by line."""
    yield from _lessons(library)
    yield from _exercises(library)
    yield from _questions(questions(library), library)
    yield from _objectives(library)
    cited = {source for page in library.pages for _, _, source in page.citations()}
    yield f"Sources: {len(library.sources)}, of which {len(cited & library.sources.keys())} are cited in pages."
    yield f"Figures: {len(library.figures)}."
    yield f"Words in the glossary: {len(library.glossary.value.terms) if library.glossary.value else 0}."
    plans = [session for plan in library.plans if plan.value for session in plan.value.sessions]
    yield f"Session plans: {len(plans)}."


def _lessons(library: Library) -> Iterator[str]:
    words = language.glossary_words(library)
    yield f"Lessons and sessions: {len(library.lessons())}"
    for page in library.lessons():
        assert page.head is not None
        level = grade(language.prose(page), words)
        yield f"  {page.head.name:4} {page.words():5} words  grade {level:4.1f}  {page.head.title}"


def _exercises(library: Library) -> Iterator[str]:
    kinds = Counter(e.value.kind for e in library.exercises.values() if e.value)
    yield f"Exercises: {kinds.total()}  ({_counted(kinds)})"


def _questions(found: list[Question], library: Library) -> Iterator[str]:
    yield f"Questions: {len(found)}  ({_counted(Counter(q.kind for q in found))})"
    yield f"  by difficulty: {_counted(Counter(q.difficulty for q in found))}"
    listed = library.misconceptions.value.root if library.misconceptions.value else {}
    tested = listed.keys() & {q.misconception for q in found}
    yield f"  misconceptions tested: {len(tested)} of {len(listed)}"
    slots = [slot for q in found if (slot := _one_of_several(q.slots()))]
    if not slots:
        return
    places = Counter(slot.answers.index(slot.right[0]) + 1 for slot in slots)
    yield f"  place of the right option as shown: {', '.join(f'{n}: {places[n]}' for n in sorted(places))}"
    longest = sum(max(slot.answers, key=lambda answer: len(answer.text)).right for slot in slots)
    expected = sum(1 / len(slot.answers) for slot in slots)
    yield f"  right option is the longest in {longest} of {len(slots)} (chance would give {expected:.0f})"


def _one_of_several(slots: Sequence[Slot]) -> Slot | None:
    """The place for the answer of a question that offers several texts, one of them right: it could give it away."""
    slot = slots[0]
    return slot if len(slots) == 1 and len(slot.right) == 1 and all(answer.text for answer in slot.answers) else None


def _objectives(library: Library) -> Iterator[str]:
    exercises, questions = practised(library), asked(library)
    objectives = [(i, page.head.name) for page in library.lessons() if page.head for i in page.head.objectives]
    yield f"Objectives: {len(objectives)}"
    for ident, _ in objectives:
        yield f"  {ident:6} exercises {exercises[ident]:2}  questions {questions[ident]:2}"


def _counted(counter: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in sorted(counter.items()))
