// The second versions of the three measures, from the words of data/measures/*.2.json and nothing of the program. Each takes
// the facts of one person that stand, and the few words about days that figures.mjs has.
export function secondVersions({ start, end, plus, between, dayOf, before, markings, couldAgree }) {
  const of = (all, kind) => all.filter((e) => e.kind === kind);
  const plain = (words) => (words ?? "").split(/\s+/).filter(Boolean).join(" ").replace(/\.+$/, "").toUpperCase();
  const doctors = ["GeneralPractitioner", "ElderlyCarePhysician", "MedicalSpecialist", "Paediatrician", "Physician"];

  // Discussed last, on a day that is surely not after this one; several when their days cannot be ordered.
  const lastDiscussed = (list, day) => {
    const by = list.filter((e) => e.effective && end(e.effective) <= day);
    const latest = by.map((e) => start(e.effective)).sort().at(-1);
    return by.filter((e) => end(e.effective) >= latest);
  };
  const dayOfAll = (list) => list.map((e) => e.effective).sort((a, b) => end(a).localeCompare(end(b))).at(-1);

  function goalOn(all, day) {
    const last = lastDiscussed(of(all, "acp.treatment-goal-agreed"), day);
    const says = new Set(last.map((e) => e.fact.goal));
    return says.size === 1 && !says.has("Unknown") ? dayOfAll(last) : null;
  }

  function resuscitationOn(all, day) {
    const decided = of(all, "acp.treatment-directive-agreed").filter(
      (e) => e.fact.treatment.kind === "Resuscitation" && e.fact.decision !== "NotDiscussed");
    const ended = of(all, "acp.treatment-directive-ended")
      .filter((e) => start(dayOf(e)) <= day).map((e) => e.fact.directive);
    const last = lastDiscussed(decided, day).filter((e) => !ended.includes(e.id));
    const says = new Set(last.map((e) => `${e.fact.decision}|${plain(e.fact.otherwise)}`));
    if (says.size !== 1 || last[0].fact.decision === "Unknown") return null;
    if (!last.some((e) => isWithThePerson(all, e))) return null;
    const talks = last.map((e) => last.filter((other) => other.effective === e.effective));
    const confirmed = talks.some(
      (same) => same.some((e) => isConfirmed(all, e, day)) && same.some((e) => couldAgree(all, e)));
    return { day: dayOfAll(last), confirmed };
  }

  const speaks = (parties) => parties.some((party) => party.kind !== "Professional");
  const isWithThePerson = (all, e) =>
    speaks(e.fact.parties)
    || of(all, "acp.conversation-held").filter((talk) => e.restsOn.includes(talk.id)).some(
      ({ fact }) => fact.personPresent === true || speaks(fact.present)
        || (fact.personPresent === null && fact.present.length === 0 && e.fact.parties.length === 0));
  const isConfirmed = (all, e, day) =>
    ["GeneralPractitioner", "Physician", "PhysicianOnDuty"].includes(e.author.role)
    || (e.source.system !== "Mantel" && e.fact.parties.some((party) => doctors.includes(party.discipline)))
    || of(all, "acp.treatment-directive-confirmed").some((c) => c.fact.directive === e.id && start(dayOf(c)) <= day);

  // "declined": asked more than once and it stands; "once": it stands, asked once; null: nobody said so, or they talked since.
  function refusalOn(all, day) {
    const said = of(all, "acp.talk-declined").filter((e) => e.fact.topic === "Everything" && start(dayOf(e)) <= day);
    if (said.length === 0) return null;
    const days = said.map((e) => start(dayOf(e))).sort();
    const talked = all.some(
      (e) => (["acp.conversation-held", "acp.treatment-goal-agreed"].includes(e.kind)
          || (e.kind === "acp.treatment-directive-agreed" && e.fact.decision !== "NotDiscussed")
          || (e.kind === "acp.preferred-place-of-death-told" && e.fact.answer !== "NotDiscussed"))
        && start(dayOf(e)) > days.at(-1) && start(dayOf(e)) <= day);
    if (talked) return null;
    return new Set(days).size > 1 || said.some((e) => e.fact.askedMoreThanOnce === true) ? "declined" : "once";
  }

  function planThatStands(all, asOf) {
    const marked = markings(all);
    if (marked.length === 0) return null;
    const palliative = marked.filter((m) => m.e.kind === "identification.palliative-phase-marked");
    const isRevised = (m) => m.until && m.until <= plus(start(m.day), 30);
    const mark = palliative.find((m) => !isRevised(m)) ?? palliative[0];
    const { day } = mark ?? marked[0];
    const [index, last] = [start(day), plus(start(day), 30)];
    const died = of(all, "people.death-recorded").at(-1)?.effective;
    const worse = of(all, "people.course-changed")
      .filter((e) => ["Deteriorated", "AdmittedToHospital"].includes(e.fact.change) && start(dayOf(e)) <= index)
      .map(dayOf);
    const year = (() => {
      const [y, m, d] = index.split("-").map(Number);
      const [last29] = [new Date(Date.UTC(y - 1, m, 0)).getUTCDate()];
      return new Date(Date.UTC(y - 1, m - 1, Math.min(d, last29))).toISOString().slice(0, 10);
    })();
    const isOld = (talk) => end(talk) < index && (start(talk) < year || worse.some((turn) => before(talk, turn)));
    const stand = () => {
      if (!mark) return "Outside:dying-only";
      if (day.length !== 10) return "Outside:day-unknown";
      if (died && before(died, day)) return "Outside:marked-after-death";
      if (asOf <= last) return "NotYetDue";
      if (isRevised(mark)) return "Outside:revised";
      const [goal, decision] = [goalOn(all, last), resuscitationOn(all, last)];
      if (goal && decision?.confirmed && !isOld(goal) && !isOld(decision.day)) return "Met";
      return refusalOn(all, last) === "declined" ? "Outside:declined" : "NotMet";
    };
    return { index, month: day.slice(0, 7), stand: stand() };
  }

  function knownBeforeDeath(all) {
    const death = of(all, "people.death-recorded").at(-1);
    if (!death) return null;
    const on = dayOf(death);
    const result = { index: start(on), month: on.slice(0, 7) };
    const marked = markings(all);
    if (on.length !== 10) return { ...result, stand: "Outside:day-unknown" };
    if (marked.length > 0 && marked.every((m) => before(on, m.day)))
      return { ...result, stand: "Outside:marked-after-death" };
    const known = marked.filter((m) => start(m.day) <= on && !(m.until && m.until <= plus(on, -365)));
    if (known.length === 0) return { ...result, stand: "Outside:not-marked" };
    if (!known.some((m) => !(m.until && m.until <= on))) return { ...result, stand: "Outside:revised" };
    if (known[0].day.length !== 10) return { ...result, stand: "Outside:day-unknown" };
    const days = between(known[0].day, on);
    const bucket = [0, 7, 15, 30, 90, 180, 365].filter((from) => from <= days).at(-1);
    return { ...result, stand: days < 15 ? "Met" : "NotMet", days: String(bucket).padStart(3, "0") };
  }

  function diedAtHome(all) {
    const death = of(all, "people.death-recorded").at(-1);
    if (!death) return null;
    const on = dayOf(death);
    const told = of(all, "acp.preferred-place-of-death-told").filter(
      (e) => e.fact.answer !== "NotDiscussed" && !before(on, dayOf(e)));
    const latest = told.map((e) => start(dayOf(e))).sort().at(-1);
    const newest = told.filter((e) => end(dayOf(e)) >= latest);
    const wishes = [...new Map(newest.map((e) => [`${e.fact.answer} ${e.fact.place}`, e])).values()];
    const silent = of(all, "acp.talk-declined").some(
      (e) => ["Everything", "PlaceOfDeath"].includes(e.fact.topic) && !before(on, dayOf(e)));
    const means = ({ fact }) => `${fact.place} ${fact.homeIsHere === true}`;
    const hasChanged = (wish) => {
      if (on.length !== 10) return false;
      const given = told.filter((e) => e.fact.answer === "Given" && dayOf(e).length === 10 && dayOf(e) <= on);
      const said = given.filter((e) => means(e) === means(wish)).map(dayOf).sort().at(-1);
      if (!said || said < plus(on, -7)) return false;
      const earlier = given.filter((e) => dayOf(e) < said);
      const last = earlier.map(dayOf).sort().at(-1);
      return earlier.length > 0 && earlier.filter((e) => dayOf(e) === last).every((e) => means(e) !== means(wish));
    };
    const stand = () => {
      if (on.length === 4) return "Outside:day-unknown";
      if (wishes.length === 0) return silent ? "Outside:declined" : "Outside:wish-unknown";
      if (wishes.length > 1) return "Outside:wishes-differ";
      const [wish] = wishes;
      const [wished, died] = [wish.fact.place, death.fact.place];
      if (wish.fact.answer !== "Given" || !wished) return "Outside:wish-unknown";
      if (!died) return "Outside:place-unknown";
      if (hasChanged(wish)) return "Outside:changed-late";
      if (wished === "Home" && wish.fact.homeIsHere === true && died === "NursingHome") return "Met";
      if (wished !== died) return "NotMet";
      return died === "Elsewhere" ? "Outside:not-comparable" : "Met";
    };
    return { index: start(on), month: on.slice(0, 7), stand: stand() };
  }

  return { "plan-within-30-days.2": planThatStands, "late-start.2": knownBeforeDeath, "wished-place.2": diedAtHome };
}
