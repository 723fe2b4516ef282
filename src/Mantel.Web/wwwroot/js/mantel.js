// What makes pages kinder where scripts run. Everything works without.

document.querySelector(".errors")?.focus();

// What is wrong is said with the name of its field.
for (const way of document.querySelectorAll(".errors a[href^='#']")) {
  const field = document.getElementById(way.hash.slice(1));
  const name = field?.closest("fieldset")?.querySelector("legend") ?? field?.labels?.[0];
  if (name?.firstChild) way.prepend(`${name.firstChild.textContent.trim()}: `);
}

// A second press of the button waits for the first.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.target === "_blank") return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "yes";
});
window.addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sent;
});

// Leaving a form with something typed asks first.
let typed = false;
document.addEventListener("input", (event) => (typed ||= Boolean(event.target.closest(".form"))));
document.addEventListener("submit", () => (typed = false));
window.addEventListener("beforeunload", (event) => {
  if (typed) event.preventDefault();
});

// Printing is one press away where a page offers it.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
