// Steps that are taken before and after alike.
import { said } from './others.mjs';

export const send = 'main form.form button.utrecht-button--primary-action:not(.talk-default)';

export const choice = (name, value) => `label:has(input[name="${name}"][value="${value}"])`;

/** First whether it is there already. */
export async function typeOrganisation(hand, look) {
  await hand.press('a[href="/organisations"]');
  await look();
  await hand.press('a[href="/organisations/new"]');
  await hand.type('input[name=name]', said.organisation);
  await hand.choose('select[name=kind]', 'thuiszorg');
  await hand.type('input[name=municipality]', 'Vlissingen');
  await hand.press(send);
}

export async function typeAccount(hand, takeOrganisation) {
  await hand.press('a[href="/accounts"]');
  await hand.press('a[href="/accounts/new"]');
  await hand.type('input[name=name]', said.nurse);
  await hand.type('input[name=login]', said.login);
  await hand.choose('select[name=role]', 'verpleegkundige');
  await takeOrganisation();
  await hand.press(send);
}

/** Words to the first question, a choice to the next two. */
export async function answerThree(hand, next) {
  await hand.type('textarea[name=words]', said.talk);
  await hand.press(next);
  for (let nth = 2; nth <= 3; nth++) {
    await hand.press('.talk-answers label.option >> nth=1');
    await hand.press(next);
  }
}
