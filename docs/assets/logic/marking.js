/* What an answer shows: pure functions, no page needed. Keys are strings; nothing is counted against anybody. */
(function (scope) {
  "use strict";
  const BothWays = (scope.BothWays = scope.BothWays || {});

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
})(globalThis);
