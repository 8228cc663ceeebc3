/* One way to make an element. Whatever `begin` does to the page through `page` is undone when the element leaves it,
   and when something is damaged: then the readable HTML stands as it came. */
(function (scope) {
  "use strict";
  const BothWays = (scope.BothWays = scope.BothWays || {});

  const tools = (undo) => ({
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
    on(node, type, listener) {
      node.addEventListener(type, listener);
      undo.push(() => node.removeEventListener(type, listener));
    },
    later: (action) => undo.push(action),
  });

  BothWays.define = function (tag, begin) {
    if (customElements.get(tag)) return;
    customElements.define(
      tag,
      class extends HTMLElement {
        connectedCallback() {
          this.undo = [];
          try {
            begin(this, tools(this.undo));
          } catch (fault) {
            this.disconnectedCallback();
            console.warn(tag, fault);
          }
        }
        disconnectedCallback() {
          while (this.undo.length) this.undo.pop()();
        }
      },
    );
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

  /* A copy that may stand on the same page: without ids. */
  BothWays.copy = function (node) {
    const twin = node.cloneNode(true);
    for (const inner of [twin, ...twin.querySelectorAll("[id]")]) inner.removeAttribute("id");
    return twin;
  };

  /* Copies of what stands inside a node. */
  BothWays.inside = (node) => [...BothWays.copy(node).childNodes];
})(globalThis);
