// Steps that are taken before and after alike.
import { said } from './others.mjs';

export const send = 'main form.form button.utrecht-button--primary-action:not(.talk-default)';

export const choice = (name, value) => `label:has(input[name="${name}"][value="${value}"])`;

/** Words to the first question, a choice to the next two. */
export async function answerThree(hand, next) {
  await hand.type('textarea[name=words]', said.talk);
  await hand.press(next);
  for (let nth = 2; nth <= 3; nth++) {
    await hand.press('.talk-answers label.option >> nth=1');
    await hand.press(next);
  }
}
