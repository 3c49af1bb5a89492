// Someone comes into the room: one press, and there is a page about the weather, and nothing to come back to.
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
      page.on('response', (response) => answers.push(response));
      const away = page.waitForRequest((request) => new URL(request.url()).origin !== visitor.site);
      await visitor.link('leave-now').click();
      const request = await away;
      // The only outside page that the site ever leads to. Stories reach nothing outside, so what counts is what the answer
      // before it says: a browser tells nobody where somebody came from.
      expect(request.url()).toMatch(/^https:\/\/worldweather\.wmo\.int\//);
      const leaving = answers.find((answer) => answer.url().endsWith('/leave'));
      expect(leaving.status()).toBe(303);
      expect(leaving.headers()).toMatchObject({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' });
      expect((await leaving.request().allHeaders()).referer ?? '').toBe('');
      await expect.poll(() => page.context().cookies()).toEqual([]);

      // With scripts the page's own step is gone too; without them Back asks the site anew, and it shows nothing typed.
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
