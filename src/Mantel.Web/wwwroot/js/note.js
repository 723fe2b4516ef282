// Proposes of what kind a note is, while somebody writes it; who writes chooses. What changed, or which phase, is never
// proposed as chosen: "ze wil niet naar het ziekenhuis" is no admission. Without this the page proposes when sent.
const kinds = document.querySelector("[data-terms]");
const words = document.getElementById("words");
const told = kinds?.querySelector("[data-proposal]");
const terms = JSON.parse(kinds?.dataset.terms ?? "[]");
const hint = told?.textContent;
let chosen = Boolean(kinds?.querySelector("input:checked")) && words?.value === "";

// As NoteKinds.Fold does: lower case, without accents, one space around every word.
const fold = (text) =>
  ` ${text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase().replace(/[^\p{L}\p{Nd}]+/gu, " ").trim()} `;

function isIn(folded, term) {
  return folded.includes(term.endsWith("*") ? ` ${term.slice(0, -1)}` : ` ${term} `);
}

function pick(name, value) {
  for (const one of kinds.querySelectorAll(`input[name=${name}]`)) one.checked = one.value === value;
}

function propose() {
  if (chosen) return;
  const folded = fold(words.value);
  const [term, kind] = terms.find(([term]) => isIn(folded, term)) ?? ["", ""];
  pick("kind", kind);
  told.textContent = term ? told.dataset.proposal.replace("{0}", term.replace("*", "…")) : hint;
}

kinds?.addEventListener("change", () => {
  chosen = true;
  told.textContent = hint;
});
words?.addEventListener("input", propose);
