/* <bw-quiz>: one answer at a time, with the feedback next to it. Nothing is counted, sent or kept. */
(function (BothWays) {
  "use strict";
  const { make, button, copy, inside, marking } = BothWays;
  const WORDS = {
    none: "Choose an answer first.",
    half: "Give each one a place first.",
    more: "What you chose fits. There is more that fits: look at the others again.",
    all: "That is all that fits.",
    other: "The feedback stands next to your answer. You can change it and look again.",
    some: "Some are where they belong. You can move the others and look again.",
    placed: "Each one is where it belongs.",
  };
  const HERE = "It belongs here.";
  const ELSEWHERE = "It belongs somewhere else.";

  /* The feedback of one question by key. */
  const replies = (question) =>
    Object.fromEntries([...question.querySelectorAll(".bw-replies > li")].map((li) => [li.dataset.key, li]));

  const reply = (replied, key) => copy(replied[key].querySelector(".bw-reply"));

  /* For what has a place: whether it stands there, and if so, why. */
  function told(fits, replied, key) {
    const node = fits ? reply(replied, key) : make("p", "bw-reply");
    node.querySelector(".bw-verdict")?.remove();
    node.prepend(make("strong", "bw-verdict", fits ? HERE : ELSEWHERE), " ");
    return node;
  }

  /* Single, multiple, true or false: keys of the options chosen. */
  function choices(question, slots, replied) {
    const options = [...question.querySelectorAll(".bw-option")];
    const right = options.filter((o) => "right" in o.dataset).map((o) => o.dataset.key);
    const several = question.dataset.kind === "multiple";
    return function () {
      const chosen = options.filter((o) => o.querySelector("input").checked);
      for (const option of chosen) slots.get(option).replaceChildren(reply(replied, option.dataset.key));
      const result = marking.choice(chosen.map((o) => o.dataset.key), right);
      if (result === "none") return WORDS.none;
      return several || result === "other" ? WORDS[result] : "";
    };
  }

  /* Matching: a letter for each text on the left. What it stands for is shown below it. */
  function pairs(question, slots, replied, page) {
    const rows = [...question.querySelectorAll(".bw-pair")];
    const right = rows.map((row) => row.dataset.right);
    const picked = new Map(rows.map((row) => [row, page.add(row, make("p", "bw-picked"), slots.get(row))]));
    page.on(question, "change", function (event) {
      const row = event.target.closest(".bw-pair");
      if (!row) return;
      const text = question.querySelector(`[data-letter="${event.target.value}"] span`);
      picked.get(row).replaceChildren(...(text ? inside(text) : []));
    });
    return function () {
      const given = rows.map((row) => row.querySelector("select").value);
      if (given.includes("")) return WORDS.half;
      const fit = marking.places(given, right);
      rows.forEach((row, i) => slots.get(row).replaceChildren(told(fit[i], replied, row.dataset.key)));
      return fit.every(Boolean) ? WORDS.placed : WORDS.some;
    };
  }

  /* Ordering: buttons that move a step up or down take the place of the selects. */
  function steps(question, slots, replied, page, say) {
    const list = question.querySelector(".bw-order");
    const before = [...list.children];
    for (const step of before) {
      const label = step.querySelector("label");
      page.hide(step.querySelector("select"));
      const up = button("Up");
      const down = button("Down");
      up.dataset.step = -1;
      down.dataset.step = 1;
      for (const move of [up, down]) {
        move.id = label.htmlFor + move.dataset.step;
        move.setAttribute("aria-labelledby", `${move.id} ${label.id || (label.id = label.htmlFor + "-text")}`);
      }
      page.add(step, make("div", "bw-buttons", up, down), slots.get(step));
    }
    page.later(() => list.append(...before));
    page.on(list, "click", function (event) {
      const pressed = event.target.closest("[data-step]");
      if (!pressed) return;
      const step = pressed.closest(".bw-step");
      const order = [...list.children];
      const moved = marking.moved(order, order.indexOf(step), Number(pressed.dataset.step));
      list.append(...moved);
      pressed.focus();
      for (const slot of slots.values()) slot.replaceChildren();
      say(`Place ${moved.indexOf(step) + 1} of ${moved.length}.`);
    });
    return function () {
      const order = [...list.children];
      const fit = marking.places(order.map((s) => s.dataset.key), order.map((_, i) => String(i + 1)));
      order.forEach((step, i) => slots.get(step).replaceChildren(told(fit[i], replied, step.dataset.key)));
      return fit.every(Boolean) ? WORDS.placed : WORDS.some;
    };
  }

  const SORTS = { matching: pairs, ordering: steps };

  function start(question, page, looked) {
    const all = question.querySelector(".bw-feedback");
    const slots = new Map();
    for (const place of question.querySelectorAll(".bw-option, .bw-pair, .bw-step")) {
      const slot = page.add(place, make("div", "bw-slot"));
      slot.setAttribute("aria-live", "polite");
      slots.set(place, slot);
    }
    const status = make("p", "bw-status");
    status.setAttribute("role", "status");
    const say = (words) => (status.textContent = words);
    const sort = SORTS[question.dataset.kind] || choices;
    const check = sort(question, slots, replies(question), page, say);
    const press = button("Check my answer");
    page.hide(all);
    page.on(question, "change", function () {
      for (const slot of slots.values()) slot.replaceChildren();
      say("");
    });
    page.on(press, "click", function () {
      const words = check();
      say(words);
      if (words === WORDS.none || words === WORDS.half) return;
      all.hidden = false;
      looked(question);
    });
    const fieldset = question.querySelector("fieldset");
    page.add(question, make("div", "bw-buttons", press, status), fieldset.nextSibling);
  }

  BothWays.define("bw-quiz", function (element, page) {
    const questions = [...element.querySelectorAll(".bw-question")];
    const done = new Set();
    const progress = make("p", "bw-status bw-progress");
    progress.setAttribute("role", "status");
    for (const question of questions) {
      start(question, page, function (looked) {
        done.add(looked);
        progress.textContent = `${done.size} of ${questions.length} questions looked at.`;
      });
    }
    page.add(element.querySelector(".bw-body"), progress);
  });
})(globalThis.BothWays);
