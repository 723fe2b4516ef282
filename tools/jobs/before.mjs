// The ten jobs as they were done before (commit 5a7a752), to the same end.
import { answer, leida, said } from './others.mjs';
import { answerThree, choice, send } from './same.mjs';

export const steps = {
  night: async (hand) => {
    await hand.type('input[name=name]', 'Vos');
    await hand.type('input[name=birthDate]', '14-3-1944');
    await hand.press('main button:has-text("Zoek")');
    await hand.press(`main a[href*="${leida}"]`);
    await hand.seeAll('.agreed .word');
    await hand.see('.night__deciding-term');
    await hand.see('#call-now .call--first, .call--first');
  },
  change: async (hand) => {
    await hand.press('main a[href$="/course"]');
    await hand.press(choice('change', 'Deteriorated'));
    await hand.type('textarea[name=words]', said.change);
    await hand.press(send);
  },
  urgent: async (hand) => {
    for (const name of ['Sjors Vermaas', 'Wil van den Boogaard']) {
      await hand.press(`main a[href*="/signals/"]:has-text("${name}")`);
      await hand.see('main .keep-lines');
      await hand.back();
    }
    await hand.see('main .asking__one:has(h3:has-text("Robin Castelijn")) .asking__reason--first');
  },
  differently: async (hand) => {
    await hand.press(`main a[href$="${leida}"]`);
    await hand.press('main a:has-text("Zegt nu iets anders")');
    await hand.type('textarea[name=words]', said.differently);
    await hand.press(send);
  },
  looked: async (hand) => {
    await hand.press(`main a[href$="${leida}"]`);
    await hand.press('main a[href$="/log"]');
    await hand.see('main tr:has-text("dr. R. Kant"), main li:has-text("dr. R. Kant")');
  },
  keeping: async (hand) => {
    await hand.press(`main a[href$="${leida}"]`);
    await hand.press('main a[href$="/keeping-up"]');
    await hand.press(choice('howLong', 'Weeks'));
    await hand.press(send);
  },
  account: async (hand) => {
    await typeOrganisation(hand, () => hand.see('main li:has-text("Thuiszorg De Singel"), main tr:has-text("Thuiszorg De Singel")'));
    await typeAccount(hand, () => hand.choose('select[name=organisation]', said.organisation));
  },
  signal: async (hand) => {
    await hand.press(`main a[href$="${leida}"]`);
    await hand.press('main a[href$="/signals/give"]');
    await hand.type('textarea[name=noticed]', said.signal);
    await hand.press(send);
    await hand.away(answer);
    await hand.press(`main a[href$="${leida}"]`);
    await hand.see(`main :text("${said.answer}")`);
  },
  talk: async (hand) => {
    await hand.press('main a[href$="/talk"]');
    await hand.press(choice('personPresent', 'yes'));
    await hand.press(send);
    await answerThree(hand, 'button[name=go][value=next]:not(.talk-default)');
  },
  earlier: async (hand) => {
    await hand.press('main a[href$="/plan/conversation"]');
    for (const [part, text] of [['day', '20'], ['month', '11'], ['year', '2026']])
      await hand.type(`input[name="heldOn.${part}"]`, text);
    await hand.choose('select[name=ledBy]', 'dr. S. Hoekstra');
    await hand.press(choice('personPresent', 'yes'));
    await hand.press(choice('HospitalAdmission.decision', 'Withhold'));
    await hand.press(choice('Antibiotics.decision', 'Withhold'));
    await hand.press(send);
  },
};

/** First whether it is there already. */
async function typeOrganisation(hand, look) {
  await hand.press('a[href="/organisations"]');
  await look();
  await hand.press('a[href="/organisations/new"]');
  await hand.type('input[name=name]', said.organisation);
  await hand.choose('select[name=kind]', 'thuiszorg');
  await hand.type('input[name=municipality]', 'Vlissingen');
  await hand.press(send);
}

async function typeAccount(hand, takeOrganisation) {
  await hand.press('a[href="/accounts"]');
  await hand.press('a[href="/accounts/new"]');
  await hand.type('input[name=name]', said.nurse);
  await hand.type('input[name=login]', said.login);
  await hand.choose('select[name=role]', 'verpleegkundige');
  await takeOrganisation();
  await hand.press(send);
}
