// The three measures once more, in both versions, by another hand: from facts as they are stored and the words of
// data/measures, without anything of the program. node figures.mjs FACTS REGIONS AS-OF writes one line per count: measure
// with its version, municipality, month, kind, group, standing, people. With "each" behind it, everybody counts by themselves
// and the id of their record stands first.
import { readFileSync } from "node:fs";
import { lawOfAgreement } from "./law.mjs";
import { secondVersions } from "./second.mjs";

const [facts, regions, asOf, whom] = process.argv.slice(2);
const table = (file) => {
  const rows = readFileSync(`${regions}/${file}`, "utf8").split("\n").filter((row) => row && !row.startsWith("#"));
  const head = rows[0].split("\t");
  return rows.slice(1).map((row) => Object.fromEntries(row.split("\t").map((cell, i) => [head[i], cell])));
};
const municipalities = new Map(table("municipalities.tsv").map((row) => [row.code, row]));
const groups = table("../quality/diagnosis-groups.tsv");

const start = (date) => (date.length === 10 ? date : date.length === 7 ? `${date}-01` : `${date}-01-01`);
const end = (date) => {
  if (date.length === 10) return date;
  const [year, month] = date.length === 7 ? date.split("-").map(Number) : [Number(date), 12];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
};
const plus = (day, days) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
const between = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
const clock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam" });
const dayOf = (entry) => entry.effective ?? clock.format(new Date(entry.recorded));
const before = (one, other) => end(one) < start(other);

function standing(entries) {
  const struck = new Set(entries.filter((e) => e.kind === "journal.entry-struck-out").flatMap((e) => e.fact.entries));
  return entries.filter((e) => !struck.has(e.id)).map((e, place) => ({ ...e, place }));
}

const held = (list, day) => {
  const ordered = list.map((e) => ({ e, from: start(dayOf(e)) }));
  const by = ordered.filter((one) => one.from <= day);
  const best = (some, latest) =>
    some.reduce((kept, one) => (kept && (latest ? one.from < kept.from : one.from >= kept.from) ? kept : one), null)?.e;
  return by.length > 0 ? best(by, true) : best(ordered, false);
};

function townOn(all, day) {
  const home = held(all.filter((e) => e.kind === "people.address-recorded" && e.fact.address.kind !== "Stay"), day);
  if (!home) return "";
  const { municipalityCode, municipality, country } = home.fact.address;
  let code = municipalityCode;
  if (!code) {
    const found = [...municipalities.values()].filter(
      (m) => municipality && m.name.toLowerCase() === municipality.trim().toLowerCase()
        && (!country || m.country === country) && !(m.until && m.until <= day));
    return found.length === 1 ? found[0].code : "";
  }
  for (let m = municipalities.get(code); m?.until && m.until <= day; m = municipalities.get(code)) code = m.becomes;
  return code;
}

function groupsOn(all, day) {
  const ended = new Set(all.filter((e) => e.kind === "people.item-ended").map((e) => e.fact.entry));
  const illness = held(
    all.filter((e) => e.kind === "people.diagnosis-recorded" && e.fact.isMain && !ended.has(e.id)), day);
  const spoken = held(all.filter((e) => e.kind === "people.language-recorded"), day)?.fact.language.toLowerCase();
  const house = held(all.filter((e) => e.kind === "people.household-recorded"), day)?.fact;
  const births = all.filter((e) => e.kind === "people.birth-date-recorded");
  const born = (births.findLast((e) => e.leads) ?? births.at(-1))?.fact.birthDate;
  return {
    Diagnosis: illness ? diagnosis(illness.fact) : "NotRecorded",
    Age: born ? band(born, day) : "NotRecorded",
    Living: house ? (house.livesAlone ? "Alone" : "WithOthers") : "NotRecorded",
    Language: !spoken ? "NotRecorded" : spoken === "nl" || spoken.startsWith("nl-") ? "Dutch" : "AnotherLanguage",
  };
}

// The code first; then whole words, or the end of one, that nothing right before them denies; two groups are none.
function diagnosis({ name, snomedCode }) {
  const named = {
    cancer: "Cancer", "organ-failure": "OrganFailure", "frailty-and-dementia": "FrailtyAndDementia", stroke: "Stroke",
    neurodegenerative: "Neurodegenerative", other: "Other",
  };
  const coded = groups.find((g) => g.by === "snomed" && g.match === snomedCode);
  if (coded) return named[coded.group];
  const cut = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];
  const [words, low] = [cut(name), cut(name.toLowerCase())];
  const places = (phrase) =>
    low.map((_, at) => at).filter((at) => cut(phrase.toLowerCase()).every((word, i) => low[at + i] === word));
  if (groups.some((g) => g.by === "not" && places(g.match).length > 0)) return "Unknown";
  const denied = groups.filter((g) => g.by === "before")
    .flatMap((g) => places(g.match).map((at) => at + cut(g.match).length));
  const at = {
    word: (g) => places(g.match),
    ending: (g) => low.flatMap((word, i) => (word.endsWith(g.match) ? [i] : [])),
    capitals: (g) => words.flatMap((word, i) => (word === g.match ? [i] : [])),
  };
  const said = new Set(groups.filter((g) => at[g.by]?.(g).some((i) => !denied.includes(i))).map((g) => g.group));
  return said.size === 1 ? named[[...said][0]] : "Unknown";
}

function band(born, day) {
  const years = (birth) => Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);
  const name = (age) => (age < 18 ? "Under18" : age < 65 ? "From18To64" : age < 80 ? "From65To79" : "From80");
  const [youngest, oldest] = [name(Math.max(0, years(end(born)))), name(Math.max(0, years(start(born))))];
  return youngest === oldest ? youngest : "NotRecorded";
}

function markings(all) {
  const marked = all
    .filter((e) => /^identification\.(palliative|dying)-phase-marked$/.test(e.kind))
    .map((e) => ({ e, day: dayOf(e), until: null }));
  for (const revised of all.filter((e) => e.kind === "identification.marking-revised")) {
    const named = marked.find((m) => m.e.id === revised.fact.marking);
    if (!named) continue;
    for (const m of marked.filter((m) => m.e.kind === named.e.kind && (m === named || earlier(m.e, revised))))
      if (!m.until || start(dayOf(revised)) < m.until) m.until = start(dayOf(revised));
  }
  return marked.sort((a, b) => start(a.day).localeCompare(start(b.day)) || a.e.place - b.e.place);
}

const earlier = (one, other) =>
  before(dayOf(one), dayOf(other)) || (!before(dayOf(other), dayOf(one)) && one.place < other.place);

function plans(all) {
  const elsewhere = all.filter((e) => e.kind === "acp.conversation-held" && e.source.system !== "Mantel");
  const decided = all.filter(
    (e) => e.kind === "acp.treatment-goal-agreed"
      || (e.kind === "acp.treatment-directive-agreed" && e.fact.decision !== "NotDiscussed"));
  return [
    ...all.filter((e) => e.kind === "acp.plan-established"),
    ...elsewhere.filter((talk) => decided.some((e) => e.restsOn.includes(talk.id))),
  ].map(dayOf);
}

function planWithin30(all) {
  const [mark] = markings(all);
  if (!mark) return null;
  const index = start(mark.day);
  const last = plus(index, 30);
  const death = all.filter((e) => e.kind === "people.death-recorded").at(-1);
  const died = death?.effective;
  const declined = all.some(
    (e) => e.kind === "acp.talk-declined" && e.fact.topic === "Everything" && start(dayOf(e)) <= last);
  const stand = () => {
    if (mark.day.length !== 10) return "Outside:day-unknown";
    if (died && before(died, mark.day)) return "Outside:marked-after-death";
    if (asOf <= last) return "NotYetDue";
    if (plans(all).some((day) => before(day, mark.day) || end(day) <= last)) return "Met";
    if (declined) return "Outside:declined";
    if (died && start(died) <= last) return "NotMet";
    return mark.until && mark.until <= last ? "Outside:revised" : "NotMet";
  };
  return { index, month: mark.day.slice(0, 7), stand: stand() };
}

function wishedPlace(all) {
  const death = all.filter((e) => e.kind === "people.death-recorded").at(-1);
  if (!death) return null;
  const on = dayOf(death);
  const told = all.filter(
    (e) => e.kind === "acp.preferred-place-of-death-told" && e.fact.answer !== "NotDiscussed" && !before(on, dayOf(e)));
  const lastStart = told.map((e) => start(dayOf(e))).sort().at(-1);
  const newest = told.filter((e) => end(dayOf(e)) >= lastStart);
  const wishes = [...new Map(newest.map((e) => [`${e.fact.answer} ${e.fact.place}`, e.fact])).values()];
  const silent = all.some(
    (e) => e.kind === "acp.talk-declined" && ["Everything", "PlaceOfDeath"].includes(e.fact.topic) && !before(on, dayOf(e)));
  const stand = () => {
    if (on.length === 4) return "Outside:day-unknown";
    if (wishes.length === 0) return silent ? "Outside:declined" : "Outside:wish-unknown";
    if (wishes.length > 1) return "Outside:wishes-differ";
    if (wishes[0].answer !== "Given" || !wishes[0].place) return "Outside:wish-unknown";
    if (!death.fact.place) return "Outside:place-unknown";
    if (wishes[0].place !== death.fact.place) return "NotMet";
    return death.fact.place === "Elsewhere" ? "Outside:not-comparable" : "Met";
  };
  return { index: start(on), month: on.slice(0, 7), stand: stand() };
}

function lateStart(all) {
  const death = all.filter((e) => e.kind === "people.death-recorded").at(-1);
  if (!death) return null;
  const on = dayOf(death);
  const marked = markings(all);
  const result = { index: start(on), month: on.slice(0, 7) };
  if (on.length !== 10) return { ...result, stand: "Outside:day-unknown" };
  if (marked.length > 0 && marked.every((m) => before(on, m.day))) return { ...result, stand: "Outside:marked-after-death" };
  const mark = marked.find((m) => start(m.day) <= on && !(m.until && m.until <= on));
  if (!mark) return { ...result, stand: "Outside:not-marked" };
  if (mark.day.length !== 10) return { ...result, stand: "Outside:day-unknown" };
  const days = between(mark.day, on);
  const bucket = [0, 7, 15, 30, 90, 180, 365].filter((from) => from <= days).at(-1);
  return { ...result, stand: days < 15 ? "Met" : "NotMet", days: String(bucket).padStart(3, "0") };
}

// Each line is a record; one that follows another counts with the one that leads, in the order of recording.
const records = new Map(readFileSync(facts, "utf8").split("\n").filter(Boolean).map((line) => {
  const { record, entries } = JSON.parse(line);
  return [record, entries.map((e) => ({ ...e, record }))];
}));
const joins = (entries, leads) => {
  const others = new Set();
  for (const e of entries) {
    if (e.kind === "people.records-joined" && e.fact.leads === leads) others.add(e.fact.other);
    if (e.kind === "people.records-parted") others.delete(e.fact.other);
  }
  return [...others];
};
const people = [...records]
  .filter(([, entries]) => joins(entries, false).length === 0)
  .map(([id, entries]) => {
    const followers = joins(entries, true).map((other) => records.get(other));
    const all = [entries, ...followers].flat().map((e) => ({ ...e, leads: e.record === id }));
    return followers.length === 0 ? all : all.sort((a, b) => Date.parse(a.recorded) - Date.parse(b.recorded));
  });

const couldAgree = lawOfAgreement({ table: (file) => table(`../law/${file}`), start, end, dayOf });
const measures = {
  "plan-within-30-days.1": planWithin30,
  "wished-place.1": wishedPlace,
  "late-start.1": lateStart,
  ...secondVersions({ start, end, plus, between, dayOf, before, markings, couldAgree }),
};
const counts = new Map();
for (const person of people) {
  const all = standing(person);
  for (const [measure, of] of Object.entries(measures)) {
    const result = of(all, asOf);
    if (!result) continue;
    const month = result.month.length === 7 ? result.month : "-";
    const kinds = { All: "", ...groupsOn(all, result.index), ...(result.days && { Days: result.days }) };
    for (const [kind, group] of Object.entries(kinds)) {
      const first = whom === "each" ? [person[0].record] : [];
      const key = [...first, measure, townOn(all, result.index), month, kind, group, result.stand].join("|");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
}
process.stdout.write([...counts].map(([key, people]) => `${key}|${people}\n`).join(""));
