// Runs before the first paint: JavaScript is here, and the reader's choice of light or dark.
(function () {
  var root = document.documentElement;
  root.classList.replace("no-js", "js");
  try {
    var theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch (error) {
    // Storage may be forbidden; then the device decides.
  }
})();
