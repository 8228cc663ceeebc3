/* The reply that fits each of two scenes best. */
BothWays.questions[KIND] = function (question, kit) {
  const WORDS = { right: "It fits best here.", other: "Another one fits better here." };
  const selects = kit.picks();
  return () => kit.lettered(selects, WORDS);
};
