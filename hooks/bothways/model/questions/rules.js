/* How answers are looked at, and how a practice test is drawn: pure functions, no page needed. */
/* Options: "none" chosen, "all" that fit and no other, "more" of them are there, or "other". */
BothWays.marking.choice = function (chosen, right) {
  if (!chosen.length) return "none";
  if (chosen.some((key) => !right.includes(key))) return "other";
  return chosen.length === right.length ? "all" : "more";
};

/* Places: for each one whether the given key is the right one. */
BothWays.marking.places = (given, right) => right.map((key, i) => given[i] === key);

/* A letter: "right" if it is one of those, "near" if it is one of these, or "other". Both lists are texts like "B D". */
BothWays.marking.letter = function (given, right, near) {
  if (right.split(" ").includes(given)) return "right";
  return near && near.split(" ").includes(given) ? "near" : "other";
};

function shuffled(list, chance) {
  const order = [...list];
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/* `number` positions out of `objectives` (one for each question): no objective has two before each has one. */
BothWays.draw = function (objectives, number, chance) {
  const seen = new Map();
  const turns = shuffled(objectives.keys(), chance).map(function (position) {
    const turn = seen.get(objectives[position]) || 0;
    seen.set(objectives[position], turn + 1);
    return { position, turn };
  });
  return turns.sort((a, b) => a.turn - b.turn).slice(0, number).map((one) => one.position);
};
