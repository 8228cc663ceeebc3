/* One of two options; the reason is for the writer alone. */
BothWays.questions["true-false"] = (question, kit) => kit.options(false);
