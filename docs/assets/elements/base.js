/* One way to make an element. Whatever `begin` does to the page through `page` is undone when the element leaves it,
   and when something is damaged or missing, at the start or later: then the readable HTML stands as it came. */
(function (scope) {
  "use strict";
  const BothWays = (scope.BothWays = scope.BothWays || {});

  function fragment() {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch (fault) {
      return ""; // no address of ours
    }
  }

  const tools = (undo, fail) => ({
    /* Put `node` into `parent`, before `next` (at the end without it). */
    add(parent, node, next) {
      parent.insertBefore(node, next || null);
      undo.push(() => node.remove());
      return node;
    },
    hide(node, hidden = true) {
      const before = node.hidden;
      node.hidden = hidden;
      undo.push(() => (node.hidden = before));
    },
    safe: (listener) =>
      function (event) {
        try {
          listener(event);
        } catch (fault) {
          fail(fault);
        }
      },
    on(node, type, listener) {
      const heard = this.safe(listener);
      node.addEventListener(type, heard);
      undo.push(() => node.removeEventListener(type, heard));
    },
    /* What a button does that leaves with the element. A listener around it would do as well, but then screen readers
       call everything beside it "clickable". */
    press(button, action) {
      button.addEventListener("click", this.safe(action));
      return button;
    },
    /* Call `action` with the node that the address names, now and whenever it names another one. */
    target(action) {
      const go = function () {
        const node = document.getElementById(fragment());
        if (node) action(node);
      };
      this.on(scope, "hashchange", go);
      go();
    },
    later: (action) => undo.push(action),
  });

  BothWays.define = function (tag, begin) {
    if (customElements.get(tag)) return;
    customElements.define(
      tag,
      class extends HTMLElement {
        connectedCallback() {
          const fail = (fault) => {
            this.disconnectedCallback();
            console.warn(tag, fault);
          };
          this.undo = [];
          try {
            begin(this, tools(this.undo, fail));
          } catch (fault) {
            fail(fault);
          }
        }
        disconnectedCallback() {
          while (this.undo.length) this.undo.pop()();
        }
      },
    );
  };

  /* One function for each kind of question, by its name: see quiz.js. */
  BothWays.questions = {};
  /* The rules by which answers are looked at: pure functions, each beside what uses it. */
  BothWays.marking = {};

  /* A text of the program in the language of the page: assets/words.js brings it where that is not English. */
  BothWays.say = function (text, values = {}) {
    const said = (BothWays.words || {})[text] || text;
    return said.replace(/\{(\w+)\}/g, (all, name) => (name in values ? values[name] : all));
  };

  BothWays.make = function (name, classes, ...inside) {
    const node = document.createElement(name);
    if (classes) node.className = classes;
    node.append(...inside);
    return node;
  };

  BothWays.button = function (words, classes) {
    const node = BothWays.make("button", "bw-button " + (classes || ""), words);
    node.type = "button";
    return node;
  };

  /* Words that a person is to know of while the eyes and the focus stay where they are. */
  BothWays.status = function (classes) {
    const node = BothWays.make("p", "bw-status " + (classes || ""));
    node.setAttribute("role", "status");
    return node;
  };

  /* Other children for a node. (`replaceChildren` is not known to the older phones that this is for.) */
  BothWays.fill = function (node, ...inside) {
    node.textContent = "";
    node.append(...inside);
  };

  /* A copy that may stand on the same page: without ids. */
  BothWays.copy = function (node) {
    const made = node.cloneNode(true);
    for (const inner of [made, ...made.querySelectorAll("[id]")]) inner.removeAttribute("id");
    return made;
  };

  /* Copies of what stands inside a node. */
  BothWays.inside = (node) => [...BothWays.copy(node).childNodes];

  /* What a screen reader would say of a node: no faces and signs, and a stop where a line ends without one. */
  BothWays.text = function (node) {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.getAttribute("aria-hidden") === "true") return "";
    const inner = [...node.childNodes].map(BothWays.text).join("").replace(/\s+/g, " ");
    if (/^(b|em|font|i|span|strong)$/i.test(node.tagName)) return inner;
    return /[\p{L}\p{N}]\s*$/u.test(inner) ? ` ${inner.trim()}. ` : ` ${inner.trim()} `;
  };

  /* Let a node take the focus and be spoken as one message: the words of `parts` in this order. As a label, because
     screen readers say what a node is labelled *by* a second time. */
  BothWays.spoken = function (node, ...parts) {
    node.tabIndex = -1;
    node.setAttribute("role", "group");
    node.setAttribute("aria-label", parts.map(BothWays.text).join(" ").replace(/\s+/g, " ").trim());
    return node;
  };

  /* Something else stands under the finger now. The second half of a double press was not meant for it. */
  BothWays.rest = function (node) {
    node.classList.add("bw-resting");
    setTimeout(() => node.classList.remove("bw-resting"), 400);
  };

  /* What is folded is printed too, but for what waits for an answer. Newer browsers read this in practice.css. */
  let folded = [];
  scope.addEventListener("beforeprint", function () {
    folded = [...document.querySelectorAll("main details:not([open]):not([hidden])")];
    for (const node of folded) node.open = true;
  });
  scope.addEventListener("afterprint", function () {
    for (const node of folded) node.open = false;
  });
})(globalThis);
