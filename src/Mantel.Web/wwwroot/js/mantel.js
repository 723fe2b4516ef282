// What makes pages kinder where scripts run. Everything works without.

document.querySelector(".errors")?.focus();

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
