/* The reply that fits each of two scenes best. */
BothWays.questions[KIND] = function (question, kit) {
  const WORDS = { right: BothWays.say("It fits best here."), other: BothWays.say("Another one fits better here.") };
  const selects = kit.picks();
  return () => kit.lettered(selects, WORDS);
};
