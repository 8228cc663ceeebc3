/* Two orders of the same replies. Where good people differ, either place is right. */
BothWays.questions["rank"] = function (question, kit) {
  const { make, fill } = BothWays;
  const WORDS = {
    half: "Give each reply a place in both orders first.",
    all: "Both orders fit. What leaves the most say is seldom what costs you least.",
    some: "Some stand where most people would put them.",
    none: "Most people would order them otherwise. See why below, and decide for yourself.",
    here: "Most would put it here.",
    elsewhere: "Most would put it at another place.",
  };
  const places = kit.slots([...question.querySelectorAll(".bw-pair")]);
  return function () {
    const given = places.map(({ node }) => node.querySelector("select").value);
    if (given.includes("")) return { words: WORDS.half };
    const fit = places.map(({ node }, i) => node.dataset.right.split(" ").includes(given[i]));
    const told = places.map(function ({ node, slot }, i) {
      fill(slot, make("p", "bw-reply", make("strong", "bw-verdict", fit[i] ? WORDS.here : WORDS.elsewhere)));
      return [node.querySelector("label"), slot];
    });
    return { words: fit.every(Boolean) ? WORDS.all : fit.some(Boolean) ? WORDS.some : WORDS.none, told };
  };
};
