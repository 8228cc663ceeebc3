/* What every page needs a script for: the colours, the menu's manners, and fetching the search when it is asked for.
   A classic script, because modules do not load from a memory stick (file://). */
(function (root) {
  "use strict";
  var dark = matchMedia("(prefers-color-scheme: dark)");
  var colours = document.getElementById("bw-colours");
  var menu = document.getElementById("bw-menu");
  var dialog = document.getElementById("bw-search");
  var opener = document.getElementById("bw-search-open");

  function isDark() {
    var chosen = root.dataset.mdColorScheme || document.body.dataset.mdColorScheme;
    return chosen ? chosen === "slate" : dark.matches;
  }
  function nameColours() {
    var words = colours.dataset[isDark() ? "light" : "dark"];
    colours.querySelector(".bw-word").textContent = words;
    colours.title = words;
  }
  function swapColours() {
    var next = isDark() ? "default" : "slate";
    root.dataset.mdColorScheme = next;
    // Without storage (private window, full disk) the choice lasts for this page only.
    try { localStorage.setItem("bothways.colours", next); } catch (error) { /* nothing to mend */ }
    nameColours();
  }
  if (colours) {
    colours.addEventListener("click", swapColours);
    dark.addEventListener("change", nameColours);
    nameColours();
    colours.hidden = false;
  }

  if (menu) {
    // Not "click" on the document: Chromium would call everything in the page clickable, and screen readers say so.
    document.addEventListener("pointerdown", function (event) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    menu.addEventListener("click", function (event) {
      if (event.target.closest(".bw-menu-panel a")) menu.open = false;
    });
    menu.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
    });
    menu.addEventListener("focusout", function (event) {
      if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
    });
  }

  function openSearch() {
    if (dialog.open) return;
    dialog.showModal();
    document.getElementById("bw-search-query").focus();
    dialog.dispatchEvent(new Event("bw-open"));
    if (document.getElementById("bw-search-script")) return;
    var script = document.createElement("script");
    script.id = "bw-search-script";
    script.src = dialog.dataset.script;
    script.onerror = function () {
      document.getElementById("bw-search-status").textContent = dialog.dataset.failed;
      script.remove(); // the next opening tries again
    };
    document.head.append(script);
  }
  if (dialog && dialog.showModal) {
    opener.hidden = false;
    opener.addEventListener("click", openSearch);
    document.getElementById("bw-search-close").addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    // Before the search is there, Enter must not send the form and lose what was written elsewhere on the page.
    dialog.addEventListener("submit", function (event) { event.preventDefault(); });
  }
})(document.documentElement);
