/* The best reply for each of two scenes: right only when both are. */
BothWays.questions["twin"] = function (question, kit) {
  const { make, fill } = BothWays;
  const WORDS = {
    half: "Choose a reply for both scenes first.",
    both: "Both fit. One fact changed, and another reply was needed.",
    one: "One of the two fits. Which fact makes the scenes differ?",
    none: "Each of these has its merit. Look at the fact in which the scenes differ.",
    best: "It fits best here.",
    other: "Another one fits better here.",
  };
  const places = kit.slots([...question.querySelectorAll(".bw-pair")]);
  const picks = places.map(({ node }) => node.querySelector("select"));
  return function () {
    const given = picks.map((pick) => pick.value);
    if (given.includes("")) return { words: WORDS.half };
    const fit = places.map(({ node }, i) => node.dataset.right === given[i]);
    const told = places.map(function ({ node, slot }, i) {
      const reply = kit.reply(given[i]);
      reply.insertBefore(make("strong", "bw-verdict", fit[i] ? WORDS.best : WORDS.other), reply.firstChild);
      reply.firstChild.after(" ");
      fill(slot, reply);
      return [node.querySelector("label"), slot];
    });
    const right = fit.filter(Boolean).length;
    return { words: right === 2 ? WORDS.both : right ? WORDS.one : WORDS.none, told };
  };
};
