// A poster that hung for a moment: made by a case worker of a photo of the demo, and taken back at once.
import { expect } from '@playwright/test';
import { follows } from './drafting.js';
import { words } from './words.js';

// Where everybody found it, after the language: `posters/….pdf`. One a language, so that stories beside this one have their own.
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
  // What the site shows follows within seconds.
  const status = async () => (await fetch(`${process.env.KINLIGHT_TEST_SITE}/${lang}/${address}`)).status;
  await expect.poll(status, { message: 'a poster that was taken back' }).toBe(410);
  return address;
}
