/* <bw-practice-test>: draws another set of questions. Without it the page shows one set, and all others below. */
(function (BothWays) {
  "use strict";
  const { button, define, draw } = BothWays;

  define("bw-practice-test", function (element, page) {
    const questions = [...element.querySelectorAll(".bw-question")];
    const objectives = questions.map((question) => question.dataset.objective);
    const others = element.querySelector(".bw-others");
    const again = button("Draw other questions");

    function show() {
      const drawn = draw(objectives, Number(element.dataset.length), Math.random);
      questions.forEach((question, position) => (question.hidden = !drawn.includes(position)));
    }
    for (const question of questions) page.hide(question, false);
    page.hide(others.querySelector("summary"));
    others.open = true;
    page.later(() => (others.open = false));
    page.add(others.parentNode, again);
    page.on(again, "click", function () {
      show();
      const first = questions.find((question) => !question.hidden).querySelector(".bw-ask");
      first.tabIndex = -1;
      first.focus();
    });
    show();
  });
})(globalThis.BothWays);
