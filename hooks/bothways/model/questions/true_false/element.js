/* One of two options; the reason is for the writer alone. */
BothWays.questions[KIND] = (question, kit) => kit.options(false);
