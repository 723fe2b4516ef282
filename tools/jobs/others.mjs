// What the jobs are about, and what somebody else does meanwhile, uncounted.

export const leida = '/people/3cad10ed-3b0c-8454-9c05-9b52239d12dc';

/** What is typed; the same before and after. */
export const said = {
  change: 'Sinds vannacht benauwder.',
  differently: 'Ik wil toch liever hier blijven.',
  organisation: 'Thuiszorg De Proefsteiger',
  nurse: 'Noor Proef',
  login: 'noor.proef',
  signal: 'Ze at bijna niets.',
  answer: 'Dank, ik ga morgen langs.',
  talk: 'Thuis zijn.',
};

/** The nurse answers the newest signal about Leida. */
export async function answer(nurse) {
  await nurse.goto(`${leida}/signals`);
  const ways = await nurse
    .locator(`main a[href*="${leida}/signals/"]:not([href$="/give"])`)
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  await nurse.goto(ways[0]);
  await nurse.fill('textarea[name=whatWasDone]', 'Gebeld met de dochter.');
  await nurse.fill('textarea[name=wordsToSender]', said.answer);
  await nurse.click('main form.form button.utrecht-button--primary-action');
  await nurse.waitForLoadState('networkidle');
}
