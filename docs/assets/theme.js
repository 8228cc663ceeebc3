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
    document.addEventListener("click", function (event) {
      if (!menu.contains(event.target) || event.target.closest(".bw-menu-panel a")) menu.open = false;
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
    if (document.getElementById("bw-search-script")) return;
    var script = document.createElement("script");
    script.id = "bw-search-script";
    script.src = dialog.dataset.script;
    document.head.append(script);
  }
  function isWriting(element) {
    return /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName) || element.isContentEditable;
  }
  if (dialog && dialog.showModal) {
    opener.hidden = false;
    opener.addEventListener("click", openSearch);
    document.getElementById("bw-search-close").addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("click", function (event) { if (event.target === dialog) dialog.close(); });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isWriting(event.target)) return;
      event.preventDefault();
      openSearch();
    });
  }
})(document.documentElement);
