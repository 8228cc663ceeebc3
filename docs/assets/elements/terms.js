/* Words of the glossary: the link to the list opens the meaning where the word stands. */
(function (BothWays) {
  "use strict";
  if (!BothWays) return;
  const { make, button, inside, spoken } = BothWays;
  let open = null;

  function close(back) {
    if (!open) return;
    open.note.remove();
    open.link.removeAttribute("aria-expanded");
    if (back) open.link.focus();
    open = null;
  }

  function show(link) {
    const entry = document.getElementById(link.hash.slice(1));
    const meaning = entry && entry.querySelector("dd");
    const block = link.closest("p, li, td, dd");
    if (!meaning || !block) return false;
    const words = make("span", "", ...inside(meaning));
    const note = spoken(make("span", "bw-meaning", words, " "), words);
    const shut = button(BothWays.say("Close"));
    shut.addEventListener("click", () => close(true));
    note.append(shut);
    block.append(note);
    link.setAttribute("aria-expanded", "true");
    open = { link, note };
    note.focus();
    return true;
  }

  // At each link: a listener on the document would make screen readers call everything "clickable".
  for (const link of document.querySelectorAll("a.bw-term")) {
    link.addEventListener("click", function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      const again = open && open.link === link;
      close(again);
      if (again || show(link)) event.preventDefault();
    });
  }
  document.addEventListener("keydown", (event) => event.key === "Escape" && close(true));
})(globalThis.BothWays);
