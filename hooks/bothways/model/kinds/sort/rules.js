/* Sorting: "none" placed, "same" as others see it, "one" of several that fit, or "other". */
BothWays.marking.card = function (column, fits) {
  if (!column) return "none";
  if (!fits.includes(column)) return "other";
  return fits.length > 1 ? "one" : "same";
};
