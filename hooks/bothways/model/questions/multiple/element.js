/* All options that fit. */
BothWays.questions["multiple"] = (question, kit) => kit.options(true);
