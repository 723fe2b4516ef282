// Does the ten main jobs of Mantel with one hand on a phone, before and after, and counts what each asks.
//   npm ci --prefix tools/jobs
//   node tools/jobs/jobs.mjs --before http://localhost:5332 --after http://localhost:5331 --out FOLDER [--paced] [--film]
// Both serve the demonstration from data of their own, freshly filled: the jobs change it. With --paced the hand really
// waits as long as it says; --film leaves a film of each job in FOLDER (once: npx playwright-core install ffmpeg).
// CHROMIUM names the browser.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { Hand, phone } from './hand.mjs';
import { leida } from './others.mjs';
import { table } from './table.mjs';

/** In this order: who looked comes last, so that there is something to see. */
const jobs = [
  { key: 'night', as: 'physician-on-duty', from: '/' },
  { key: 'urgent', as: 'nurse', from: '/' },
  { key: 'change', as: 'nurse', from: leida },
  { key: 'differently', as: 'person', from: '/' },
  { key: 'keeping', as: 'close-one', from: '/' },
  { key: 'account', as: 'administrator', from: '/' },
  { key: 'signal', as: 'volunteer', from: '/' },
  { key: 'earlier', as: 'gp', from: `${leida}/plan` },
  { key: 'talk', as: 'gp', from: leida },
  { key: 'looked', as: 'person', from: '/' },
];

const { values: asked } = parseArgs({
  options: {
    before: { type: 'string' },
    after: { type: 'string' },
    out: { type: 'string', default: '.' },
    only: { type: 'string' },
    paced: { type: 'boolean', default: false },
    film: { type: 'boolean', default: false },
  },
});

mkdirSync(asked.out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});
const counted = {};
for (const when of ['before', 'after'].filter((one) => asked[one])) {
  const { steps } = await import(`./${when}.mjs`);
  for (const job of jobs.filter(({ key }) => !asked.only || asked.only.split(',').includes(key))) {
    const count = await doJob(asked[when], when, job, steps[job.key]).catch((error) => ({ failed: error.message }));
    counted[job.key] = { ...counted[job.key], [when]: count };
    console.log(when, job.key, JSON.stringify(counted[job.key][when]));
  }
}
await browser.close();
writeFileSync(join(asked.out, 'jobs.json'), `${JSON.stringify(counted, null, 2)}\n`);
writeFileSync(join(asked.out, 'jobs.md'), table(counted));

async function doJob(address, when, job, steps) {
  const context = await visit(address, job.as, asked.film ? join(asked.out, when, job.key) : null);
  const page = await context.newPage();
  page.setDefaultTimeout(8000);
  await page.goto(job.from);
  const hand = new Hand(page, asked.paced, (act) => meanwhile(address, act, page, job.from));
  try {
    await steps(hand);
    await shouldBeDone(page);
    return hand.count;
  } catch (error) {
    await page.screenshot({ path: join(asked.out, `${when}-${job.key}-stuck.png`) });
    throw new Error(`${when} ${job.key} at ${page.url()}: ${error.message}`);
  } finally {
    await context.close();
  }
}

/** A form that came back with a fault is no job done. */
async function shouldBeDone(page) {
  if (await page.locator('main .errors, main [aria-invalid=true]').count())
    throw new Error('the form came back');
}

/** Somebody else does something in a browser of their own; then the first one comes back to where they began. */
async function meanwhile(address, act, page, from) {
  const context = await visit(address, 'nurse', null);
  await act(await context.newPage());
  await context.close();
  await page.goto(from);
}

async function visit(address, as, film) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: phone,
    locale: 'nl-NL',
    hasTouch: true,
    reducedMotion: 'reduce',
    ...(film && { recordVideo: { dir: film, size: phone } }),
  });
  const { origin } = new URL(address);
  const answer = await context.request.post('/sign-in/demo', {
    form: { as },
    headers: { origin },
    maxRedirects: 0,
  });
  if (answer.status() !== 303) throw new Error(`${as} could not sign in at ${address}: ${answer.status()}`);
  return context;
}
