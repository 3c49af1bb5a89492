// A reviewer who publishes, and a visitor who then sees the photo.
import { expect } from '@playwright/test';
import { follows } from './drafting.js';
import { words } from './words.js';

// Ticks each point of the checklist, and publishes. Returns the photo number, eight digits.
export async function approves(page, lang, id) {
  await page.goto(`${process.env.KINLIGHT_TEST_DESK}/${lang}/reviews`);
  await follows(page, page.locator(`main a[href$="/reviews/${id}"]`));
  const points = page.getByRole('group', { name: words(lang, 'review-checklist-legend') }).locator('.choice');
  await expect(points.first()).toBeVisible();
  for (const point of await points.all()) { await point.click(); }
  await follows(page, page.getByRole('button', { name: words(lang, 'review-approve'), exact: true }));
  await page.getByText(words(lang, 'publications-published-title'), { exact: true }).waitFor();
  const said = (await page.getByRole('heading', { level: 1 }).innerText()).replace(/\D/g, '');
  expect(said).toMatch(/^[1-9]\d{7}$/);
  return said;
}

// Goes from the gallery to the photo's own page.
export async function findsInTheGallery(page, lang, number) {
  await page.goto(`${process.env.KINLIGHT_TEST_SITE}/${lang}/`);
  const card = page.locator(`.cards a[href*="${number}"]`).first();
  await expect(card).toBeVisible();
  await follows(page, card);
  await expect(page.locator('.framed img')).toBeVisible();
}

// The made-up portraits that the demo drew first, fetched as anyone can. The gallery shows the newest photos first, so these are
// the last, and the tests' own photos are on earlier pages.
export async function drawnPortraits(page) {
  const site = process.env.KINLIGHT_TEST_SITE;
  const addresses = [];
  for (let number = 1, isThere = true; isThere; number += 1) {
    await page.goto(`${site}/en/?page=${number}`);
    const photos = page.locator('.cards a[href*="/photo/"]');
    addresses.push(...await photos.evaluateAll((links) => links.map((link) => link.href)));
    isThere = await page.locator('.pager [rel=next]').count() > 0;
  }
  const portraits = [];
  for (const address of addresses.slice(-2)) {
    await page.goto(address);
    const largest = (await publishedFiles(page)).filter((file) => file.accept === 'image/jpeg').at(-1);
    portraits.push(largest.bytes);
  }
  return portraits;
}

// Every file of the photo that the page offers, smallest to largest, with its bytes.
export async function publishedFiles(page) {
  const addresses = await page.evaluate(() => Array.from(document.querySelectorAll('.framed img'))
    .flatMap((image) => [image.src, ...image.srcset.split(',').map((one) => one.trim().split(' ')[0])])
    .filter(Boolean).map((address) => new URL(address, location.href).href));
  const files = [];
  for (const address of new Set(addresses)) {
    for (const accept of ['image/webp', 'image/jpeg']) {
      const answer = await page.request.get(address, { headers: { accept } });
      expect(answer.status(), address).toBe(200);
      files.push({ address, accept, bytes: await answer.body() });
    }
  }
  return files;
}
