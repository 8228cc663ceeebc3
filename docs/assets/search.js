/* The search: every lesson, exercise and question by its words, on this device alone.
   Reads the index that MkDocs writes. Looks through plain text, so that a part of a word and a phrase are found too. */
(function (BothWays) {
  "use strict";
  const { make } = BothWays;
  const MOST = 20;
  const root = document.documentElement.dataset.root.replace(/\/?$/, "/");
  const [dialog, query, status, list] = ["", "-query", "-status", "-results"].map((part) =>
    document.getElementById("bw-search" + part),
  );
  let sections = null;

  // "café" is found by "cafe"; a quotation mark is one in any shape.
  const plain = (text) =>
    text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
  // "listening", "listens" and "listened" find "listen".
  const stem = (word) => (word.length > 5 ? word.replace(/(ing|ed|es|s)$/, "") : word);

  function textOf(html) {
    const spaced = html.replace(/<\/(p|li|h\d|pre)>/g, " $&");
    return new DOMParser().parseFromString(spaced, "text/html").body.textContent.replace(/\s+/g, " ").trim();
  }

  function read(index) {
    let page = "";
    sections = index.docs.map(function ({ location, title, text }) {
      title = textOf(title);
      text = textOf(text);
      if (!location.includes("#")) page = title;
      return { location, title, page, text, inTitle: plain(title), inText: plain(`${page} ${title} ${text}`) };
    });
    show();
  }

  function score({ location, inTitle, inText }, phrase, stems) {
    if (!stems.every((word) => inText.includes(word))) return 0;
    const page = location.includes("#") ? 0 : 6; // whole pages first
    const sum = stems.reduce((sum, word) => sum + (inTitle.includes(word) ? 4 : 1), page);
    return sum + (inTitle.includes(phrase) ? 20 : inText.includes(phrase) ? 8 : 0);
  }

  /* About 160 letters around the first word found; the word is marked. */
  function snippet({ text }, words) {
    const flat = plain(text);
    const found = flat.length === text.length && words.find((word) => flat.includes(word));
    const at = found ? flat.indexOf(found) : 0;
    const start = found ? text.lastIndexOf(" ", Math.max(0, at - 60)) + 1 : 0;
    const space = text.indexOf(" ", start + 160); // whole words only
    const end = space < 0 ? text.length : space;
    const more = end < text.length ? " …" : "";
    if (!found) return make("span", "", text.slice(0, end) + more);
    const mark = make("mark", "", text.slice(at, at + found.length));
    return make("span", "", (start ? "… " : "") + text.slice(start, at), mark, text.slice(at + found.length, end) + more);
  }

  function entry(section, words) {
    const page = section.page === section.title ? "" : section.page;
    const link = make("a", "", make("strong", "", section.title), make("em", "", page), snippet(section, words));
    link.href = root + section.location;
    return make("li", "", link);
  }

  function show() {
    const phrase = plain(query.value).trim();
    const stems = phrase.split(/\s+/).filter(Boolean).map(stem);
    list.textContent = "";
    if (!sections) return void (status.textContent = "Fetching the words of the course …");
    if (!phrase) return void (status.textContent = "Type a word or a phrase, for example: listen.");
    const hits = sections
      .map((section) => ({ section, score: score(section, phrase, stems) }))
      .filter((hit) => hit.score)
      .sort((a, b) => b.score - a.score);
    const count = hits.length;
    status.textContent =
      count === 0 ? "Nothing found. Try a shorter or a different word."
      : count === 1 ? "1 place found"
      : count > MOST ? `The first ${MOST} of ${count} places`
      : `${count} places found`;
    list.append(...hits.slice(0, MOST).map(({ section }) => entry(section, [phrase, ...stems])));
  }

  function failed() {
    status.textContent = "The search could not be fetched. The list under “Lessons” leads to every page.";
  }

  /* Down and up walk from the field through the places. */
  function arrows(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [query, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  query.addEventListener("input", show);
  query.form.addEventListener("submit", function (event) {
    event.preventDefault(); // Enter goes to the best place
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  for (const node of [query, list]) node.addEventListener("keydown", arrows);
  show();
  fetch(root + "search/search_index.json")
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(read)
    .catch(failed);
})(globalThis.BothWays);
