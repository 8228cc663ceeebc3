/* A letter for each text on the left. What it stands for is shown, and spoken, below it. */
BothWays.questions[KIND] = function (question, kit) {
  const { make, fill, inside } = BothWays;
  const places = kit.slots([...question.querySelectorAll(".bw-pair")]);
  const right = places.map(({ node }) => node.dataset.right);
  const picks = places.map(({ node, slot }) => node.querySelector("select"));
  const shown = places.map(function ({ node, slot }) {
    const picked = kit.page.add(node, make("p", "bw-picked"), slot);
    picked.setAttribute("aria-live", "polite");
    return picked;
  });

  function draw() {
    picks.forEach(function (pick, i) {
      const text = pick.value && question.querySelector(`[data-letter="${pick.value}"] span`);
      if (shown[i].dataset.letter === pick.value) return;
      shown[i].dataset.letter = pick.value;
      fill(shown[i], ...(text ? inside(text) : []));
    });
  }
  kit.page.on(question, "change", draw);
  kit.page.on(window, "pageshow", draw);
  kit.empty(draw);
  draw();
  return () => kit.placed(picks.map((pick) => pick.value), right);
};
