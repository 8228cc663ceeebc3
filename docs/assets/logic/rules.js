/* The rules of dialogues, of marking and of drawing a practice test: pure functions over plain values, no page needed.
   scenes: {id: {ending: bool, choices: [{to: id, moves: [[strand, "up" or "down"], …]}]}}
   talk:   {first: id, turns: [{scene: id, choice: number}]}: where it began and what was said since. */
(function (scope) {
  "use strict";
  const BothWays = (scope.BothWays = scope.BothWays || {});
  const said = (scenes, turn) => scenes[turn.scene].choices[turn.choice];

  BothWays.dialogue = {
    begin: (first) => ({ first: first, turns: [] }),

    /* The scene in which the talk stands now. */
    here(scenes, talk) {
      const last = talk.turns[talk.turns.length - 1];
      return last ? said(scenes, last).to : talk.first;
    },

    /* The talk after one more reply. A reply that is not there changes nothing. */
    say(scenes, talk, choice) {
      const scene = BothWays.dialogue.here(scenes, talk);
      if (!scenes[scene].choices[choice]) return talk;
      return { first: talk.first, turns: talk.turns.concat({ scene: scene, choice: choice }) };
    },

    back: (talk) => ({ first: talk.first, turns: talk.turns.slice(0, -1) }),

    /* What each turn moved, in order: [[[strand, way], …], …]. Never added up. */
    shape: (scenes, talk) => talk.turns.map((turn) => said(scenes, turn).moves),

    /* Names of scenes that choices lead to and that are not there: then the plain page is better. */
    astray: (scenes) =>
      Object.values(scenes)
        .flatMap((scene) => scene.choices.map((choice) => choice.to))
        .filter((to) => !scenes[to]),
  };

  /* What an answer shows. Keys are strings; nothing is counted against anybody. */
  BothWays.marking = {
    /* Choice: "none" chosen, "all" that fit and no other, "more" of them are there, or "other". */
    choice(chosen, right) {
      if (!chosen.length) return "none";
      if (chosen.some((key) => !right.includes(key))) return "other";
      return chosen.length === right.length ? "all" : "more";
    },

    /* Matching and ordering: for each place whether the given key is the right one. */
    places: (given, right) => right.map((key, i) => given[i] === key),

    /* Sorting: "none" placed, "same" as others see it, "one" of several that fit, or "other". */
    card(column, fits) {
      if (!column) return "none";
      if (!fits.includes(column)) return "other";
      return fits.length > 1 ? "one" : "same";
    },

    /* A list with the entry at `from` moved by `step`; the same list where it cannot move. */
    moved(list, from, step) {
      const to = from + step;
      if (to < 0 || to >= list.length) return list;
      const result = list.slice();
      result.splice(to, 0, result.splice(from, 1)[0]);
      return result;
    },
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
})(globalThis);
