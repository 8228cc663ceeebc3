/* A list with the entry at `from` moved by `step`; the same list where it cannot move. */
BothWays.marking.moved = function (list, from, step) {
  const to = from + step;
  if (to < 0 || to >= list.length) return list;
  const result = list.slice();
  result.splice(to, 0, result.splice(from, 1)[0]);
  return result;
};

/* Buttons that move a step up or down take the place of the selects. */
BothWays.questions["ordering"] = function (question, kit) {
  const { make, button, marking } = BothWays;
  const WORDS = { up: "Up", down: "Down", place: (place, all) => `Place ${place} of ${all}.` };
  const { page } = kit;
  const list = question.querySelector(".bw-order");
  const before = [...list.children];

  kit.slots(before).forEach(function ({ node, slot }) {
    const label = node.querySelector("label");
    const select = node.querySelector("select");
    page.hide(select);
    label.removeAttribute("for"); // it names the buttons now
    page.later(() => (label.htmlFor = select.id));
    label.id = select.id + "-text";
    const moves = [button(WORDS.up), button(WORDS.down)];
    moves.forEach(function (move, i) {
      move.dataset.step = [-1, 1][i];
      move.id = select.id + move.dataset.step;
      move.setAttribute("aria-labelledby", `${move.id} ${label.id}`);
    });
    page.add(node, make("div", "bw-buttons", ...moves), slot);
  });
  page.later(() => list.append(...before));
  page.on(list, "click", function (event) {
    const pressed = event.target.closest("[data-step]");
    if (!pressed) return;
    const step = pressed.closest(".bw-step");
    const order = [...list.children];
    const moved = marking.moved(order, order.indexOf(step), Number(pressed.dataset.step));
    list.append(...moved);
    pressed.focus();
    kit.clear();
    kit.say(WORDS.place(moved.indexOf(step) + 1, moved.length));
  });
  kit.empty(() => list.append(...before));
  return function () {
    kit.places = [...list.children].map((node) => kit.places.find((place) => place.node === node));
    const keys = kit.places.map(({ node }) => node.dataset.key);
    return kit.placed(keys, keys.map((_, i) => String(i + 1)));
  };
};
