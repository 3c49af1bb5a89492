// No bystander is published by mistake: a photo of two people, from the upload to the gallery.
import { CaseWorker } from '../harness/drafting.js';
import { twoPeople } from '../harness/darkroom.js';
import { barriers, expect, test } from '../harness/stage.js';
import { approves, drawnPortraits, findsInTheGallery, publishedFiles } from '../harness/visiting.js';

// The inner half of an area, since its edge mixes with what is beside it.
const heartOf = ([left, top, width, height]) => [left + width / 4, top + height / 4, width / 2, height / 2];
const WHOLE = [0, 0, 100, 100];
// The share of an area that counts as all of it: in a file 160 pixels wide, compression mixes the edge several pixels inwards. In
// an uncovered face hardly any pixel has the colour of a cover.
const ALL = 0.9;
const NEXT_TO_NOTHING = 0.1;

const TWO = [{ lang: 'en', who: 'two drawn people' }, { lang: 'ar', who: 'two real people' }];

for (const { lang, who } of TWO) {
  test(`in a photo of ${who} one is covered before anybody sees it, in ${lang}`, async ({ opens, hasScripts, darkroom, keeps }) => {
    // Without real photos, drawn people take their place, so that the language is tested all the same.
    const real = who === 'two real people' ? twoPeople() : null;
    const photos = real ? [real] : await drawnPortraits(await opens());
    const worker = new CaseWorker(await opens('olunda'), lang);
    const { page } = worker;

    await worker.startsADraft();
    await worker.uploads(await darkroom.closeTogether(photos));
    await worker.savesTheFacts();
    await worker.savesTheConsent();
    await expect(worker.face(1)).toBeVisible();
    await expect(worker.face(2)).toBeVisible();
    const box = await worker.boxOfFace(2);
    expect(await darkroom.covered(await worker.bytesOf(worker.wholePicture()), heartOf(box))).toBeLessThan(NEXT_TO_NOTHING);
    await keeps(page, '1-two-faces', worker.panel('picture'));
    if (hasScripts) { expect(await barriers(page)).toEqual([]); }

    // The draft can't be sent to review; the page says why, and links there.
    await worker.sends();
    const errors = page.locator('#errors');
    await expect(errors).toContainText(worker.says('drafting-lacks-faces'));
    await keeps(page, '2-kept-back', errors);
    if (hasScripts) { expect(await barriers(page)).toEqual([]); }
    await errors.getByRole('link').first().click();
    await expect(worker.face(1)).toBeInViewport();

    await worker.opens();
    await worker.saysOfFace(1, 'drafting-face-person');
    await worker.saysOfFace(2, 'drafting-face-cover');
    await worker.savesTheFaces();
    await expect(worker.face(2)).toHaveCount(0);
    await expect(page.getByText(worker.says('drafting-lacks-faces'))).toHaveCount(0);
    expect(await darkroom.covered(await worker.bytesOf(worker.wholePicture()), heartOf(box))).toBeGreaterThan(ALL);
    await keeps(page, '3-covered', worker.panel('faces'));

    // One corner shows too much: with scripts she draws a box on it, without she types the numbers.
    const corner = [60, 80, 30, 15];
    if (hasScripts) {
      await worker.drags(page.locator('[data-cover]'), [60, 80], [90, 95]);
      const drawn = await worker.numbersOf('cover');
      drawn.forEach((number, at) => expect(Math.abs(number - corner[at])).toBeLessThan(1.5));
    } else {
      await page.getByText(worker.says('drafting-cover-more'), { exact: true }).click();
      await worker.types('cover', corner);
    }
    await worker.savesTheFaces();
    expect(await darkroom.covered(await worker.bytesOf(worker.wholePicture()), heartOf(corner))).toBeGreaterThan(ALL);
    await keeps(page, '4-drawn', worker.panel('picture'));

    // First the crop is around her face; then it is widened to the whole, so that the covers are in it.
    if (hasScripts) {
      await worker.widensTheCropByHand();
    } else {
      await worker.types('crop', WHOLE);
    }
    await worker.presses('drafting-save-crop');
    await worker.isSaved();
    const shown = await worker.bytesOf(worker.shownPicture());
    expect(await darkroom.covered(shown, heartOf(box))).toBeGreaterThan(ALL);
    expect(await darkroom.covered(shown, heartOf(corner))).toBeGreaterThan(ALL);
    await worker.drawsTheCode();
    await expect(page.getByText(worker.says('drafting-complete-title'), { exact: true })).toBeVisible();
    await keeps(page, '5-complete');
    await worker.sends();
    await expect(page).toHaveURL(/\/drafts(\?|$)/);

    const reviewer = await opens('perrin');
    await reviewer.goto(`${worker.desk}/${lang}/reviews/${worker.id}`);
    await keeps(reviewer, '6-review');
    const number = await approves(reviewer, lang, worker.id);
    await keeps(reviewer, '7-published');

    const visitor = await opens();
    await findsInTheGallery(visitor, lang, number);
    await keeps(visitor, '8-photo');
    const files = await publishedFiles(visitor);
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const { address, accept, bytes } of files) {
      expect(await darkroom.covered(bytes, heartOf(box)), `${address} as ${accept}`).toBeGreaterThan(ALL);
      expect(await darkroom.covered(bytes, heartOf(corner)), `${address} as ${accept}`).toBeGreaterThan(ALL);
    }
  });
}
