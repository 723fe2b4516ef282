// What makes pages kinder where scripts run. Everything works without.

document.querySelector(".errors")?.focus();

// A form that the door gave back stands at its own address, so that loading it again leads nowhere else.
const given = location.pathname.startsWith("/sign-in") && document.querySelector("main form.form")?.action;
if (given && !new URL(given).pathname.startsWith("/sign-in")) history.replaceState(null, "", given);

// A form on its way says so. A press that came twice at once is one; when the page that was sent for was stopped, or does
// not come, that is said and the button works: sent again it is the same act, which is done once.
const TWICE = 700;
const LATE = 8000;
const ways = new Map();

function tell(form, state) {
  const line = form.querySelector("[data-way]");
  if (!line) return;
  line.dataset.state = state;
  line.textContent = line.dataset[state] ?? "";
}

function late(form, way) {
  if (ways.get(form) !== way) return;
  ways.delete(form);
  tell(form, "late");
  typed ||= Boolean(form.closest(".form"));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.target === "_blank") return;
  const before = ways.get(form);
  if (before && event.timeStamp - before.at < TWICE) {
    event.preventDefault();
    return;
  }
  clearTimeout(before?.timer);
  const way = { at: event.timeStamp };
  way.timer = setTimeout(() => late(form, way), LATE);
  ways.set(form, way);
  tell(form, "sending");
});

// Where the browser tells that its user pressed stop.
globalThis.navigation?.addEventListener("navigate", ({ formData, signal }) => {
  if (!formData) return;
  const sent = [...ways];
  signal.addEventListener("abort", () => sent.forEach(([form, way]) => late(form, way)));
});

window.addEventListener("pageshow", () => {
  for (const [form, way] of ways) {
    clearTimeout(way.timer);
    tell(form, "none");
  }
  ways.clear();
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
