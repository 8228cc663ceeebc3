/* The line at which it happened. The line beside it is close: moments have edges. */
BothWays.questions[KIND] = function (question, kit) {
  const WORDS = { right: BothWays.say("This is the line."), near: BothWays.say("Close: look at the lines beside it."), other: BothWays.say("Look at another line.") };
  const selects = kit.picks();
  return () => kit.lettered(selects, WORDS);
};
