/* A call, and the reason that bears on it: one option of each tier. */
BothWays.questions[KIND] = function (question, kit) {
  const WORDS = { half: BothWays.say("Choose one of each first."), right: BothWays.say("Call and reason fit."), other: BothWays.say("You can change your answer and look again.") };
  const { fill } = BothWays;
  const tiers = [...question.querySelectorAll(".bw-tier")].map((tier) => [...tier.querySelectorAll(".bw-option")]);
  kit.slots(tiers.flat());
  return function () {
    const chosen = tiers.map((tier) => tier.find((option) => option.querySelector("input").checked));
    if (!chosen.every(Boolean)) return { words: WORDS.half };
    const told = chosen.map(function (option) {
      const { slot } = kit.places.find((place) => place.node === option);
      fill(slot, kit.reply(option.dataset.key));
      return [option.querySelector("label"), slot];
    });
    return { words: chosen.every((option) => "right" in option.dataset) ? WORDS.right : WORDS.other, told };
  };
};
