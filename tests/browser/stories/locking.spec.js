// The desk's lock as a person sees it: a bar counts down, the screen shows no word of the case, and after signing in the typed
// text is in its field again.
import { CaseWorker } from '../harness/drafting.js';
import { entersWith, untilTheNextCode } from '../harness/staff.js';
import { barriers, expect, test } from '../harness/stage.js';

// These members are in no other test: a locked session is locked for every test that uses it.
const WHO = { en: 'brisel', ar: 'suhaylin' };
const WORDS = 'He carried a red lantern over the bridge.';

for (const lang of ['en', 'ar']) {
  test(`@scripts who goes away for ten minutes finds a covered screen and loses no word, in ${lang}`, async ({ opens, keeps }) => {
    // This test signs in itself, so that locking the session locks no other test out.
    const worker = new CaseWorker(await opens(), lang);
    const { page } = worker;
    await page.clock.install();
    await page.goto(`${worker.desk}/${lang}/sign-in`);
    await untilTheNextCode();
    await entersWith(page, WHO[lang]);
    await page.waitForURL(/\/(en|ar)\/$/);
    await worker.startsADraft({ name: 'Amarisel Notareal', story: 'They were parted at the harbour.' });
    const asked = [];
    page.on('request', (request) => { if (request.url().includes('/alive')) { asked.push(request.url()); } });
    await worker.field('drafting-story').fill(WORDS);
    const answered = page.waitForResponse((response) => response.url().includes('/alive'));
    await page.clock.runFor('02:00');
    await answered;
    await expect.poll(() => asked.length).toBe(1);
    const bar = page.locator('#lock-bar');
    await expect(bar).toBeHidden();
    await page.clock.runFor('08:00');
    await expect(bar).toBeVisible();
    await expect(bar).toContainText(worker.says('lock-soon'));
    await keeps(page, 'lock-1-soon');
    await page.clock.runFor('02:00');
    const cover = page.locator('#lock-cover');
    await expect(cover).toBeVisible();
    const seen = await page.locator('body').innerText();
    for (const word of ['Amarisel', 'harbour', 'lantern']) { expect(seen).not.toContain(word); }
    expect(await barriers(page)).toEqual([]);
    await keeps(page, 'lock-2-covered');
    await untilTheNextCode();
    await cover.getByRole('button').click();
    await expect(page.getByText(worker.says('sign-in-kept-text'))).toBeVisible();
    await keeps(page, 'lock-3-sign-in');
    await entersWith(page, WHO[lang]);
    await expect(worker.field('drafting-story')).toHaveValue(WORDS);
    await keeps(page, 'lock-4-given-back');
    await worker.presses('drafting-save-private');
    await worker.isSaved();
    await worker.opens();
    await expect(worker.field('drafting-story')).toHaveValue(WORDS);
  });
}
