// One hand on a phone: it presses, types and scrolls at human pace, and counts what it did.

/** What a hand takes, in milliseconds; assumptions, stated with every table. */
export const pace = { key: 60, press: 800, screen: 400 };

/** The phone in that hand. */
export const phone = { width: 390, height: 844 };

const margin = 8;

/** How long is watched whether a press leads to another page, in milliseconds. */
const settling = 100;

export class Hand {
  #page;
  #isPaced;
  #meanwhile;
  #count = { presses: 0, fields: 0, keys: 0, pixels: 0, human: 0, machine: 0 };

  constructor(page, isPaced, meanwhile) {
    this.#page = page;
    this.#isPaced = isPaced;
    this.#meanwhile = meanwhile;
  }

  get page() {
    return this.#page;
  }

  /** Everything since the job began; seconds are those of the hand, machine those of the pages. */
  get count() {
    const { human, machine, ...counted } = this.#count;
    return { ...counted, seconds: Math.round(human / 100) / 10, machine: Math.round(machine / 100) / 10 };
  }

  /** Presses a link, a button, a choice or a fold; a page that follows is waited for. */
  async press(target) {
    const one = await this.#bring(target);
    this.#count.presses += 1;
    await this.#take(pace.press);
    await this.#follow(() => one.click());
  }

  /** Presses a choice, unless it was made for us already. */
  async take(target) {
    if (!(await this.#find(target).locator('input').isChecked())) await this.press(target);
  }

  /** Goes into a field, unless the cursor is there already, and types. */
  async type(target, text) {
    const one = await this.#bring(target);
    if (!(await one.evaluate((field) => field === document.activeElement))) {
      this.#count.fields += 1;
      await this.#take(pace.press);
      await one.click();
    }
    this.#count.keys += text.length;
    await this.#take(text.length * pace.key);
    await one.pressSequentially(text, { delay: 0 });
  }

  /** Sends the form with the key of the keyboard, while the cursor is in a field; a page that follows is waited for. */
  async enter() {
    this.#count.keys += 1;
    await this.#take(pace.key);
    await this.#follow(() => this.#page.keyboard.press('Enter'));
  }

  /** Opens a list of options and takes one: two presses. */
  async choose(target, option) {
    const one = await this.#bring(target);
    this.#count.presses += 2;
    await this.#take(2 * pace.press);
    await one.selectOption(typeof option === 'string' ? { label: option } : option);
  }

  /** Scrolls until it stands on the screen; of what is longer than the screen, until its end was there. */
  async see(target) {
    await this.#bring(target);
  }

  /** The same of each of several. */
  async seeAll(targets) {
    for (const one of await this.#page.locator(targets).locator('visible=true').all()) await this.#bring(one);
  }

  /** Goes back to the page before. */
  async back() {
    this.#count.presses += 1;
    await this.#take(pace.press);
    await this.#follow(() => this.#page.goBack());
  }

  /** Puts the phone away while somebody else does something, and comes back to where the job began; uncounted. */
  async away(act) {
    await this.#meanwhile(act);
  }

  #find(target) {
    return typeof target === 'string' ? this.#page.locator(target).locator('visible=true').first() : target;
  }

  async #bring(target) {
    const one = this.#find(target);
    await one.waitFor({ state: 'visible', timeout: 8000 });
    for (let tries = 0; tries < 12; tries++) {
      const way = await one.evaluate(distance, margin);
      if (way === 0) break;
      const moved = await one.evaluate(scroll, way);
      this.#count.pixels += Math.abs(moved);
      await this.#take((Math.abs(moved) / phone.height) * pace.screen);
      if (moved === 0) break;
    }
    return one;
  }

  async #take(milliseconds) {
    this.#count.human += milliseconds;
    if (this.#isPaced) await this.#page.waitForTimeout(milliseconds);
  }

  async #follow(act) {
    const began = performance.now();
    let isLeaving = false;
    const watch = (request) => {
      if (request.isNavigationRequest() && request.frame() === this.#page.mainFrame()) isLeaving = true;
    };
    this.#page.on('request', watch);
    const there = this.#page.waitForEvent('load', { timeout: 15000 }).catch(() => {});
    await act();
    await this.#page.waitForTimeout(settling);
    this.#page.off('request', watch);
    if (isLeaving) await there;
    this.#count.machine += performance.now() - began - settling;
  }
}

/** How far the page has to move for this to be in view, and not under a bar that stays. */
function distance(one, margin) {
  const label = one.matches('input[type=radio], input[type=checkbox]') && one.labels?.[0];
  const box = (label || one).getBoundingClientRect();
  const height = innerHeight;
  if (box.bottom > height) return Math.ceil(box.bottom - height + margin);
  if (box.height > height) return 0;
  if (box.top < 0) return Math.floor(box.top - margin);
  const bars = [...document.querySelectorAll('body *')].filter(
    (bar) =>
      ['sticky', 'fixed'].includes(getComputedStyle(bar).position) && !bar.contains(one) && bar.checkVisibility(),
  );
  for (const bar of bars) {
    const at = bar.getBoundingClientRect();
    const isOver = at.width > 0 && at.height > 0 && at.bottom > box.top && at.top < box.bottom;
    if (!isOver || at.right < box.left || at.left > box.right) continue;
    if (at.top <= 1) return Math.floor(box.top - at.bottom - margin);
    if (at.bottom >= height - 1) return Math.ceil(box.bottom - at.top + margin);
  }
  return 0;
}

/** Moves the page, or the box with a bar of its own, and tells how far it went. */
function scroll(one, way) {
  const from = scrollY;
  scrollBy({ top: way, behavior: 'instant' });
  return scrollY - from;
}
