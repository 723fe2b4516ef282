// The ten jobs as they are done now, to the same end.
import { answer, leida, said } from './others.mjs';
import { answerThree, choice, send } from './same.mjs';

const noteDoor = 'a[href$="/note"]';

export const steps = {
  night: async (hand) => {
    await hand.type('input[name=name]', 'Vos 14-3-1944');
    await hand.enter();
    await hand.press(`main a[href*="${leida}"]`);
    await hand.seeAll('.first__table .word');
    await hand.see('.first__deciding');
    await hand.see('.call-now');
  },
  change: async (hand) => {
    await hand.press(noteDoor);
    await hand.type('textarea[name=words]', said.change);
    await hand.take(choice('kind', 'Change'));
    await hand.press('button[name=change][value=Deteriorated]');
  },
  urgent: async (hand) => {
    await hand.see('main .asking__one:has(h3:has-text("Robin Castelijn")) .asking__reason--first');
  },
  differently: async (hand) => {
    await hand.press('main a[href$="/plan/says-differently"]');
    await hand.type('textarea[name=words]', said.differently);
    await hand.press(send);
  },
  looked: async (hand) => {
    await hand.press('main a[href$="/log"]');
    await hand.see('main li:has-text("dr. R. Kant"), main tr:has-text("dr. R. Kant")');
  },
  keeping: async (hand) => {
    await hand.press(choice('howLong', 'Weeks'));
    await hand.press(send);
  },
  account: async (hand) => {
    await hand.type('input[name=find]', said.organisation);
    await hand.enter();
    await hand.press(choice('kind', 'HomeCare'));
    await hand.type('input[name=municipality]', 'Vlissingen');
    await hand.press(send);
    await hand.type('input[name=name]', said.nurse);
    await hand.press(choice('role', 'Nurse'));
    await hand.press(send);
    await hand.see('.password');
  },
  signal: async (hand) => {
    await hand.press(`main a[href$="${leida}/signals/give"]`);
    await hand.type('textarea[name=noticed]', said.signal);
    await hand.press(send);
    await hand.away(answer);
    await hand.see(`main :text("${said.answer}")`);
  },
  talk: async (hand) => {
    await hand.press('main a[href$="/talk"]');
    await hand.press(send);
    await answerThree(hand, '.talk-foot__next');
  },
  earlier: async (hand) => {
    await hand.press('main a[href$="/plan/conversation"]');
    await hand.type('input[name=heldOn]', '20-11-2026');
    await hand.press(choice('personPresent', 'yes'));
    await hand.press(choice('HospitalAdmission.decision', 'Withhold'));
    await hand.press(choice('Antibiotics.decision', 'Withhold'));
    await hand.press(send);
  },
};
