"""Both Ways: one source, every output. The map of the package, in the order in which data flows:

problems, rules    what an author must mend, and every rule with its remedy
yamlfile           YAML text -> values and where each stood; messages turns validation errors into sentences
markup, strands    the safe Markdown of content; the five strands
kinds/, questions/ one module a kind of exercise or question: its fields and its own rules
page, course       a Markdown page with its front matter and ::: lines; the course's settings and sources
library, checks    finds and loads everything; the rules that look at more than one file
render, worksheet  -> HTML for the screen and for paper (templates/); pdf -> PDF
markdown, __main__ the edge: the Python-Markdown extension and the command line; hooks/mkdocs_events.py knows MkDocs
"""
