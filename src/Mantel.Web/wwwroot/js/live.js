// A part of a page that follows its records: when it hears that something changed, it asks for the page again and takes
// the part from there. Nothing comes over the connection but that; who may see what is decided by the page. What has the
// focus keeps it, what was opened stays open, and what somebody types in is left alone.
const SETTLE = 150;

for (const part of document.querySelectorAll("[data-live]")) follow(part);

function follow(part) {
  const source = new EventSource(part.dataset.live);
  let timer;
  let heard = false;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => renew(part), SETTLE);
  };
  source.addEventListener("changed", soon);
  source.addEventListener("open", () => {
    if (heard) soon();
    heard = true;
  });
  window.addEventListener("pagehide", () => source.close());
}

async function renew(part) {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" }, redirect: "error" }).catch(() => null);
  if (!answer?.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const now = page.getElementById(part.id);
  if (!now || now.innerHTML === part.innerHTML || isTyping(part)) return;
  const focus = placeOf(part.contains(document.activeElement) ? document.activeElement : null);
  const opened = [...part.querySelectorAll("details")].map((one) => one.open);
  part.replaceChildren(...now.childNodes);
  part.querySelectorAll("details").forEach((one, i) => (one.open = opened[i] ?? one.open));
  if (focus) part.querySelector(focus)?.focus();
  const said = document.getElementById(`${part.id}-said`);
  if (said) said.textContent = part.dataset.changed;
}

const isTyping = (part) => [...part.querySelectorAll("input:not([type=hidden]), textarea")].some((one) => one.value);

function placeOf(element) {
  if (element?.id) return `#${CSS.escape(element.id)}`;
  const href = element?.getAttribute("href");
  return href ? `[href="${CSS.escape(href)}"]` : null;
}
