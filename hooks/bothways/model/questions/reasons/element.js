/* A call and a reason: right only when both are. */
BothWays.questions["reasons"] = function (question, kit) {
  const { fill } = BothWays;
  const WORDS = {
    half: "Choose a call and a reason first.",
    both: "The call and the reason go together.",
    call: "The call can stand. The reason is true too, and bears on something else.",
    reason: "That is what matters here. Does it lead to this call?",
    none: "It is all true. What would have to be different for the call to change?",
  };
  const places = kit.slots([...question.querySelectorAll(".bw-option")]);
  const tiers = [...question.querySelectorAll(".bw-tier")];
  return function () {
    const chosen = tiers.map((tier) => places.find(({ node }) => tier.contains(node) && node.querySelector("input").checked));
    if (chosen.includes(undefined)) return { words: WORDS.half };
    const [call, reason] = chosen.map(({ node }) => "right" in node.dataset);
    const told = chosen.map(function ({ node, slot }) {
      fill(slot, kit.reply(node.dataset.key));
      return [node.querySelector("label"), slot];
    });
    return { words: call && reason ? WORDS.both : call ? WORDS.call : reason ? WORDS.reason : WORDS.none, told };
  };
};
