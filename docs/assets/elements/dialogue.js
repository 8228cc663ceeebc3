/* <bw-dialogue>: one scene at a time, in a log of the talk so far. */
(function (BothWays) {
  "use strict";
  const { make, button, copy, inside, dialogue } = BothWays;

  /* The scenes as values, and the nodes in which their words stand. */
  function read(element) {
    const scenes = {};
    const nodes = {};
    for (const node of element.querySelectorAll(".bw-scene")) {
      const choices = [...node.querySelectorAll(".bw-choice")];
      nodes[node.dataset.scene] = { node, choices };
      scenes[node.dataset.scene] = {
        ending: "ending" in node.dataset,
        choices: choices.map((choice) => ({
          to: choice.dataset.to,
          moves: choice.dataset.moves.split(" ").map((move) => move.split(":")),
        })),
      };
    }
    if (!Object.keys(scenes).length || dialogue.astray(scenes).length) throw new Error("scenes are missing");
    return { scenes, nodes };
  }

  /* My reply in a bubble, and what it does. */
  function mine(choice) {
    const face = make("span", "bw-face", "You");
    face.setAttribute("aria-hidden", "true");
    const bubble = make("div", "bw-bubble", make("p", "bw-unseen", "You:"));
    bubble.append(make("p", "", ...inside(choice.querySelector(".bw-say"))));
    return [make("div", "bw-turn bw-you", bubble, face), copy(choice.querySelector(".bw-comment"))];
  }

  /* The shape of the talk: a row for each strand, a column for each turn. */
  function shape(strands, turns, mark) {
    const head = make("tr", "", make("th", "", make("span", "bw-unseen", "Strand")));
    turns.forEach((_, i) => head.append(make("th", "", String(i + 1))));
    head.childNodes.forEach((cell) => (cell.scope = "col"));
    const body = make("tbody", "");
    for (const strand of strands.children) {
      const name = make("th", "", copy(strand.querySelector(".bw-strand")));
      name.scope = "row";
      const row = make("tr", "bw-" + strand.dataset.strand, name);
      for (const moves of turns) {
        const moved = moves.find(([name]) => name === strand.dataset.strand);
        row.append(make("td", "", moved ? mark(moved[1]) : ""));
      }
      body.append(row);
    }
    const caption = make("caption", "", "The shape of this talk, turn by turn");
    const table = make("table", "bw-shape", caption, make("thead", "", head), body);
    return make("div", "bw-shape-frame", table);
  }

  BothWays.define("bw-dialogue", function (element, page) {
    const plain = element.querySelector(".bw-scenes");
    const { scenes, nodes } = read(element);
    const first = plain.querySelector(".bw-scene").dataset.scene;
    const log = make("div", "bw-log");
    log.setAttribute("role", "log");
    log.setAttribute("aria-label", "The talk so far");
    const next = make("div", "bw-next");
    const back = button("Go back one turn");
    const again = button("Start again");
    const spare = element.querySelector(".bw-spare").content;
    const strands = copy(spare.firstElementChild);
    const mark = (way) => copy(spare.querySelector(`[data-way="${way}"]`));
    const stage = make("div", "bw-stage", log, next, make("div", "bw-buttons", back, again), strands);
    stage.dataset.style = plain.dataset.style;
    stage.setAttribute("data-search-exclude", "");
    let talk = dialogue.begin(first);

    const turns = () => dialogue.shape(scenes, talk);

    function drawNext() {
      const here = dialogue.here(scenes, talk);
      const { node, choices } = nodes[here];
      const ending = scenes[here].ending;
      const lead = copy(node.querySelector(ending ? ".bw-ending" : ".bw-prompt"));
      lead.tabIndex = -1;
      next.replaceChildren(lead);
      if (ending) lead.firstElementChild.after(shape(strands, turns(), mark));
      const list = make("ul", "bw-choices");
      choices.forEach((choice, i) => {
        const reply = button("", "bw-say");
        reply.append(...inside(choice.querySelector(".bw-say")));
        reply.dataset.choice = i;
        list.append(make("li", "", reply));
      });
      if (choices.length) next.append(list);
      return lead;
    }

    function drawStrands() {
      for (const strand of strands.children) {
        const name = strand.dataset.strand;
        const marks = turns().flatMap((moves) => moves.filter(([moved]) => moved === name).map(([, way]) => mark(way)));
        strand.querySelector(".bw-marks").replaceChildren(...marks);
      }
    }

    /* Draw what follows the log, then let the reader be where the talk is. */
    function goOn(move) {
      back.hidden = again.hidden = !talk.turns.length;
      strands.hidden = scenes[dialogue.here(scenes, talk)].ending; // the shape shows them then
      drawStrands();
      const lead = drawNext();
      if (!move) return;
      lead.focus({ preventScroll: true });
      const from = log.lastElementChild.getBoundingClientRect();
      if (from.top < 0 || next.getBoundingClientRect().bottom > innerHeight) log.lastElementChild.scrollIntoView();
    }

    const enter = (...before) => {
      const { node } = nodes[dialogue.here(scenes, talk)];
      log.append(make("div", "bw-exchange", ...before, copy(node.querySelector(".bw-words"))));
    };

    function cut(kept) {
      while (log.children.length > kept) log.lastElementChild.remove();
    }

    page.on(stage, "click", function (event) {
      const pressed = event.target.closest("button");
      if (!pressed) return;
      if (pressed.dataset.choice) {
        const choice = nodes[dialogue.here(scenes, talk)].choices[pressed.dataset.choice];
        talk = dialogue.say(scenes, talk, Number(pressed.dataset.choice));
        enter(...mine(choice));
      } else {
        talk = pressed === back ? dialogue.back(talk) : dialogue.begin(first);
        cut(talk.turns.length + 1);
      }
      goOn(true);
    });

    enter();
    goOn(false);
    page.hide(plain);
    page.add(plain.parentNode, stage, plain.nextSibling);
  });
})(globalThis.BothWays);
