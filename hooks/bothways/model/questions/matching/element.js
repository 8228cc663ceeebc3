/* A letter for each text on the left. */
BothWays.questions[KIND] = function (question, kit) {
  const selects = kit.picks();
  const right = kit.places.map(({ node }) => node.dataset.right);
  return () => kit.placed(selects.map((select) => select.value), right);
};
