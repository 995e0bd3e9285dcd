// Small helps on top of pages that work without them: search by Ctrl-K, menus that close,
// dialogs, toasts that pass, htmx that sends the form's token and keeps its place.
(function () {
  "use strict";

  function token() {
    var field = document.querySelector("input[name=csrfmiddlewaretoken]");
    return field ? field.value : "";
  }

  document.addEventListener("htmx:configRequest", function (event) {
    if (event.detail.verb !== "get" && token()) event.detail.headers["X-CSRFToken"] = token();
  });

  // Under a second nothing moves; after that a skeleton says that we are at it.
  document.addEventListener("htmx:beforeRequest", function (event) {
    var element = event.detail.elt;
    element.slowTimer = setTimeout(function () { element.classList.add("is-slow"); }, 1000);
  });
  document.addEventListener("htmx:afterRequest", function (event) {
    clearTimeout(event.detail.elt.slowTimer);
    event.detail.elt.classList.remove("is-slow");
  });

  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      var search = document.querySelector("[data-hotkey=k]");
      if (!search || !search.offsetParent) return;
      event.preventDefault();
      search.focus();
      search.select();
    }
    if (event.key === "Escape") {
      document.querySelectorAll("details.menu[open]").forEach(function (menu) {
        menu.open = false;
        menu.querySelector("summary").focus();
      });
    }
  });

  document.addEventListener("click", function (event) {
    document.querySelectorAll("details.menu[open]").forEach(function (menu) {
      if (!menu.contains(event.target)) menu.open = false;
    });
    var summary = event.target.closest("details[data-dialog] > summary");
    if (summary) {
      event.preventDefault();
      openDialog(summary.parentElement);
    }
    var close = event.target.closest(".dialog-close");
    if (close) close.closest("dialog").close();
    var pass = event.target.closest(".toast-close");
    if (pass) pass.closest(".toast-note").remove();
  });

  function openDialog(fold) {
    var dialog = fold.dialog;
    if (!dialog) {
      dialog = fold.dialog = document.createElement("dialog");
      dialog.className = fold.classList.contains("dialog-drawer") ? "drawer" : "";
      var panel = fold.querySelector(".dialog-panel");
      var heading = panel.querySelector("h2");
      heading.id = heading.id || "dialog-" + Math.random().toString(36).slice(2);
      dialog.setAttribute("aria-labelledby", heading.id);
      panel.querySelector(".dialog-close").hidden = false;
      dialog.append(panel);
      fold.append(dialog);
      fold.after(dialog);
      dialog.addEventListener("click", function (event) {
        if (event.target === dialog) dialog.close();
      });
      dialog.addEventListener("close", function () { fold.querySelector("summary").focus(); });
    }
    dialog.showModal();
  }

  function startThemes() {
    var choice = document.querySelector("[data-themes]");
    if (!choice) return;
    var buttons = choice.querySelectorAll("button");
    function show(theme) {
      buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(button.value === theme)); });
    }
    choice.hidden = false;
    show(document.documentElement.dataset.theme || "");
    choice.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (!button) return;
      if (button.value) document.documentElement.dataset.theme = button.value;
      else delete document.documentElement.dataset.theme;
      try {
        if (button.value) localStorage.setItem("theme", button.value);
        else localStorage.removeItem("theme");
      } catch (error) { /* Storage may be forbidden; then the choice lasts for this page. */ }
      show(button.value);
    });
  }

  function startToasts(root) {
    root.querySelectorAll("[data-toast]").forEach(function (toast) {
      if (toast.started) return;
      toast.started = true;
      toast.querySelector(".toast-close").hidden = false;
      if (toast.dataset.toast !== "pass") return;
      var timer;
      function wait() { timer = setTimeout(function () { toast.remove(); }, 8000); }
      toast.addEventListener("pointerenter", function () { clearTimeout(timer); });
      toast.addEventListener("focusin", function () { clearTimeout(timer); });
      toast.addEventListener("pointerleave", wait);
      wait();
    });
  }

  function start(root) {
    root.querySelectorAll("form").forEach(function (form) { form.noValidate = true; });
    startToasts(root);
    var summary = root.querySelector("[data-focus]");
    if (summary) summary.focus();
  }

  start(document);
  startThemes();
  document.addEventListener("htmx:load", function (event) {
    if (event.detail.elt !== document.body) start(event.detail.elt);
  });
  document.addEventListener("htmx:oobAfterSwap", function () { startToasts(document); });
})();
