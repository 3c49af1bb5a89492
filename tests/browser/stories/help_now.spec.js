// Somebody is in danger: help is one tap away on the first screen of an old phone, and nobody learns what was opened there.
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const OLD_PHONE = { width: 360, height: 640 };

for (const lang of ['en', 'ar', 'ti']) {
  test(`a child on an old phone finds a number to call, in ${lang}`, async ({ opens, keeps }) => {
    const visitor = new Visitor(await opens(), lang);
    const { page } = visitor;
    await page.setViewportSize(OLD_PHONE);
    await visitor.enters(process.env.KINLIGHT_TEST_PHOTO, 'i-know');
    const way = visitor.link('help-now-line');
    const { y, height } = await way.boundingBox();
    expect(y + height, 'it lies below the first screen').toBeLessThanOrEqual(OLD_PHONE.height);
    await way.click();
    await expect(page.locator('h1')).toHaveText(visitor.says('help-now-title'));

    const asked = [];
    page.on('request', (request) => asked.push(request.url()));
    const country = page.locator('main details').filter({ hasText: '555 0119' });
    await country.locator('summary').click();
    const number = country.locator('a[href^="tel:"]').first();
    await expect(number).toBeVisible();
    await expect(number.locator('bdi[dir=ltr]')).toHaveText('+999 555 0119');
    expect(asked, 'the choice of a country was told to somebody').toEqual([]);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/${lang}/help-now`);
    expect(await page.context().cookies()).toHaveLength(1);
    await keeps(page, 'help-now');
  });
}
