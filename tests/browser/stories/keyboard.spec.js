// A sister without a mouse, from the first page to the first question of the form.
import { digitsOf } from '../harness/challenge.js';
import { tabs } from '../harness/looking_closely.js';
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const MOST_STOPS = 60;

const isFocused = (locator) => locator.evaluate((one) => one === document.activeElement);

// Presses Tab until the element is reached; every focus on the way must be visible.
async function reaches(page, locator) {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await isFocused(locator)) { return; }
    await tabs(page);
  }
  throw new Error(`${page.url()}: Tab does not lead to ${locator}`);
}

async function enters(page) {
  const arrived = page.waitForEvent('load');
  await page.keyboard.press('Enter');
  await arrived;
}

for (const lang of ['en', 'ar']) {
  test(`by keys alone from the gallery to the form, in ${lang}`, async ({ opens }) => {
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;
    await page.setViewportSize({ width: 360, height: 640 });
    await visitor.goes();

    await tabs(page);
    const skip = visitor.link('skip-to-content');
    await expect(skip).toBeFocused();
    expect((await skip.boundingBox()).height, 'the target of the first Tab must be visible').toBeGreaterThan(20);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('main')).toBeFocused();

    const filter = page.locator('summary', { hasText: visitor.says('gallery-filter-open') });
    await reaches(page, filter);
    await page.keyboard.press('Enter');
    const seeking = page.getByRole('group', { name: visitor.says('gallery-filter-seeking'), exact: true });
    await reaches(page, seeking.getByRole('radio').first());
    // The brother is the fifth relation; in both directions Down goes forward.
    for (let step = 0; step < 5; step += 1) { await page.keyboard.press('ArrowDown'); }
    await expect(seeking.getByRole('radio', { checked: true })).toHaveValue('brother');
    await reaches(page, visitor.button('gallery-filter-show'));
    await enters(page);

    await expect(visitor.heading('captcha-label')).toBeVisible();
    await reaches(page, visitor.field('captcha-label'));
    const challenge = await page.locator('[name=challenge]').inputValue();
    await page.keyboard.type(visitor.inOwnDigits(digitsOf(challenge)));
    await enters(page);
    await expect(page).toHaveURL(/\?seeking=brother$/);

    await reaches(page, page.locator('.cards a').last());
    await enters(page);
    await reaches(page, visitor.link('photo-door-looking-for-me'));
    await enters(page);
    await reaches(page, page.getByRole('radio').first());
    for (let step = 0; step < 4; step += 1) { await page.keyboard.press('ArrowDown'); }
    await reaches(page, visitor.button('form-continue'));
    await enters(page);
    await expect(visitor.heading('respond-story-looking-for-me')).toBeVisible();
  });
}
