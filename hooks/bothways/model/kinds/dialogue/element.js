/* <bw-dialogue>: one scene at a time, below the talk so far. After each turn the focus stands at the question what to
   say next, whose name is the whole turn: what I said, what it does, what the other one says. So a screen reader speaks
   it once, in that order; nothing else speaks. */
const { define, make, button, fill, copy, inside, text, spoken, rest, dialogue } = BothWays;
const WORDS = {
  log: BothWays.say("The talk so far"),
  you: BothWays.say("You"),
  said: BothWays.say("You:"),
  back: BothWays.say("Go back one turn"),
  again: BothWays.say("Start again"),
  first: BothWays.say("You are at the start again."),
  turn: (number) => BothWays.say("You are back at turn {number}.", { number }),
  shape: BothWays.say("The shape of this talk, turn by turn"),
  strand: BothWays.say("Strand"),
};

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
  const face = make("span", "bw-face", WORDS.you);
  face.setAttribute("aria-hidden", "true");
  const bubble = make("div", "bw-bubble", make("p", "bw-unseen", WORDS.said));
  bubble.append(make("p", "", ...inside(choice.querySelector(".bw-say"))));
  return [make("div", "bw-turn bw-you", bubble, face), copy(choice.querySelector(".bw-comment"))];
}

/* The replies of a scene as buttons. */
function replies(asked, choices, page, say) {
  const list = make("ul", "bw-choices");
  list.setAttribute("aria-label", text(asked).trim());
  choices.forEach(function (choice, i) {
    const reply = page.press(button("", "bw-say"), () => say(i));
    reply.append(...inside(choice.querySelector(".bw-say")));
    list.append(make("li", "", reply));
  });
  return list;
}

/* A cell that says what it is, because on a narrow screen its row is no longer drawn as a row. */
function cell(role, ...within) {
  const node = make(role === "cell" ? "td" : "th", "", ...within);
  node.setAttribute("role", role);
  return node;
}

function row(classes, ...cells) {
  const node = make("tr", classes, ...cells);
  node.setAttribute("role", "row");
  return node;
}

/* The shape of the talk: a row for each strand, a column for each turn. */
function shape(strands, turns, mark) {
  const numbers = turns.map((_, i) => cell("columnheader", String(i + 1)));
  const head = row("", cell("columnheader", make("span", "bw-unseen", WORDS.strand)), ...numbers);
  const body = make("tbody", "");
  for (const strand of strands.children) {
    const cells = turns.map(function (moves) {
      const moved = moves.find(([name]) => name === strand.dataset.strand);
      return cell("cell", moved ? mark(moved[1]) : "");
    });
    const name = cell("rowheader", copy(strand.querySelector(".bw-strand")));
    body.append(row("bw-" + strand.dataset.strand, name, ...cells));
  }
  const table = make("table", "bw-shape", make("caption", "", WORDS.shape), make("thead", "", head), body);
  table.setAttribute("role", "table");
  for (const part of [table.tHead, body]) part.setAttribute("role", "rowgroup");
  return make("div", "bw-shape-frame", table);
}

/* What is seen of a talk. `spare` holds the signs and marks that are copied. */
class Stage {
  constructor(element, plain, page) {
    Object.assign(this, read(element), { page });
    this.first = plain.querySelector(".bw-scene").dataset.scene;
    this.spare = element.querySelector(".bw-spare").content;
    this.log = make("div", "bw-log");
    this.log.setAttribute("role", "log");
    this.log.setAttribute("aria-live", "off"); // the focus speaks
    this.log.setAttribute("aria-label", WORDS.log);
    this.next = make("div", "bw-next");
    this.back = page.press(button(WORDS.back), () => this.goBack());
    this.again = page.press(button(WORDS.again), () => this.startAgain());
    this.strands = copy(this.spare.firstElementChild);
    const buttons = make("div", "bw-buttons", this.back, this.again);
    this.node = make("div", "bw-stage", this.log, this.next, buttons, this.strands);
    this.node.dataset.style = plain.dataset.style;
    this.node.setAttribute("data-search-exclude", "");
    this.begin(this.first);
  }

  get here() {
    return dialogue.here(this.scenes, this.talk);
  }

  mark(way) {
    return copy(this.spare.querySelector(`[data-way="${way}"]`));
  }

  begin(scene) {
    this.talk = dialogue.begin(scene);
    fill(this.log);
    this.enter();
    this.draw("");
  }

  say(number) {
    const choice = this.nodes[this.here].choices[number];
    this.talk = dialogue.say(this.scenes, this.talk, number);
    this.enter(...mine(choice));
    this.goOn("");
  }

  goBack() {
    this.talk = dialogue.back(this.talk);
    this.log.lastElementChild.remove();
    this.words = this.log.lastElementChild.querySelector(".bw-words");
    this.goOn(WORDS.turn(this.talk.turns.length + 1));
  }

  startAgain() {
    this.begin(this.first);
    this.goOn(WORDS.first);
  }

  /* The words of a scene go to the end of the log. */
  enter(...before) {
    this.words = copy(this.nodes[this.here].node.querySelector(".bw-words"));
    this.log.append(make("div", "bw-passage", ...before, this.words));
  }

  /* What follows the log. `where` is said first, to those who cannot see which turn this is. Returns what leads on. */
  draw(where) {
    const { node, choices } = this.nodes[this.here];
    const { ending } = this.scenes[this.here];
    const turns = dialogue.shape(this.scenes, this.talk);
    const asked = copy(node.querySelector(ending ? ".bw-ending" : ".bw-prompt"));
    const lead = ending ? asked.firstElementChild : asked;
    if (where) spoken(lead, make("p", "", where), this.words, asked);
    else if (turns.length) spoken(lead, this.log.lastElementChild, asked);
    fill(this.next, asked);
    if (ending) lead.after(shape(this.strands, turns, (way) => this.mark(way)));
    else this.next.append(replies(asked, choices, this.page, (number) => this.say(number)));
    this.back.hidden = !turns.length;
    this.again.hidden = !turns.length && this.here === this.first;
    this.drawStrands(turns);
    this.strands.hidden = ending; // the shape shows them then
    return lead;
  }

  drawStrands(turns) {
    for (const strand of this.strands.children) {
      const moves = turns.flatMap((moved) => moved.filter(([name]) => name === strand.dataset.strand));
      fill(strand.querySelector(".bw-marks"), ...moves.map(([, way]) => this.mark(way)));
    }
  }

  /* Draw, then let the reader be where the talk is. */
  goOn(where) {
    this.draw(where).focus({ preventScroll: true });
    rest(this.node);
    const passage = this.log.lastElementChild;
    const tooLow = this.next.getBoundingClientRect().bottom > innerHeight;
    if (passage.getBoundingClientRect().top < 0 || tooLow) passage.scrollIntoView();
  }
}

define(`bw-${KIND}`, function (element, page) {
  const plain = element.querySelector(".bw-scenes");
  const stage = new Stage(element, plain, page);
  page.hide(plain);
  page.add(plain.parentNode, stage.node, plain.nextSibling);
  // A link to a scene, from the search for instance: the talk begins there.
  page.target(function (node) {
    const scene = node.closest(".bw-scene");
    if (!scene || !plain.contains(scene)) return;
    stage.begin(scene.dataset.scene);
    stage.node.scrollIntoView();
  });
});
