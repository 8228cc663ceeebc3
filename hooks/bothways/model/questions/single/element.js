/* One of several options. */
BothWays.questions["single"] = (question, kit) => kit.options(false);
