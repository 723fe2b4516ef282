// Whether those who agreed a decision about treatment could agree it, from the words of data/law/*.tsv and the facts of one
// person that stand, and nothing of the program. It answers for treatment alone, which is all that a measure asks.
export function lawOfAgreement({ table, start, end, dayOf }) {
  const [ages, ranks] = [table("ages.tsv").filter((row) => row.matter === "Treatment"), table("representation.tsv")];
  const of = (all, kind) => all.filter((e) => e.kind === kind);
  const plain = (words) => (words ?? "").split(/\s+/).filter(Boolean).join(" ").replace(/\.+$/, "").toUpperCase();

  // The country of the newest address; where that names none, of the only kind of national number there is.
  function countryOf(all) {
    const home = of(all, "people.address-recorded")
      .reduce((best, e) => (best && end(dayOf(e)) < end(dayOf(best)) ? best : e), null);
    if (home?.fact.address.country) return home.fact.address.country.toUpperCase();
    const numbers = new Map();
    for (const { record, fact } of of(all, "people.number-recorded"))
      if (fact.number) numbers.set(`${record} ${fact.number.kind}`, fact.number.kind);
      else [...numbers.keys()].filter((key) => key.startsWith(record)).forEach((key) => numbers.delete(key));
    const kinds = new Set(numbers.values());
    return kinds.size !== 1 ? null : kinds.has("Bsn") ? "NL" : "BE";
  }

  // Surely so old: from the last day on which they may have been born to the first on which it may have been agreed.
  function ageOn(all, day) {
    const births = of(all, "people.birth-date-recorded");
    const born = (births.findLast((e) => e.leads) ?? births.at(-1))?.fact.birthDate;
    if (!born) return null;
    const [from, to] = [end(born), start(day)];
    const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
    return Math.max(0, to.slice(5) < birthdayIn(from, to.slice(0, 4)) ? years - 1 : years);
  }

  // Who was born on 29 February has a birthday on the 28th in other years.
  const birthdayIn = (born, year) =>
    born.slice(5) === "02-29" && new Date(Date.UTC(Number(year), 2, 0)).getUTCDate() === 28 ? "02-28" : born.slice(5);

  // What was judged of the capacity to decide: the last that may have been so by the end of that day, and all without a day.
  function judgedOn(all, until) {
    const ended = new Set(of(all, "people.item-ended").map((e) => e.fact.entry));
    const by = of(all, "acp.legal-capacity-judged").filter((e) => !e.effective || start(e.effective) <= until);
    const latest = by.filter((e) => e.effective).map((e) => start(e.effective)).sort().at(-1);
    const said = by
      .filter((e) => !e.effective || end(e.effective) >= latest)
      .filter((e) => !ended.has(e.id))
      .map((e) => e.fact.capable);
    return { lost: said.includes(false), surely: said.length > 0 && said.every((capable) => capable === true) };
  }

  const surname = (n) => {
    const own = [n.prefix, n.family].filter(Boolean).join(" ");
    const partner = n.partnerFamily ? [n.partnerPrefix, n.partnerFamily].filter(Boolean).join(" ") : null;
    if (n.use === "Own" || !partner) return own;
    return n.use === "Partner" ? partner : n.use === "PartnerOwn" ? `${partner}-${own}` : `${own}-${partner}`;
  };
  const fullName = (n) => plain([n.callName ?? n.given ?? n.initials, surname(n)].filter(Boolean).join(" "));

  // Close ones as last told, without those who had left by that day.
  function circleOn(all, until) {
    const gone = new Set(
      of(all, "care-team.related-person-left").filter((e) => start(dayOf(e)) <= until).map((e) => e.fact.relatedPerson));
    const last = new Map(of(all, "care-team.related-person-recorded").map((e) => [e.fact.relatedPerson, e.fact]));
    return [...last.values()].filter((fact) => !gone.has(fact.relatedPerson))
      .map((fact) => ({ id: fact.relatedPerson, name: fullName(fact.name), roles: fact.roles, relation: fact.relationship }));
  }

  // Everybody whom the law gives a place, with the best rank they have; a paper gives that of a written proxy.
  function inLine(all, country, until) {
    const rules = ranks
      .filter((row) => row.since <= until && (country ? row.country === country : row.roles !== ""))
      .map((row) => ({ rank: Number(row.rank), roles: row.roles.split(" "), relations: row.relations.split(" ") }));
    const circle = circleOn(all, until);
    const places = circle.flatMap((close) =>
      rules
        .filter((rule) => close.roles.some((role) => rule.roles.includes(role)) || rule.relations.includes(close.relation))
        .map((rule) => ({ id: close.id, name: close.name, rank: rule.rank })));
    const proxy = rules.filter((rule) => rule.roles.includes("WrittenProxy")).map((rule) => rule.rank).sort()[0];
    const ended = of(all, "acp.advance-directive-ended")
      .filter((e) => !e.effective || start(e.effective) <= until).map((e) => e.fact.directive);
    for (const { id, fact, effective } of of(all, "acp.advance-directive-recorded")) {
      const counts = ["Proxy", "BelgianRepresentative"].includes(fact.kind) && fact.representative
        && !ended.includes(id) && !(effective && start(effective) > until);
      if (!counts || proxy === undefined) continue;
      const named = circle.find((c) => c.id === fact.representative.reference || c.name === plain(fact.representative.name));
      places.push({ id: named?.id, name: named?.name ?? plain(fact.representative.name), rank: proxy });
    }
    return places;
  }

  const isThem = (party, one) => (party.reference && party.reference === one.id) || plain(party.name) === one.name;

  // A child's parent: as the circle knows them, or as the other system calls them.
  function isParent(all, party, until) {
    const parents = circleOn(all, until).filter(
      (c) => c.roles.includes("LegalRepresentative") || ["Father", "Mother"].includes(c.relation));
    return parents.some((one) => isThem(party, one))
      || /moeder|vader|ouder|voogd|mother|father|parent/i.test(party.role ?? "");
  }

  function couldBeOfChild(all, who, took, judged, until) {
    const alone = !judged.lost && (who === "Person" || (who === "PersonIfDiscerning" && judged.surely));
    if (!took) return alone;
    const self = took.some((party) => party.kind === "Person");
    if (alone) return self;
    const parents = took.some((party) => party.kind === "RelatedPerson" && isParent(all, party, until));
    return parents && (who !== "PersonAndParents" || judged.lost || self);
  }

  // Nobody else may go before the best placed of those who took part in the place of somebody who cannot decide.
  function couldBeInTheirPlace(all, country, took, until) {
    const line = inLine(all, country, until);
    const there = line.filter((one) => (took ?? []).some((party) => party.kind === "RelatedPerson" && isThem(party, one)));
    if (there.length === 0) return false;
    const best = Math.min(...there.map((one) => one.rank));
    const ofEach = new Map();
    for (const one of line) {
      const key = one.id ?? one.name;
      ofEach.set(key, Math.min(one.rank, ofEach.get(key) ?? one.rank));
    }
    return ![...ofEach.values()].some((rank) => rank < best);
  }

  return function couldAgree(all, e) {
    const { parties } = e.fact;
    const tellsOnlyProfessionals = e.source.system !== "Mantel" && parties.every((party) => party.kind === "Professional");
    const took = parties.length === 0 || tellsOnlyProfessionals ? null : parties;
    const [until, country, age] = [end(e.effective), countryOf(all), ageOn(all, e.effective)];
    const judged = judgedOn(all, until);
    if (age !== null && age < 18)
      return ages
        .filter((row) => (!["NL", "BE"].includes(country) || row.country === country) && row.since <= until)
        .filter((row) => Number(row.fromAge) <= age && (row.belowAge === "" || age < Number(row.belowAge)))
        .every((row) => couldBeOfChild(all, row.who, took, judged, until));
    if (judged.lost) return couldBeInTheirPlace(all, ["NL", "BE"].includes(country) ? country : null, took, until);
    return !took || took.some((party) => party.kind === "Person");
  };
}
