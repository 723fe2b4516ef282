// How long the pages are that were found too long, and what stands on them: screens of a phone (390 × 844) or a desktop.
//   node tools/jobs/lengths.mjs http://localhost:5331
// The address serves the whole demonstration; after jobs.mjs, so that there are looks to read. CHROMIUM names the browser.
import { chromium } from 'playwright-core';
import { phone } from './hand.mjs';
import { leida } from './others.mjs';

const fields = 'main :is(input, select, textarea)';
const desktop = { width: 1280, height: 860 };
const pages = [
  { key: 'night page', as: 'gp', at: `${leida}/night`, on: phone },
  { key: 'start of a nurse, desktop', as: 'nurse', at: '/', on: desktop },
  { key: 'page of a person', as: 'gp', at: leida, on: phone },
  { key: 'page of a person, read by a close one', as: 'close-one', at: leida, on: phone },
  { key: 'start of a close one', as: 'close-one', at: '/', on: phone },
  { key: 'plan', as: 'gp', at: `${leida}/plan`, on: phone },
  { key: 'who looked, rows', as: 'person', at: `${leida}/log`, on: phone, count: 'main :is(tbody tr, ol > li, ul.list > li)' },
  { key: 'organisations', as: 'administrator', at: '/organisations', on: phone },
  { key: 'an earlier talk, fields in sight', as: 'gp', at: `${leida}/plan/conversation`, on: phone, count: fields },
  { key: 'beginning a talk, fields in sight', as: 'gp', at: `${leida}/talk`, on: phone, count: fields },
];

const base = process.argv[2];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking', '--no-first-run'],
});
for (const { key, as, at, on, count } of pages) {
  const context = await browser.newContext({ baseURL: base, viewport: on, locale: 'nl-NL', reducedMotion: 'reduce' });
  await context.request.post('/sign-in/demo', { form: { as }, headers: { origin: base }, maxRedirects: 0 });
  const page = await context.newPage();
  await page.goto(at);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  console.log(`${key}: ${height} px${count ? `, ${await page.locator(count).locator('visible=true').count()}` : ''}`);
  await context.close();
}
await browser.close();
