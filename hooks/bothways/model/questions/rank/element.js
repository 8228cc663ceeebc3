/* A place for each reply, in two orders; where good people differ, either place is right. */
BothWays.questions[KIND] = function (question, kit) {
  const WORDS = { right: BothWays.say("It belongs here."), other: BothWays.say("It belongs somewhere else.") };
  const selects = kit.picks();
  return () => kit.lettered(selects, WORDS);
};
