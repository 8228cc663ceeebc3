/* <bw-quiz>: one answer at a time, with the feedback next to it. Nothing is counted, sent or kept.
   Each kind of question brings a function: BothWays.questions[kind] = (question, kit) => check. It sets its own up,
   and `check()` puts the feedback where it belongs: it returns {words, told}, or {words} alone where an answer is missing.
     words   a line beside the button        told   for each reply a list of nodes, to be spoken in this order. */
(function (BothWays) {
  "use strict";
  if (!BothWays) return;
  const { make, button, status, fill, copy, inside, text, marking, rest } = BothWays;
  const WORDS = {
    none: BothWays.say("Choose an answer first."),
    half: BothWays.say("Give each one a place first."),
    more: BothWays.say("What you chose fits. There is more that fits: look at the others again."),
    all: BothWays.say("That is all that fits."),
    other: BothWays.say("You can change your answer and look again."),
    some: BothWays.say("Some are where they belong. You can move the others and look again."),
    placed: BothWays.say("Each one is where it belongs."),
    astray: BothWays.say("None is where it belongs yet. You can move them and look again."),
    here: BothWays.say("It belongs here."),
    elsewhere: BothWays.say("It belongs somewhere else."),
    press: BothWays.say("Check my answer"),
    looked: (done, all) => BothWays.say("{done} of {all} questions looked at.", { done, all }),
  };

  /* What kinds of question share. `places` are the nodes that get feedback of their own. */
  class Kit {
    constructor(question, page, say) {
      this.question = question;
      this.page = page;
      this.say = say;
      this.emptied = [];
      this.places = [];
      this.press = WORDS.press;
      this.replies = {};
      for (const li of question.querySelectorAll(".bw-replies > li")) this.replies[li.dataset.key] = li;
    }

    /* A slot for feedback at the end of each place. */
    slots(places) {
      this.places = places.map((node) => ({ node, slot: this.page.add(node, make("div", "bw-slot")) }));
      return this.places;
    }

    /* Do this as well when the question is emptied. */
    empty(action) {
      this.emptied.push(action);
    }

    clear() {
      for (const { slot } of this.places) fill(slot);
      this.say("");
    }

    reply(key) {
      return copy(this.replies[key].querySelector(".bw-reply"));
    }

    /* Options to choose from: the feedback of those chosen. */
    options(several) {
      const places = this.slots([...this.question.querySelectorAll(".bw-option")]);
      const keys = (all) => all.map(({ node }) => node.dataset.key);
      const right = keys(places.filter(({ node }) => "right" in node.dataset));
      return () => {
        const chosen = places.filter(({ node }) => node.querySelector("input").checked);
        const result = marking.choice(keys(chosen), right);
        if (result === "none") return { words: WORDS.none };
        const told = chosen.map(({ node, slot }) => {
          fill(slot, this.reply(node.dataset.key));
          return several ? [node.querySelector("label"), slot] : [slot];
        });
        return { words: several || result === "other" ? WORDS[result] : "", told };
      };
    }

    /* Lists to choose from. What the letter chosen stands for is shown, and spoken, below the list. */
    picks() {
      const places = this.slots([...this.question.querySelectorAll(".bw-pair")]);
      const selects = places.map(({ node }) => node.querySelector("select"));
      const shown = places.map(({ node, slot }) => {
        const picked = this.page.add(node, make("p", "bw-picked"), slot);
        picked.setAttribute("aria-live", "polite");
        return picked;
      });
      const draw = () =>
        selects.forEach((select, i) => {
          if (shown[i].dataset.letter === select.value) return;
          shown[i].dataset.letter = select.value;
          const text = select.value && this.question.querySelector(`[data-letter="${select.value}"] span`);
          fill(shown[i], ...(text ? inside(text) : []));
        });
      this.page.on(this.question, "change", draw);
      this.page.on(window, "pageshow", draw);
      this.empty(draw);
      draw();
      return selects;
    }

    /* A verdict for each place, such as "right": its words, and the feedback by its key, where there is any. */
    judged(verdicts, words, keys) {
      const told = this.places.map(({ node, slot }, i) => {
        const reply = this.replies[keys[i]] ? this.reply(keys[i]) : make("p", "bw-reply");
        const old = reply.querySelector(".bw-verdict");
        if (old) old.remove();
        reply.insertBefore(make("strong", "bw-verdict", words[verdicts[i]]), reply.firstChild);
        reply.firstChild.after(" ");
        fill(slot, reply);
        return [node.querySelector("label"), slot];
      });
      const right = verdicts.filter((verdict) => verdict === "right").length;
      return { words: right === verdicts.length ? WORDS.placed : right ? WORDS.some : WORDS.astray, told };
    }

    /* Things that have a place each: whether they stand there, and if so, why. */
    placed(given, right) {
      if (given.includes("")) return { words: WORDS.half };
      const fit = marking.places(given, right);
      const keys = this.places.map(({ node }, i) => fit[i] && node.dataset.key);
      return this.judged(fit.map((fits) => (fits ? "right" : "other")), { right: WORDS.here, other: WORDS.elsewhere }, keys);
    }

    /* A letter for each place, out of several that may be right or near: the feedback is that of the letter. */
    lettered(selects, words) {
      const given = selects.map((select) => select.value);
      if (given.includes("")) return { words: WORDS.half };
      const verdicts = this.places.map(({ node }, i) => marking.letter(given[i], node.dataset.right, node.dataset.near));
      return this.judged(verdicts, words, given);
    }
  }

  /* It speaks, once for each press, in the order in which things stand on the page. Beside the button: what is out of
     view is silent in some browsers. */
  function speaker() {
    const voice = make("div", "bw-unseen");
    voice.setAttribute("aria-live", "polite");
    voice.setAttribute("aria-atomic", "true");
    return voice;
  }

  /* One question. */
  function start(question, page, looked) {
    const begin = BothWays.questions[question.dataset.kind];
    if (!begin) return null; // its script is missing: the plain question stands
    const all = question.querySelector(".bw-feedback");
    const voice = speaker();
    const line = status();
    line.setAttribute("aria-live", "off"); // for the eye; `voice` says it to the ear, with all that goes with it
    function say(words, told = []) {
      line.textContent = words;
      voice.textContent = [...told.map((nodes) => nodes.map(text).join(" ")), words].join(" ").replace(/\s+/g, " ").trim();
    }
    const kit = new Kit(question, page, say);
    const check = begin(question, kit);
    const press = button(kit.press);
    page.hide(all);
    page.on(question, "change", function (event) {
      if (!event.target.matches("textarea")) kit.clear(); // a reason is no answer: see the test of the lost press
    });
    page.press(press, function () {
      const { words, told } = check();
      say(words, told);
      if (!told) return;
      all.hidden = false;
      rest(question.querySelector("fieldset"));
      const first = question.querySelector(".bw-slot:not(:empty)");
      if (first && first.getBoundingClientRect().top < 0) first.scrollIntoView();
      looked(question);
    });
    page.add(question, make("div", "bw-buttons", press, line, voice), question.querySelector("fieldset").nextSibling);

    return function fresh() {
      for (const input of question.querySelectorAll("input")) input.checked = false;
      for (const field of question.querySelectorAll("select, textarea")) field.value = "";
      for (const node of question.querySelectorAll("details")) node.open = false;
      all.hidden = true;
      for (const action of kit.emptied) action();
      kit.clear();
    };
  }

  const inSight = (question) => !question.hidden && !question.closest("details:not([open])");

  BothWays.define("bw-quiz", function (element, page) {
    const done = new Set();
    const progress = make("p", "bw-status bw-progress");
    const questions = [...element.querySelectorAll(".bw-question")];
    function looked(question) {
      done.add(question);
      const shown = questions.filter(inSight);
      progress.textContent = WORDS.looked(shown.filter((one) => done.has(one)).length, shown.length);
    }
    const emptied = questions.map((question) => start(question, page, looked)).filter(Boolean);
    page.on(element, "bw-fresh", function () {
      for (const fresh of emptied) fresh();
      done.clear();
      progress.textContent = "";
    });
    page.add(element.querySelector(".bw-body"), progress);
  });

  /* <bw-practice-test>: draws another set of questions. Without it the page shows one set, and all others below. Here,
     because it is small, and a file of its own would come on top of the heaviest page. */
  const AGAIN = BothWays.say("Draw other questions");

  BothWays.define("bw-practice-test", function (element, page) {
    const questions = [...element.querySelectorAll(".bw-question")];
    const objectives = questions.map((question) => question.dataset.objective);
    const others = element.querySelector("details.bw-others");
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
