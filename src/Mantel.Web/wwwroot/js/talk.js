// Saves what is typed while people talk. Without scripts every button saves first; this only makes it sooner.
// When the connection is gone, what is typed stays on the screen and is sent again until it is kept.

const form = document.querySelector(".form:has([data-over])");
const status = document.querySelector("[data-saved]");
const over = document.querySelector("[data-over]");

const QUIET = 1200;
const RETRY = 5000;

let timer = 0;
let saving = null;
let saved = fields();

function fields() {
  const data = new FormData(form);
  for (const name of ["act", "seen", "over", "go", "lacked", "__RequestVerificationToken"]) data.delete(name);
  return new URLSearchParams(data).toString();
}

function say(state, words) {
  if (status.dataset.state === state && status.textContent === words) return;
  status.dataset.state = state;
  status.textContent = words;
}

function clock() {
  return new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
}

function later(after) {
  clearTimeout(timer);
  timer = setTimeout(save, after);
}

async function save() {
  if (saving || fields() === saved) return;
  const sent = fields();
  const data = new FormData(form);
  data.set("act", crypto.randomUUID());
  data.set("go", "save");
  say("saving", status.dataset.saving);
  saving = send(data, sent);
  await saving;
  saving = null;
  if (fields() !== saved && status.dataset.state !== "refused") later(status.dataset.state === "failed" ? RETRY : QUIET);
}

async function send(data, sent) {
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(data), redirect: "manual" });
    if (answer.status === 204) {
      over.value = answer.headers.get("Mantel-Noted") ?? over.value;
      saved = sent;
      say("done", `${status.dataset.done} ${clock()}`);
    } else if (answer.status === 400 || answer.status === 409) {
      // Somebody wrote over it, or it is too long: the page says so, with both versions, at the next button.
      say("refused", await answer.text());
    } else {
      // Nobody is signed in any more: the answer leads to the door, which is not followed.
      say("failed", answer.type === "opaqueredirect" ? status.dataset.out : status.dataset.failed);
    }
  } catch {
    say("failed", status.dataset.failed);
  }
}

form.addEventListener("input", () => later(QUIET));
form.addEventListener("change", () => later(QUIET));
window.addEventListener("online", () => later(0));

// A button waits for what is on its way, so that no answer is written over by an older one.
form.addEventListener("submit", (event) => {
  clearTimeout(timer);
  if (!saving) return;
  event.preventDefault();
  event.stopPropagation();
  saving.then(() => form.requestSubmit(event.submitter));
});

// What was written at home is put among the words without a new page.
for (const button of form.querySelectorAll("[name=go][value^='take:']")) {
  button.addEventListener("click", (event) => {
    const words = form.elements.words;
    const told = button.closest("figure").querySelector("blockquote").textContent.replace(/^“|”$/g, "");
    words.value = words.value ? `${words.value}\n${told}` : told;
    event.preventDefault();
    words.dispatchEvent(new Event("input", { bubbles: true }));
    words.focus();
  });
}
