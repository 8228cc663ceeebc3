/* <bw-sort>: reasons wait until a card has its place; then they can be looked at, one by one or all at once. */
(function (BothWays) {
  "use strict";
  const { make, button, marking } = BothWays;
  const NOTES = {
    none: "You have not placed this card.",
    same: "Others put it there too.",
    one: "It fits more than one place. Yours is one of them.",
    other: "Others put it elsewhere. See whether their reason speaks to you.",
  };

  BothWays.define("bw-sort", function (element, page) {
    const cards = [...element.querySelectorAll(".bw-sort-card")].map((node) => ({
      node,
      fits: node.dataset.fits.split(" "),
      others: node.querySelector(".bw-others"),
      note: make("p", "bw-compared"),
      column: () => node.querySelector("input:checked")?.value || "",
    }));
    const status = make("p", "bw-status");
    status.setAttribute("role", "status");
    const show = button("See what others might say");
    const again = button("Start again");

    function draw() {
      for (const card of cards) {
        card.note.textContent = NOTES[marking.card(card.column(), card.fits)];
        if (card.column()) card.others.hidden = false;
      }
      const placed = cards.filter((card) => card.column()).length;
      status.textContent = `${placed} of ${cards.length} cards have a place.`;
      again.hidden = !placed;
    }

    page.on(element, "change", draw);
    page.on(show, "click", function () {
      for (const { others } of cards) {
        others.hidden = false;
        others.open = true;
      }
      cards[0].others.querySelector("summary").focus();
    });
    page.on(again, "click", function () {
      for (const { node, others } of cards) {
        for (const choice of node.querySelectorAll("input")) choice.checked = false;
        others.open = false;
        others.hidden = true;
      }
      draw();
      cards[0].node.querySelector("input").focus();
    });
    for (const { others, note } of cards) {
      page.hide(others);
      page.add(others, note, others.querySelector("summary").nextSibling);
    }
    const list = element.querySelector(".bw-sort-cards");
    page.add(list.parentNode, make("div", "bw-buttons", show, again, status), list.nextSibling);
    draw();
  });
})(globalThis.BothWays);
