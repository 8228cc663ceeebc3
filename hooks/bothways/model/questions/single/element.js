/* One of several options. */
BothWays.questions[KIND] = (question, kit) => kit.options(false);
