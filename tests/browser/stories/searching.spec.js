// A visitor looks for a face: through the gallery's pages, a filter, the digits or the wait, to a photo and its file.
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const EACH = [
  { lang: 'en', how: 'who can neither see nor hear the digits' },
  { lang: 'ar', how: 'who writes the digits of their own language' },
];

const isJpeg = (bytes) => bytes.subarray(0, 3).toString('hex') === 'ffd8ff';

for (const { lang, how } of EACH) {
  test(`a relative ${how} finds a photo, in ${lang}`, async ({ opens, keeps }) => {
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;

    await visitor.goes();
    await expect(page.locator('.cards .card')).toHaveCount(12);
    await expect(visitor.text('gallery-lead')).toBeVisible();
    await visitor.follows('pager-next');
    await expect(page).toHaveURL(/\?page=2$/);
    await expect(page).toHaveTitle(/2/);
    await expect(page.locator('.cards .card').first()).toBeVisible();

    // The language switch leads to the same page.
    const other = lang === 'en' ? 'ar' : 'en';
    await page.locator(`#languages a[hreflang="${other}"]`).click();
    await expect(page).toHaveURL(`${visitor.site}/${other}/?page=2`);
    await page.goBack();

    await visitor.goes();
    await visitor.opensTheFilter();
    await visitor.chooses('gallery-filter-seeking', 'relation-brother');
    await visitor.chooses('gallery-filter-sex', 'sex-woman');
    await keeps(page, 'search-1-choice');
    await visitor.presses('gallery-filter-show');
    await expect(page).toHaveURL(/\?seeking=brother&sex=woman/);
    await expect(visitor.heading('captcha-label')).toBeVisible();
    await keeps(page, 'search-2-digits');
    const chosen = page.getByRole('navigation', { name: visitor.says('gallery-chosen-label') });
    if (lang === 'en') {
      await visitor.presses('captcha-cannot');
      await expect(visitor.heading('wait-title')).toBeVisible();
      // The page continues by itself, without a script.
      await expect(chosen).toBeVisible({ timeout: 60_000 });
    } else {
      await visitor.solves();
      await expect(chosen).toBeVisible();
    }
    await expect(page).toHaveURL(/\?seeking=brother&sex=woman$/);
    await keeps(page, 'search-3-found');

    await page.locator('.cards a').last().click();
    await expect(visitor.link('photo-door-looking-for-me')).toBeVisible();
    await expect(visitor.text('seeks-brother')).toBeVisible();
    await keeps(page, 'search-4-photo');
    await visitor.text('photo-download-open').click();
    const coming = page.waitForEvent('download');
    await page.locator('a[download]').last().click();
    const file = await coming;
    expect(file.suggestedFilename()).toMatch(/^photo-\d{8}-\d+\.jpg$/);
    const bytes = [];
    for await (const part of await file.createReadStream()) { bytes.push(part); }
    expect(isJpeg(Buffer.concat(bytes))).toBe(true);

    // A filter that fits no photo offers a way on; then all photos again.
    await visitor.goes('?seeking=grandparent&sex=not-said&age=from-60');
    await expect(visitor.heading('gallery-none-title')).toBeVisible();
    await visitor.follows('gallery-see-all');
    await expect(page.locator('.cards .card')).toHaveCount(12);
  });

  test(`who has a number from a poster sees that photo, in ${lang}`, async ({ opens }) => {
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;
    const number = process.env.KINLIGHT_TEST_PHOTO;
    await visitor.goes();
    await visitor.text('number-open').click();
    // Half of the number, as somebody in a hurry types it.
    await visitor.writes('photo-number-label', '4721');
    await visitor.presses('number-go');
    await expect(page).toHaveTitle(new RegExp(`^${visitor.says('title-error')}`));
    await expect(visitor.field('photo-number-label')).toHaveValue('4721');
    await visitor.writes('photo-number-label', visitor.inOwnDigits(`${number.slice(0, 4)} ${number.slice(4)}`));
    await visitor.presses('number-go');
    await expect(page).toHaveURL(`${visitor.site}/${lang}/photo/${number}`);
    expect(await page.context().cookies()).toEqual([]);
  });
}
