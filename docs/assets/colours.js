/* Before the page is drawn: the colours that its reader chose, and the way to the site's root. */
(function (root) {
  root.dataset.root = document.currentScript.dataset.root;
  try {
    var chosen = localStorage.getItem("bothways.colours");
    if (/^(slate|default)$/.test(chosen)) root.dataset.mdColorScheme = chosen;
  } catch (error) { /* no storage: the system decides */ }
})(document.documentElement);
