/* All options that fit. */
BothWays.questions[KIND] = (question, kit) => kit.options(true);
