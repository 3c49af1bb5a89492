// A case worker makes a poster with a photo of the demo, and takes it back at once.
import { expect } from '@playwright/test';
import { follows } from './drafting.js';
import { words } from './words.js';

// Returns its former address after the language: `posters/….pdf`. Each language has one poster, so that parallel tests don't
// share one.
export async function takesAPosterBack(page, lang) {
  const says = (key) => words('en', key);
  const list = `${process.env.KINLIGHT_TEST_DESK}/en/posters`;
  await page.goto(`${list}/new`);
  await page.locator('.choice:has([name=photo])').first().click();
  const language = page.locator(`.choice:has([name=language][value="${lang}"])`);
  const name = (await language.innerText()).trim();
  await language.click();
  await follows(page, page.getByRole('button', { name: says('desk-posters-make'), exact: true }));
  const row = page.getByRole('row').filter({ hasText: name }).filter({ has: page.getByRole('link') }).first();
  const [, id] = (await row.getByRole('link').getAttribute('href')).match(/posters\/([^/]+)\/file/);
  await follows(page, row.getByRole('button', { name: says('desk-posters-take-back-now'), exact: true }));
  const address = `posters/${id}.pdf`;
  // The site shows the change within seconds.
  const status = async () => (await fetch(`${process.env.KINLIGHT_TEST_SITE}/${lang}/${address}`)).status;
  await expect.poll(status, { message: 'a poster that was taken back' }).toBe(410);
  return address;
}
