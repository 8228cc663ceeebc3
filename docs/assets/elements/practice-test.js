/* <bw-practice-test>: draws another set of questions. Without it the page shows one set, and all others below. */
(function (BothWays) {
  "use strict";
  if (!BothWays) return;
  const { button, define } = BothWays;
  const AGAIN = "Draw other questions";

  function shuffled(list, chance) {
    const order = [...list];
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(chance() * (i + 1));
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }

  /* `number` positions out of `objectives` (one for each question): no objective has two before each has one. */
  BothWays.draw = function (objectives, number, chance) {
    const seen = new Map();
    const turns = shuffled(objectives.keys(), chance).map(function (position) {
      const turn = seen.get(objectives[position]) || 0;
      seen.set(objectives[position], turn + 1);
      return { position, turn };
    });
    return turns.sort((a, b) => a.turn - b.turn).slice(0, number).map((one) => one.position);
  };

  define("bw-practice-test", function (element, page) {
    const questions = [...element.querySelectorAll(".bw-question")];
    const objectives = questions.map((question) => question.dataset.objective);
    const others = element.querySelector(".bw-others");
    const again = button(AGAIN);

    function show() {
      const drawn = BothWays.draw(objectives, Number(element.dataset.length), Math.random);
      questions.forEach((question, position) => (question.hidden = !drawn.includes(position)));
      element.querySelector("bw-quiz").dispatchEvent(new Event("bw-fresh"));
    }
    for (const question of questions) page.hide(question, false);
    page.hide(others.querySelector("summary"));
    others.open = true;
    page.later(() => (others.open = false));
    page.add(others.parentNode, again);
    page.press(again, function () {
      show();
      const first = questions.find((question) => !question.hidden).querySelector(".bw-ask");
      first.tabIndex = -1;
      first.focus();
    });
    show();
    // A link to one question, from the search for instance: it is asked, whatever chance has drawn.
    page.target(function (node) {
      const question = questions.find((one) => one.contains(node));
      if (!question) return;
      question.hidden = false;
      node.scrollIntoView();
    });
  });
})(globalThis.BothWays);
