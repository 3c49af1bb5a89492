// What must hold on whatever page somebody stands: it fits the window, what has the focus is seen, the way out is at hand, and
// a fault is told so that everybody hears of it.
import { expect } from '@playwright/test';

// How far the page reaches beyond the window.
export const reachesBeyond = (page) => page.evaluate(() => (
  document.documentElement.scrollWidth - document.documentElement.clientWidth
));

export function whatHasFocus(page) {
  return page.evaluate(() => {
    const here = document.activeElement;
    if (!here || here === document.body) { return null; }
    const frame = here.closest('.choice') ?? here;
    const style = [here, frame].map((one) => getComputedStyle(one)).find((one) => parseFloat(one.outlineWidth) >= 2 && one.outlineStyle !== 'none');
    const box = frame.getBoundingClientRect();
    const bar = document.querySelector('.leave')?.getBoundingClientRect();
    const isInBar = Boolean(here.closest('.leave'));
    return {
      what: `${here.tagName} ${here.id || here.name || here.textContent.trim().slice(0, 40)}`,
      key: here.id || here.getAttribute('href') || here.name || here.className,
      outline: Boolean(style),
      inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      // A browser brings only the line with the cursor into the window, so of a tall field a little may lie beneath.
      hidden: Boolean(bar) && !isInBar && Math.min(box.bottom, bar.bottom) - Math.max(box.top, bar.top) > box.height / 3,
    };
  });
}

// One press of Tab: what it leads to is seen, and not beneath the way out.
export async function tabs(page, key = 'Tab') {
  await page.keyboard.press(key);
  const stop = await whatHasFocus(page);
  if (!stop) { return null; }
  expect(stop.outline, `${page.url()}: the focus on ${stop.what} can't be seen`).toBe(true);
  expect(stop.inView, `${page.url()}: ${stop.what} has the focus outside the window`).toBe(true);
  expect(stop.hidden, `${page.url()}: ${stop.what} has the focus beneath the way out`).toBe(false);
  return stop;
}

// Through the whole page and back up again; where the way out sticks, it is upwards that things hide.
export async function tabsThrough(page) {
  await page.evaluate(() => { document.activeElement?.blur(); scrollTo(0, 0); });
  let stops = 0;
  while (stops < 120 && await tabs(page)) { stops += 1; }
  while (stops > 0 && await tabs(page, 'Shift+Tab')) { stops -= 1; }
}

// P19: at the top of the smallest window, and still there at the end of the page.
export async function wayOutIsAtHand(page) {
  const out = page.locator('[data-leave]');
  for (const to of ['top', 'end']) {
    await page.evaluate((where) => scrollTo(0, where === 'end' ? document.body.scrollHeight : 0), to);
    const box = await out.boundingBox();
    const { height } = page.viewportSize();
    expect(box.height, `${page.url()}: the way out is low`).toBeGreaterThanOrEqual(44);
    expect(box.y >= 0 && box.y + box.height <= height, `${page.url()}: the way out is not in the window at its ${to}`).toBe(true);
  }
  const what = await page.evaluate(() => {
    const box = document.querySelector('[data-leave]').getBoundingClientRect();
    return document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)?.closest('[data-leave]') !== null;
  });
  expect(what, `${page.url()}: something lies over the way out`).toBe(true);
}

// P12: a list on top whose links lead into the fields, each with its own message; no bubble of the browser's.
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
    expect(fault.y >= from - 1 && fault.y < page.viewportSize().height, `${target}: its message is seen`).toBe(true);
  }
}
