"""Both Ways: one source, every output. The map of the package, from what uses to what is used:

__main__  the command line
cli       what it does beyond checking: licences, new, schema, stats, words
markdown  the Python-Markdown extension; hooks/mkdocs_events.py, beside the package, is all that knows MkDocs
outputs   what a build makes, each found in its folder: assets, printing, search; with base, worksheet, pdf, pdf_cache,
          pdf_files, publish
view      objects -> HTML: draw (what stands at a ::: line), render (the templates), layout, direction, terms
check     what must be mended: course (all rules), alignment, references, links, pages, assets, language with
          readability, settings, site, useful; hints (what is only worth a look)
source    files -> objects: files, yamlfile with yaml_words, reading with fields and messages; page, directive,
          limits, body and extensions (Markdown, read once), tree with allowed, writing, places and outline (what
          it became), drawing;
          site, strays; library (everything at once), queries (what it can be asked)
model     what content is: text, exercise with kinds/, question with questions/, found, answers, strands, course,
          danger, search, session, wording
core      what all stand on: problems, rules, words, address, addresses, names, markup, plain, letters, signs, policy
"""
