/* <bw-practice-test>: draws another set of questions. Without it the page shows one set, and all others below. */
(function (BothWays) {
  "use strict";
  const { make, button, define, draw } = BothWays;

  define("bw-practice-test", function (element, page) {
    const questions = [...element.querySelectorAll(".bw-question")];
    const others = element.querySelector(".bw-others");
    const body = others.parentNode;
    const rest = [...others.querySelectorAll(".bw-question")];
    const again = button("Draw other questions");
    const said = make("p", "bw-quiet");
    said.setAttribute("role", "status");

    function show(drawn) {
      for (const question of questions) question.hidden = true;
      for (const position of drawn) {
        questions[position].hidden = false;
        body.insertBefore(questions[position], others);
      }
    }
    for (const question of questions) page.hide(question, false);
    page.later(() => others.append(...rest));
    page.hide(others);
    page.add(body, make("div", "bw-buttons", again), others);
    page.add(body, said, others);
    page.on(again, "click", function () {
      show(draw(questions.map((q) => q.dataset.objective), Number(element.dataset.length), Math.random));
      said.textContent = "Here are other questions. The first one is at the top.";
      const first = body.querySelector(".bw-question:not([hidden]) legend :is(h3, h4, h5, h6)");
      first.tabIndex = -1;
      first.focus();
    });
    show(draw(questions.map((q) => q.dataset.objective), Number(element.dataset.length), Math.random));
  });
})(globalThis.BothWays);
