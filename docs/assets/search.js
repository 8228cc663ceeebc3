/* The search: every lesson, exercise and question by its words, on this device alone.
   Reads the index that MkDocs writes. Looks through plain text, so that a part of a word and a phrase are found too. */
(function () {
  "use strict";
  var MOST = 20; // more than anyone reads
  var root = document.documentElement.dataset.root.replace(/\/?$/, "/");
  var query = document.getElementById("bw-search-query");
  var status = document.getElementById("bw-search-status");
  var list = document.getElementById("bw-search-results");
  var dialog = document.getElementById("bw-search");
  var sections = null;

  function plain(text) { // "café" is found by "cafe"; a quotation mark is one in any shape
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').toLowerCase();
  }
  function stem(word) { // "listening", "listens" and "listened" find "listen"
    return word.length > 5 ? word.replace(/(ing|ed|es|s)$/, "") : word;
  }
  function textOf(html) {
    return new DOMParser().parseFromString(html.replace(/<\/(p|li|h\d|pre)>/g, " $&"), "text/html")
      .body.textContent.replace(/\s+/g, " ").trim();
  }
  function read(index) {
    var page = "";
    sections = index.docs.map(function (entry) {
      var title = textOf(entry.title), text = textOf(entry.text);
      if (entry.location.indexOf("#") < 0) page = title;
      return { location: entry.location, title: title, page: page, text: text,
               inTitle: plain(title), inText: plain(page + " " + title + " " + text) };
    });
    show();
  }
  function score(section, phrase, stems) {
    var sum = 0;
    for (var i = 0; i < stems.length; i++) {
      if (section.inText.indexOf(stems[i]) < 0) return 0;
      sum += section.inTitle.indexOf(stems[i]) < 0 ? 1 : 4;
    }
    if (section.inTitle.indexOf(phrase) >= 0) sum += 20;
    else if (section.inText.indexOf(phrase) >= 0) sum += 8;
    return sum;
  }
  function snippet(section, words) { // about 160 letters around the first word found; the word is marked
    var flat = plain(section.text), at = -1, found = "";
    words.forEach(function (word) {
      var here = flat.indexOf(word);
      if (here >= 0 && at < 0) { at = here; found = word; }
    });
    var node = document.createElement("span"), same = flat.length === section.text.length;
    var start = at < 0 || !same ? 0 : section.text.lastIndexOf(" ", Math.max(0, at - 60)) + 1;
    var end = section.text.indexOf(" ", start + 160); // whole words only
    if (end < 0) end = section.text.length;
    if (at < 0 || !same) { node.textContent = section.text.slice(0, end); return node; }
    var mark = document.createElement("mark");
    mark.textContent = section.text.slice(at, at + found.length);
    node.append((start ? "… " : "") + section.text.slice(start, at), mark, section.text.slice(at + found.length, end));
    if (end < section.text.length) node.append(" …");
    return node;
  }
  function entry(section, words) {
    var item = document.createElement("li"), link = document.createElement("a");
    var title = document.createElement("strong"), page = document.createElement("em");
    title.textContent = section.title;
    page.textContent = section.page === section.title ? "" : section.page;
    link.href = root + section.location;
    link.append(title, page, snippet(section, words));
    item.append(link);
    return item;
  }
  function show() {
    var phrase = plain(query.value).trim(), words = phrase.split(/\s+/).filter(Boolean);
    list.textContent = "";
    if (!sections) { status.textContent = "Fetching the words of the course …"; return; }
    if (!words.length) { status.textContent = "Type a word or a phrase, for example: listen."; return; }
    var stems = words.map(stem);
    var hits = sections.map(function (section) { return { section: section, score: score(section, phrase, stems) }; })
      .filter(function (hit) { return hit.score; })
      .sort(function (a, b) { return b.score - a.score; });
    status.textContent = hits.length === 0 ? "Nothing found. Try a shorter or a different word."
      : hits.length === 1 ? "1 place found" : hits.length > MOST ? "The first " + MOST + " of " + hits.length + " places"
      : hits.length + " places found";
    hits.slice(0, MOST).forEach(function (hit) { list.append(entry(hit.section, [phrase].concat(stems))); });
  }
  function failed() {
    status.textContent = "The search could not be fetched. The list under \u201cLessons\u201d leads to every page.";
  }
  function fetchIndex() {
    if (location.protocol !== "file:") {
      return fetch(root + "search/search_index.json").then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      }).then(read);
    }
    // Browsers do not fetch from file://, but they do load scripts: Material's "offline" plugin writes the index as one.
    return new Promise(function (done, fail) {
      var script = document.createElement("script");
      script.src = root + "search/search_index.js";
      script.onload = done;
      script.onerror = fail;
      document.head.append(script);
    }).then(function () { read(window.__index); });
  }

  query.addEventListener("input", show);
  query.form.addEventListener("submit", function (event) { // Enter goes to the best place
    event.preventDefault();
    var first = list.querySelector("a");
    if (first) first.click();
  });
  list.addEventListener("click", function (event) { if (event.target.closest("a")) dialog.close(); });
  list.addEventListener("keydown", arrows);
  query.addEventListener("keydown", arrows);
  function arrows(event) { // down and up walk from the field through the places
    var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (!step) return;
    var stops = [query].concat([].slice.call(list.querySelectorAll("a")));
    var next = stops[stops.indexOf(document.activeElement) + step];
    if (next) { event.preventDefault(); next.focus(); }
  }
  show();
  fetchIndex().catch(failed);
})();
