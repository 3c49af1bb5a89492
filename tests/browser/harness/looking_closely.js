// Checks for every page: it fits the window, the focused element can be seen, the quick exit is in reach, and a fault is shown so
// that everybody notices it.
import { expect } from '@playwright/test';

// How far the page is wider than the window, in pixels.
export const reachesBeyond = (page) => page.evaluate(() => (
  document.documentElement.scrollWidth - document.documentElement.clientWidth
));

// Runs inside the page: which element has the focus, and whether it can be seen.
function focused() {
  const here = document.activeElement;
  if (!here || here === document.body) { return null; }
  const frame = here.closest('.choice') ?? here;
  const style = [here, frame].map((one) => getComputedStyle(one)).find((one) => parseFloat(one.outlineWidth) >= 2 && one.outlineStyle !== 'none');
  const box = frame.getBoundingClientRect();
  const bar = document.querySelector('.leave')?.getBoundingClientRect();
  const isInBar = Boolean(here.closest('.leave'));
  return {
    what: `${here.tagName} ${here.id || here.name || here.textContent.trim().slice(0, 40)}`,
    outline: Boolean(style),
    inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    // A browser scrolls only the cursor's line into the window, so a part of a tall field may be under the bar.
    hidden: Boolean(bar) && !isInBar && Math.min(box.bottom, bar.bottom) - Math.max(box.top, bar.top) > box.height / 3,
  };
}

function isSeen(page, stop) {
  expect(stop.outline, `${page.url()}: the focus on ${stop.what} can't be seen`).toBe(true);
  expect(stop.inView, `${page.url()}: ${stop.what} has the focus outside the window`).toBe(true);
  expect(stop.hidden, `${page.url()}: ${stop.what} has the focus beneath the way out`).toBe(false);
}

// Presses Tab once: the element that it leads to is visible, and not under the quick exit.
export async function tabs(page) {
  await page.keyboard.press('Tab');
  const stop = await page.evaluate(focused);
  if (stop) { isSeen(page, stop); }
}

// How many keys are pressed between two looks at the page; fewer than any footer has links.
const AT_ONCE = 8;
const MOST_PRESSES = 480;

// Presses Tab down through the page, or through its main part only, and back up. Going up matters: there the sticky quick exit
// can hide things. The page itself notes where each key led, since asking it each time takes longer than the keys.
export async function tabsThrough(page, isMainAlone = false) {
  await page.evaluate(`(() => {
    const focused = ${focused};
    const main = document.querySelector('main');
    const stops = globalThis.stopsOfKeys = [];
    const first = document.body.querySelector('a[href], button, input:not([type=hidden])');
    const isAfter = (one) => Boolean(main.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    addEventListener('keyup', () => {
      const here = document.activeElement;
      const stop = focused();
      if (!stop) { return; }
      const place = main.contains(here) ? 'main' : isAfter(here) ? 'after' : 'before';
      stops.push({ ...stop, place, isFirst: here === first });
    }, true);
    document.activeElement?.blur();
    scrollTo(0, 0);
    if (${isMainAlone}) { main.focus(); }
  })()`);
  const session = await page.context().newCDPSession(page);
  const stops = [];
  const presses = async (modifiers, isThere) => {
    const from = stops.length;
    for (let pressed = 0; !isThere(stops.slice(from)); pressed += AT_ONCE) {
      expect(pressed, `${page.url()}: Tab never comes to an end`).toBeLessThan(MOST_PRESSES);
      const key = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9, modifiers };
      const types = Array.from({ length: AT_ONCE }, () => ['rawKeyDown', 'keyUp']).flat();
      await Promise.all(types.map((type) => session.send('Input.dispatchKeyEvent', { type, ...key })));
      stops.push(...await page.evaluate(() => globalThis.stopsOfKeys.splice(0)));
    }
  };
  if (isMainAlone) {
    await presses(0, (seen) => seen.some(({ place }) => place === 'after'));
    await presses(8, (seen) => seen.some(({ place }) => place === 'before'));
  } else {
    // After the last element the first one comes again; on the way back too.
    const times = (seen) => seen.filter(({ isFirst }) => isFirst).length;
    await presses(0, (seen) => times(seen) === 2);
    await presses(8, (seen) => times(seen) === 2);
  }
  await session.detach();
  for (const stop of stops) { isSeen(page, stop); }
}

// The way out is at the top of the smallest window, and still there at the end of the page
// (docs/decisions/0017-what-every-page-keeps-to.md).
export async function wayOutIsAtHand(page) {
  const found = await page.evaluate(() => {
    const out = document.querySelector('[data-leave]');
    return [0, document.body.scrollHeight].map((to) => {
      scrollTo(0, to);
      const box = out.getBoundingClientRect();
      const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      return { height: box.height, isInside: box.top >= 0 && box.bottom <= innerHeight, isFree: above?.closest('[data-leave]') === out };
    });
  });
  for (const [at, { height, isInside, isFree }] of found.entries()) {
    const where = `at the page's ${at ? 'end' : 'top'}`;
    expect(height, `${page.url()}: the quick exit is not tall enough`).toBeGreaterThanOrEqual(44);
    expect(isInside, `${page.url()}: the quick exit is not in the window ${where}`).toBe(true);
    expect(isFree, `${page.url()}: something covers the quick exit ${where}`).toBe(true);
  }
}

// Faults are a list on top whose links lead into the fields, each with its own message; no bubble of the browser's
// (docs/decisions/0017-what-every-page-keeps-to.md).
export async function faultsAreTold(page, hasScripts) {
  const list = page.locator('#errors');
  await expect(list).toBeVisible();
  await expect(list).toHaveAttribute('role', 'alert');
  if (hasScripts) { await expect(list).toBeFocused(); }
  expect(await page.locator('main form').evaluateAll((forms) => forms.every((form) => form.noValidate))).toBe(true);
  for (const link of await list.getByRole('link').all()) {
    const target = (await link.getAttribute('href')).slice(1);
    await link.click();
    const field = page.locator(`[id="${target}"]`);
    await expect(field, `${page.url()}: a fault's link leads to ${target}`).toBeFocused();
    const holder = field.locator('xpath=ancestor::*[contains(@class,"has-fault")][1]');
    await expect(holder.locator('.fault')).toBeVisible();
    const fault = await holder.locator('.fault').boundingBox();
    const from = await page.evaluate(() => document.querySelector('.leave')?.getBoundingClientRect().bottom ?? 0);
    expect(fault.y >= from - 1 && fault.y < page.viewportSize().height, `${target}: its message must be visible`).toBe(true);
  }
}
