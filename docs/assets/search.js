/* The search: every lesson, exercise, question and word of the course, on this device alone. Fetched when it is first
   opened, with MiniSearch and the index: three classic scripts, so that it works from a memory stick too. */
(function (BothWays) {
  "use strict";
  const { make, say } = BothWays;
  const MOST = 20;
  const part = (name) => document.getElementById("bw-search" + name);
  const [dialog, query, status, list] = ["", "-query", "-status", "-results"].map(part);
  const root = dialog.dataset.root;
  const KINDS = {
    lesson: say("Lesson"), page: say("Page"), exercise: say("Exercise"), question: say("Question"), word: say("Word"),
    sheet: say("Worksheet"),
  };
  const WEIGHT = { lesson: 2, exercise: 1.6, word: 1.6, question: 0.6, sheet: 0.8 };
  let state = "waiting";
  let course = null;

  // "café" is found by "cafe"; an apostrophe is one in any shape, and none at all.
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/['‘’]/g, "").toLowerCase();
  const words = (text) => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);

  /* "listening", "listens" and "listened" find "listen"; "boundaries" finds "boundary". Not grammar: the same for both sides. */
  function stem(word) {
    if (word.length < 4 || /[^a-z]/.test(word)) return word;
    const bare = word.replace(/ies$/, "y").replace(/(?:ingly|edly|ing|ed|es|ly|s)$/, "");
    const short = bare.length < 3 ? word : bare.replace(/([b-df-hj-np-rtv-z])\1$/, "$1");
    return short.length > 3 ? short.replace(/e$/, "") : short;
  }

  /* At most one letter more, less, other or swapped in words of five letters and more; two from nine. */
  function near(a, b) {
    const most = Math.min(a.length, b.length) < 5 ? 0 : Math.min(a.length, b.length) < 9 ? 1 : 2;
    if (a === b || !most || Math.abs(a.length - b.length) > most) return a === b;
    let before = [], row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[b.length] <= most;
  }

  /* Whether all words of a phrase stand in what was typed, spelt well or nearly. */
  function holds(typed, phrase) {
    const joined = phrase.join("");
    if (joined.length > 6 && typed.join("").includes(joined)) return true; // "selfharm", "kill my self"
    return phrase.every((word) => typed.some((other) => near(other, word)));
  }

  function read(found) {
    const skip = new Set(found.skip.map((word) => stem(plain(word))));
    const index = new globalThis.MiniSearch({
      fields: ["title", "page", "text"],
      tokenize: words,
      processTerm: (term) => (skip.has(stem(term)) ? null : stem(term)),
      searchOptions: {
        boost: { title: 5, page: 1.5 },
        bm25: { k: 0.6, b: 0.9, d: 0.5 }, // how often a word stands in a long list says little
        prefix: (term) => term.length > 2,
        fuzzy: (term) => (term.length > 4 ? 0.2 : false),
        boostDocument: (id, term, fields) => WEIGHT[fields.kind] || 1,
      },
      storeFields: ["kind"],
    });
    let page = "";
    const sections = found.sections.map(function ([location, title, kind, text], id) {
      if (!location.includes("#")) page = title;
      return { id, location, title, kind, text, page: kind === "sheet" || page === title ? "" : page };
    });
    const phrases = (all) => all.map((text) => words(text).map(stem));
    course = {
      index,
      sections,
      trouble: phrases(found.trouble),
      also: found.also.map(([typed, find]) => ({ typed: phrases(typed), find })),
      support: found.support,
    };
    return index.addAllAsync(sections, { chunkSize: 60 });
  }

  /* All words first, then any; with the course's own words for what was typed. */
  function hits(text) {
    const typed = words(text).map(stem);
    const more = course.also.filter(({ typed: all }) => all.some((phrase) => holds(typed, phrase)));
    const found = new Map();
    /* A place counts by its score, and by how many of the words it has: many words are worth more than one often. */
    function add(search, combineWith, factor) {
      for (const { id, score, terms, queryTerms } of course.index.search(search, { combineWith })) {
        const all = new Set(words(search).map(stem)).size;
        const share = combineWith === "AND" ? 1 : new Set(queryTerms).size / all;
        const old = found.get(id) || { score: 0, terms: [] };
        found.set(id, { score: old.score + score * factor * share * share, terms: [...old.terms, ...terms] });
      }
    }
    add(text, "AND", 3);
    for (const { find } of more) for (const phrase of find) add(phrase, "AND", 1.5);
    if (found.size < 3) add(text, "OR", 1);
    const flat = plain(text).trim();
    return [...found]
      .map(([id, { score, terms }]) => ({ ...course.sections[id], terms, score: plain(course.sections[id].title) === flat ? score * 3 : score }))
      .sort((a, b) => b.score - a.score);
  }

  /* About 160 letters around the first word found; the word is marked. */
  function snippet({ text, terms }) {
    const flat = plain(text);
    const found = flat.length === text.length && terms.map((term) => flat.search(new RegExp("(?<![\\p{L}])" + term, "u"))).find((at) => at >= 0);
    const at = found > 0 ? found : 0;
    const start = at ? text.lastIndexOf(" ", Math.max(0, at - 60)) + 1 : 0;
    const space = text.indexOf(" ", start + 160); // whole words only
    const end = space < 0 ? text.length : space;
    const shown = make("span", "", start ? "… " : "", text.slice(start, at));
    const word = typeof found === "number" && found >= 0 ? /^[\p{L}\p{N}]*/u.exec(text.slice(at))[0] : "";
    if (word) shown.append(make("mark", "", word));
    shown.append(text.slice(at + word.length, end), end < text.length ? " …" : "");
    return shown;
  }

  function entry(section) {
    const about = [KINDS[section.kind], section.page].filter(Boolean).join(" · ");
    const link = make("a", "", make("strong", "", section.title), make("em", "", about), snippet(section));
    link.href = root + section.location;
    return make("li", "", link);
  }

  /* Somebody may be in trouble: this comes first, whatever else is found. */
  function support() {
    const link = make("a", "bw-search-support", make("strong", "", say("Need support now?")));
    link.append(make("span", "", say("If you are in danger or in distress, or worried about somebody: what to do, and where to turn.")));
    link.href = root + course.support;
    return make("li", "", link);
  }

  function show() {
    const text = query.value.trim();
    list.textContent = "";
    if (state === "failed") return tell(say("The search could not be fetched. The list under “Lessons” leads to every page. Close and open the search to try again."));
    if (state !== "ready") return tell(say("Fetching the words of the course …"));
    if (!words(text).length) return tell(say("Type a word or a question, for example: how do I say no?"));
    const found = hits(text);
    const typed = words(text).map(stem);
    if (course.trouble.some((phrase) => holds(typed, phrase))) list.append(support());
    list.append(...found.slice(0, MOST).map(entry));
    tell(
      !found.length ? say("Nothing found. Try a shorter or a different word.")
      : found.length === 1 ? say("1 place found")
      : found.length > MOST ? say("The first {most} of {all} places", { most: MOST, all: found.length })
      : say("{all} places found", { all: found.length }),
    );
  }

  function tell(text) {
    status.textContent = text;
  }

  function script(source) {
    return new Promise(function (done, failed) {
      const node = make("script");
      node.src = root + source;
      node.onload = done;
      node.onerror = function () {
        node.remove();
        failed(source);
      };
      document.head.append(node);
    });
  }

  function fetchAll() {
    state = "waiting";
    show();
    Promise.all([script("assets/vendor/minisearch.js"), script("assets/search-index.js")])
      .then(() => read(BothWays.searchIndex))
      .then(() => (state = "ready"), () => (state = "failed"))
      .then(show);
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

  let waiting = 0;
  query.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(show, 120); // a slow phone is not to search at each letter
  });
  query.form.addEventListener("submit", function () {
    clearTimeout(waiting);
    show(); // Enter goes to the best place
    list.querySelector("a")?.click();
  });
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  for (const node of [query, list]) node.addEventListener("keydown", arrows);
  dialog.addEventListener("bw-open", () => state === "failed" && fetchAll());
  fetchAll();
})(globalThis.BothWays);
