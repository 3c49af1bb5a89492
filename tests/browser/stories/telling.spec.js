// Staff are told that work waits: the page on which a Society sets this up, and the title of a page that was left open.
import { follows } from '../harness/drafting.js';
import { entersWith, untilTheNextCode } from '../harness/staff.js';
import { barriers, expect, test } from '../harness/stage.js';
import { words } from '../harness/words.js';

const DESK = process.env.KINLIGHT_TEST_DESK;
const ADMINISTRATOR = { en: 'tavian', ar: 'karishu' };

for (const lang of ['en', 'ar']) {
  test(`@scripts an administrator says who is told, in ${lang}`, async ({ opens, keeps }) => {
    const says = (key) => words(lang, key);
    const page = await opens();
    const address = 'team@society.example';
    // The action needs a code of the last five minutes.
    await page.goto(`${DESK}/${lang}/sign-in`);
    await untilTheNextCode();
    await entersWith(page, ADMINISTRATOR[lang]);
    await page.waitForURL(/\/(en|ar)\/$/);
    await keeps(page, 'rota-0-home');
    await page.goto(`${DESK}/${lang}/rota`);
    await keeps(page, 'rota-1-before');
    await follows(page, page.getByRole('button', { name: says('rota-add-button') }));
    await expect(page.locator('#errors')).toContainText(says('rota-address-wrong'));
    await page.getByRole('textbox', { name: says('rota-address-label') }).fill(address);
    await follows(page, page.getByRole('button', { name: says('rota-add-button') }));
    await expect(page.getByRole('status')).toContainText(says('rota-done-added'));
    await expect(page.getByRole('table')).toContainText(address);
    expect(await barriers(page)).toEqual([]);
    await keeps(page, 'rota-2-added');
    const row = page.getByRole('row').filter({ hasText: address });
    await follows(page, row.getByRole('button', { name: says('rota-remove') }));
    await expect(page.getByText(address)).toHaveCount(0);
  });
}

test('@scripts a page that was left open goes on saying how much waits', async ({ opens, keeps }) => {
  const page = await opens('zahiru');
  await page.clock.install();
  await page.goto(`${DESK}/en/queue`);
  const title = await page.title();
  await expect(page.locator('[data-waits=queue]')).toBeVisible();
  // Removes the counts, as if nothing waited; the next poll must show them again.
  await page.evaluate(() => {
    document.title = document.title.replace(/^\(\d+\) /, '');
    document.querySelector('[data-waits=queue]').hidden = true;
  });
  const answered = page.waitForResponse((response) => response.url().endsWith('/waiting'));
  await page.clock.runFor('00:31');
  expect((await answered).status()).toBe(200);
  await expect(page.locator('[data-waits=queue]')).toBeVisible();
  await expect.poll(() => page.title()).toMatch(/^\(\d+\) /);
  expect((await page.title()).replace(/^\(\d+\) /, '')).toBe(title.replace(/^\(\d+\) /, ''));
  await keeps(page, 'waiting-title');
});
