/* Draws questions for a practice test. Pure: `chance` gives numbers from 0 to 1. */
(function (scope) {
  "use strict";
  const BothWays = (scope.BothWays = scope.BothWays || {});

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
})(globalThis);
