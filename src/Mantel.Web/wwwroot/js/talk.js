// Saves what is typed while people talk. Without scripts every button saves first; this only makes it sooner.
// When the connection is gone, what is typed stays on the screen and is sent again until it is kept.

const form = document.querySelector(".form:has([data-over])");
const status = document.querySelector("[data-saved]");
const over = document.querySelector("[data-over]");

const QUIET = 1200;
const RETRY = 5000;
const PATIENCE = 15000;

let timer = 0;
let saving = null;
let leaving = false;
let released = false;
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
  await keep();
  if (fields() !== saved && status.dataset.state !== "refused") later(status.dataset.state === "failed" ? RETRY : QUIET);
}

// Sends what stands there; true when it is kept, or when the page that comes back will show it with what is wrong.
async function keep() {
  const sent = fields();
  const data = new FormData(form);
  data.set("act", crypto.randomUUID());
  data.set("go", "save");
  say("saving", status.dataset.saving);
  saving = send(data, sent);
  const kept = await saving;
  saving = null;
  return kept;
}

async function send(data, sent) {
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: new URLSearchParams(data),
      redirect: "manual",
      signal: AbortSignal.timeout(PATIENCE),
    });
    const isOurs = answer.headers.get("Content-Type")?.startsWith("text/plain");
    if (answer.status === 204) {
      over.value = answer.headers.get("Mantel-Noted") ?? over.value;
      saved = sent;
      say("done", `${status.dataset.done} ${clock()}`);
      return true;
    }
    if (isOurs && (answer.status === 400 || answer.status === 409)) {
      // Somebody wrote over it, or it is too long: the page says so, with both versions, at the next button.
      say("refused", await answer.text());
      return true;
    }
    // Nobody is signed in any more: the door holds what is sent by a button, and gives it back to who signs in.
    const isOut = answer.type === "opaqueredirect" || answer.status === 400 || answer.status === 401;
    say("failed", isOut ? status.dataset.out : status.dataset.failed);
    return leaving && answer.status === 401;
  } catch {
    say("failed", status.dataset.failed);
  }
  return false;
}

form.addEventListener("input", () => later(QUIET));
form.addEventListener("change", () => later(QUIET));
window.addEventListener("online", () => later(0));

// A button saves first and goes on only when that was kept: nothing typed is lost on a page that cannot come.
form.addEventListener("submit", async (event) => {
  if (released) {
    released = false;
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (leaving) return;
  leaving = true;
  clearTimeout(timer);
  await saving;
  clearTimeout(timer);
  released = await keep();
  leaving = false;
  if (released) form.requestSubmit(event.submitter);
  else if (fields() !== saved) later(RETRY);
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
