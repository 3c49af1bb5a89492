// Traces on the phone and in the network: none while somebody browses, one cookie in a form, none afterwards.
import { ANSWERING, ASTRAY, LOOKING, prepares, SEARCHING } from '../harness/site_pages.js';
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

// A form ends on these pages.
const ENDS = ['receipt-done', 'withdraw-done'];

// Everything that a page can store on a phone, except cookies.
const kept = (page) => page.evaluate(async () => {
  const workers = await navigator.serviceWorker.getRegistrations();
  return {
    local: localStorage.length, session: sessionStorage.length, caches: (await caches.keys()).length,
    databases: (await indexedDB.databases()).length, workers: workers.length, name: window.name,
  };
});
const NOTHING = { local: 0, session: 0, caches: 0, databases: 0, workers: 0, name: '' };

const WAYS = { looking: LOOKING, 'answering and searching': [...ANSWERING, ...SEARCHING, ...ASTRAY] };

for (const [way, kinds] of Object.entries(WAYS)) {
  test(`nothing foreign is asked and nothing is kept while ${way}`, async ({ opens, darkroom }) => {
    const visitor = new Visitor(await opens(), 'en');
    const { page } = visitor;
    const requests = [];
    page.on('request', (request) => requests.push(request));
    await prepares(visitor, way === 'looking' ? 'looking' : 'all', { opens, darkroom });
    for (const kind of kinds) {
      await kind.at(visitor);
      const cookies = await page.context().cookies();
      if (way === 'looking' || ENDS.includes(kind.name)) {
        expect(cookies, `the cookies of ${kind.name}`).toEqual([]);
      } else {
        expect(cookies.length, `the cookies of ${kind.name}`).toBeLessThanOrEqual(1);
        for (const cookie of cookies) {
          expect(cookie).toMatchObject({ name: 'kinlight', httpOnly: true, sameSite: 'Strict', path: '/', domain: '127.0.0.1' });
          // An unfinished form's cookie lasts for a day at most.
          expect(cookie.expires, kind.name).toBeLessThan(Date.now() / 1000 + 24 * 3600 + 60);
        }
      }
      expect(await kept(page), kind.name).toEqual(NOTHING);
      const scriptsCookies = await page.evaluate(() => document.cookie);
      expect(scriptsCookies, kind.name).toBe('');
      expect(await page.locator('meta[name=referrer]').getAttribute('content')).toBe('no-referrer');
    }
    expect(requests.length).toBeGreaterThan(kinds.length);
    for (const request of requests) {
      expect(new URL(request.url()).origin, 'every address asked').toBe(visitor.site);
      expect((await request.allHeaders()).referer ?? '', `${request.url()} was told a referrer`).toBe('');
    }
  });
}
