/* One's own line first; then the lines of others open. Nothing is marked. */
BothWays.questions["compose"] = function (question, kit) {
  const WORDS = { none: "Write your line first. A few words are enough.", done: "Below: what each of the three lines does." };
  const others = question.querySelector(".bw-compare");
  kit.slots([]);
  kit.page.hide(others);
  kit.empty(() => ((others.hidden = true), (others.open = false)));
  return function () {
    if (!question.querySelector("textarea").value.trim()) return { words: WORDS.none };
    others.hidden = false;
    others.open = true;
    return { words: WORDS.done, told: [] };
  };
};
