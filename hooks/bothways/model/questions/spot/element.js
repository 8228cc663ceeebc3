/* The number of a line. A line beside it counts half. */
BothWays.questions["spot"] = function (question, kit) {
  const { make, fill } = BothWays;
  const WORDS = {
    half: "Choose a line first.",
    here: "Yes, here.",
    near: "Very near: the line beside it. Moments have edges.",
    far: "Not at this line. Read it aloud: does something close, or is it only short?",
    all: "",
  };
  const places = kit.slots([...question.querySelectorAll(".bw-pair")]);
  const among = (node, name, value) => (node.dataset[name] || "").split(" ").includes(value);
  return function () {
    const given = places.map(({ node }) => node.querySelector("select").value);
    if (given.includes("")) return { words: WORDS.half };
    const told = places.map(function ({ node, slot }, i) {
      const right = among(node, "right", given[i]);
      const words = right ? WORDS.here : among(node, "near", given[i]) ? WORDS.near : WORDS.far;
      const reply = kit.replies[given[i]] ? kit.reply(given[i]) : make("p", "bw-reply");
      reply.insertBefore(make("strong", "bw-verdict", words), reply.firstChild);
      reply.firstChild.after(" ");
      fill(slot, reply);
      return [node.querySelector("label"), slot];
    });
    return { words: WORDS.all, told };
  };
};
