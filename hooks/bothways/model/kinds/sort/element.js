/* <bw-sort>: reasons wait until a card has its place; then they can be looked at, one by one or all at once. */
const { define, make, button, status, marking, rest } = BothWays;
const NOTES = {
  none: "You have not placed this card.",
  same: "Others put it there too.",
  one: "It fits more than one place. Yours is one of them.",
  other: "Others put it elsewhere. See whether their reason speaks to you.",
};
const WORDS = {
  show: BothWays.say("See what others might say"),
  again: BothWays.say("Start again"),
  placed: (placed, all) => BothWays.say("{placed} of {all} cards have a place.", { placed, all }),
};

function read(node) {
  return {
    node,
    fits: node.dataset.fits.split(" "),
    others: node.querySelector(".bw-others"),
    note: make("p", "bw-compared"),
    column() {
      const chosen = node.querySelector("input:checked");
      return chosen ? chosen.value : "";
    },
  };
}

define(`bw-${KIND}`, function (element, page) {
  const list = element.querySelector(".bw-sort-cards");
  const cards = [...list.children].map(read);
  const line = status();
  const show = button(WORDS.show);
  const again = button(WORDS.again);

  function draw() {
    for (const card of cards) {
      card.note.textContent = NOTES[marking.card(card.column(), card.fits)];
      if (card.column()) card.others.hidden = false;
    }
    const placed = cards.filter((card) => card.column()).length;
    line.textContent = WORDS.placed(placed, cards.length);
    again.hidden = !placed;
  }

  page.on(element, "change", draw);
  page.on(window, "pageshow", draw); // back on the page, the browser may have put the choices in again
  page.press(show, function () {
    for (const { others } of cards) {
      others.hidden = false;
      others.open = true;
    }
    cards[0].others.querySelector("summary").focus();
    rest(element);
  });
  page.press(again, function () {
    for (const { node, others } of cards) {
      for (const choice of node.querySelectorAll("input")) choice.checked = false;
      others.open = false;
      others.hidden = true;
    }
    draw();
    cards[0].node.querySelector("input").focus();
    rest(element);
  });
  for (const { others, note } of cards) {
    page.hide(others);
    page.add(others, note, others.querySelector("summary").nextSibling);
  }
  page.add(list.parentNode, make("div", "bw-buttons", show, again, line), list.nextSibling);
  draw();
});
