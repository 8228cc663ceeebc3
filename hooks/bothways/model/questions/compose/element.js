/* One's own line first; then those of others, and what they do. Nothing is marked. */
BothWays.questions[KIND] = function (question, kit) {
  const WORDS = { press: BothWays.say("Look at the others"), none: BothWays.say("Write your own line first."), open: BothWays.say("The lines of others stand below, and what each one does.") };
  const compare = question.querySelector(".bw-compare");
  kit.press = WORDS.press;
  kit.page.hide(compare);
  kit.empty(() => (compare.hidden = true));
  return function () {
    if (!question.querySelector("textarea").value.trim()) return { words: WORDS.none };
    compare.hidden = false;
    compare.open = true;
    return { words: WORDS.open, told: [] };
  };
};
