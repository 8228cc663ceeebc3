/* A list with the entry at `from` moved by `step`; the same list where it cannot move. */
BothWays.marking.moved = function (list, from, step) {
  const to = from + step;
  if (to < 0 || to >= list.length) return list;
  const result = list.slice();
  result.splice(to, 0, result.splice(from, 1)[0]);
  return result;
};

/* Buttons that move a step up or down take the place of the selects. */
BothWays.questions[KIND] = function (question, kit) {
  const { make, button, inside, marking } = BothWays;
  const WORDS = { up: BothWays.say("Up"), down: BothWays.say("Down"), place: (place, all) => BothWays.say("Place {place} of {all}.", { place, all }) };
  const { page } = kit;
  const list = question.querySelector(".bw-order");
  const before = [...list.children];

  function shift(step, pressed, by) {
    const order = [...list.children];
    const moved = marking.moved(order, order.indexOf(step), by);
    list.append(...moved);
    pressed.focus();
    kit.clear();
    kit.say(WORDS.place(moved.indexOf(step) + 1, moved.length));
  }

  kit.slots(before).forEach(function ({ node, slot }) {
    const label = node.querySelector("label");
    const select = node.querySelector("select");
    page.hide(select);
    label.removeAttribute("for");
    page.later(() => (label.htmlFor = select.id));
    const moves = [-1, 1].map(function (by) {
      const move = page.press(button(by < 0 ? WORDS.up : WORDS.down), () => shift(node, move, by));
      move.append(make("span", "bw-unseen", " ", ...inside(label)));
      return move;
    });
    page.add(node, make("div", "bw-buttons", ...moves), slot);
  });
  page.later(() => list.append(...before));
  kit.empty(() => list.append(...before));
  return function () {
    kit.places = [...list.children].map((node) => kit.places.find((place) => place.node === node));
    const keys = kit.places.map(({ node }) => node.dataset.key);
    return kit.placed(keys, keys.map((_, i) => String(i + 1)));
  };
};
