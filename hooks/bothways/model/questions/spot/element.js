/* The line at which it happened. The line beside it is close: moments have edges. */
BothWays.questions[KIND] = function (question, kit) {
  const WORDS = { right: "This is the line.", near: "Close: look at the lines beside it.", other: "Look at another line." };
  const selects = kit.picks();
  return () => kit.lettered(selects, WORDS);
};
