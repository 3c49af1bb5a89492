// Somebody comes into the room: one press shows a page about the weather, and Back leads to nothing.
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const PLACES = {
  'the form': async (visitor) => {
    await visitor.enters(process.env.KINLIGHT_TEST_PHOTO);
    await visitor.saysWhoTheyAre();
    await visitor.writes('respond-name', 'Demirel Notareal');
  },
  'the way back': async (visitor) => {
    await visitor.goes('return');
    await visitor.writes('return-code', '1234 5678');
  },
  'the page about safety': (visitor) => visitor.goes('safety'),
};

for (const lang of ['en', 'ar']) {
  for (const [place, comes] of Object.entries(PLACES)) {
    test(`whoever has to be gone is gone from ${place}, in ${lang}`, async ({ opens, hasScripts }) => {
      const visitor = new Visitor(await opens(), lang);
      const { page } = visitor;
      await comes(visitor);
      const answers = [];
      const asked = [];
      page.on('response', (response) => answers.push(response));
      page.on('request', (one) => asked.push(new URL(one.url()).pathname));
      const away = page.waitForRequest((request) => new URL(request.url()).origin !== visitor.site);
      await visitor.link('leave-now').click();
      const request = await away;
      // The only outside page that the site ever leads to. Tests can't reach it, so they check the answer before it, which tells
      // the browser to send no referrer.
      expect(request.url()).toMatch(/^https:\/\/worldweather\.wmo\.int\//);
      const leaving = answers.find((answer) => answer.url().endsWith('/leave'));
      expect(leaving.status()).toBe(303);
      expect(leaving.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect((await leaving.request().allHeaders()).referer ?? '').toBe('');
      await expect.poll(() => page.context().cookies()).toEqual([]);
      // Chromium holds an answer back for seconds while it empties its cache, so it is asked beside the way out.
      expect(leaving.headers()).not.toHaveProperty('clear-site-data');
      expect(asked.includes('/left.gif')).toBe(hasScripts);

      // With scripts the page's own history entry is gone too; without them Back loads the page again, with nothing typed in it.
      await page.goBack({ timeout: 10_000 }).catch(() => null);
      if (hasScripts) { await expect(page).not.toHaveURL(/\/(respond|return|safety)$/); }
      const fields = page.locator('input:not([type=hidden]), textarea');
      await expect(async () => {
        const typed = await fields.evaluateAll((all) => all.map((one) => one.value));
        expect(typed.join('')).not.toMatch(/Demirel|1234/);
      }).toPass();
    });
  }
}
