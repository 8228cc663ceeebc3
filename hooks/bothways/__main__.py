"""The command line: what can be done with a course, `bothways --help`; each output adds a command of its own."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import click

from bothways.check.course import check as check_all
from bothways.check.hints import hints
from bothways.cli import licences, new, schema, stats, words
from bothways.core.problems import FORMATS, report
from bothways.core.rules import RULES
from bothways.core.signs import visible
from bothways.core.words import Words
from bothways.outputs import OUTPUTS
from bothways.outputs.base import Build, Output, OutputError
from bothways.source.library import load
from bothways.view.render import Renderer


def _course(_context: click.Context, _option: click.Parameter, root: Path) -> Path:
    """The folder of a course, in full; another one is refused."""
    root = root.resolve()
    if not os.path.lexists(root / "docs/course.yml"):
        what = f"{visible(str(root))} is not the folder of a course: it has no docs/course.yml."
        raise click.UsageError(f"{what} Change into the project's folder, or name it with --root.")
    return root


_ROOT = click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=".",
    callback=_course,
    help="The project's folder.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Both Ways: check the course's content, start new content, and make worksheets."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")


@main.command()
@_ROOT
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", help="How to print the problems.")
def check(root: Path, form: str) -> None:
    """Check all content. Prints every problem with its place and its remedy; exits with 1 if there is any.

    When there is none it also lists what is worth a look: what docs/course.yml leaves empty, pages with two names.
    """
    library = load(root)
    problems = check_all(library)
    if text := report(problems, form, Words.of(library.course.language)):
        click.echo(text)
    if form == "text" and not problems and (empty := hints(library)):
        click.echo("\n".join(["", "Worth a look, and stops nothing:", *empty]))
    sys.exit(1 if problems else 0)


@main.command()
def rules() -> None:
    """List every rule: its code, what it means, how to mend it."""
    for rule in RULES.values():
        click.echo(f"{rule.code}  {rule.means}\n       {rule.fix}")


@main.command(name="stats")
@_ROOT
def stats_(root: Path) -> None:
    """Count what the course holds: lessons, words, reading grades, exercises, questions, objectives."""
    for line in stats.lines(load(root)):
        click.echo(line)


@main.command(name="licences")
@_ROOT
def licences_(root: Path) -> None:
    """List every package and every file of others with its licence; exits with 1 if one does not fit this project's."""
    try:
        found = licences.parts(root)
    except OSError as error:
        raise click.ClickException(f"There is no {error.filename}: only a copy of the whole project has it.") from None
    for part in found:
        click.echo(str(part))
    sys.exit(0 if all(part.why for part in found) else 1)


@main.command(name="new")
@click.argument("what", type=click.Choice(["exercise", "quiz"]))
@click.argument("kind_or_name")
@click.argument("name", required=False)
@click.option("--unit", default="unit-1", show_default=True, help="The folder to put it in.")
@_ROOT
def new_(what: str, kind_or_name: str, name: str | None, unit: str, root: Path) -> None:
    """Start a file that passes the check: `new exercise dialogue my-idea`, `new quiz my-questions`."""
    kind, ident = (kind_or_name, name) if what == "exercise" else ("quiz", name or kind_or_name)
    if not ident:
        raise click.UsageError("Write the kind and then a name: bothways new exercise dialogue my-idea")
    try:
        path = new.write(root, kind, ident, unit)
    except new.CannotWrite as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"Wrote {path.relative_to(root)}.")
    click.echo(f'Next: change its words, then put the line "::: {what} {ident}" into a lesson, and run: bothways check')


@main.command(name="schema")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=Path("schemas"))
def schema_(folder: Path) -> None:
    """Write JSON Schemas for editors: they suggest and explain fields while you type."""
    for path in schema.write(folder):
        click.echo(f"Wrote {path}.")


@main.command(name="words")
@_ROOT
def words_(root: Path) -> None:
    """Collect the words of the program for translators, and say how far each language is."""
    catalog = words.collect(root)
    words.TEMPLATE.parent.mkdir(exist_ok=True)
    words.TEMPLATE.write_text(words.as_po(catalog), encoding="utf-8")
    click.echo(f"Wrote {len(catalog)} texts to {words.TEMPLATE.name}.")
    for line in words.progress(catalog):
        click.echo(line)


def _command(output: type[Output]) -> click.Command:
    """The command that makes one output into a folder."""

    @click.command(output.name, help=output.__doc__)
    @click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
    @_ROOT
    def command(folder: Path, root: Path) -> None:
        library = load(root)
        if problems := check_all(library):
            click.echo(report(problems, words=Words.of(library.course.language)))
            sys.exit(1)
        if missing := output.missing():
            raise click.ClickException(missing)
        made = output(Build(library, Renderer(), folder, click.echo, library.site.directories))
        try:
            made.write()
            made.finish()
        except OutputError as error:
            raise click.ClickException(str(error)) from None

    return command


for _output in (output for output in OUTPUTS if output.alone):
    main.add_command(_command(_output))


if __name__ == "__main__":
    main()
