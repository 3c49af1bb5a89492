// A case worker at a draft's page, in any language: she finds fields and buttons by the words beside them.
import { words } from './words.js';

const STORY = 'They lost each other at the bus station, on the second day of the flood.';
const PAPER = { name: 'paper.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 a made-up consent paper') };

// Presses what leads to another page, and waits for that page, since the old one may contain the same words.
export async function follows(page, link) {
  const arrived = page.waitForEvent('load');
  await link.click();
  await arrived;
}

export class CaseWorker {
  constructor(page, lang) {
    this.page = page;
    this.lang = lang;
    this.desk = process.env.KINLIGHT_TEST_DESK;
  }

  says(key, values) { return words(this.lang, key, values); }

  panel(id) { return this.page.locator(`#${id}`); }

  async presses(key, within = this.page) {
    await follows(this.page, within.getByRole('button', { name: this.says(key), exact: true }));
  }

  field(key, within = this.page) { return within.getByLabel(this.says(key)).first(); }

  async startsADraft({ name = 'Amarisel Notareal', born = '1984', story = STORY } = {}) {
    await this.page.goto(`${this.desk}/${this.lang}/drafts/new`);
    await this.field('drafting-name').fill(name);
    await this.field('drafting-birth-year').fill(born);
    await this.field('drafting-story').fill(story);
    await this.presses('drafting-start');
    await this.page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
    [, this.id] = this.page.url().match(/drafts\/([0-9a-f-]{36})/);
  }

  async opens(lang = this.lang) {
    this.lang = lang;
    await this.page.goto(`${this.desk}/${lang}/drafts/${this.id}`);
  }

  // Every save leads back to the page, which says so.
  async isSaved() { await this.page.getByText(this.says('drafting-saved'), { exact: true }).waitFor(); }

  async uploads(photo, name = 'IMG_0001.jpg') {
    await this.field('drafting-photo').setInputFiles({ name, mimeType: 'image/jpeg', buffer: photo });
    await this.presses('drafting-upload');
    await this.isSaved();
  }

  async savesTheFacts() {
    const facts = this.panel('facts');
    await facts.getByText(this.says('relation-brother'), { exact: true }).click();
    await facts.getByText(this.says('sex-woman'), { exact: true }).click();
    await facts.getByText(this.says('drafting-age-known-yes')).click();
    await this.presses('drafting-save-facts');
    await this.isSaved();
  }

  async savesTheConsent(now = new Date()) {
    const consent = this.panel('consent');
    await consent.getByText(this.says('drafting-channel-web'), { exact: true }).click();
    for (const [key, year] of [['drafting-agreed-on', now.getUTCFullYear()], ['drafting-ends-on', now.getUTCFullYear() + 1]]) {
      const day = consent.getByRole('group', { name: this.says(key), exact: true });
      await this.field('drafting-day', day).fill(String(Math.min(now.getUTCDate(), 28)));
      await this.field('drafting-month', day).fill(String(now.getUTCMonth() + 1));
      await this.field('drafting-year', day).fill(String(year));
    }
    await this.field('drafting-language', consent).fill('Dari');
    await this.field('drafting-before-whom', consent).fill('Olunda Exempli');
    await this.field('drafting-paper', consent).setInputFiles(PAPER);
    await this.presses('drafting-save-consent');
    await this.isSaved();
  }

  async drawsTheCode() {
    await this.presses('drafting-code-draw');
    await this.page.getByRole('heading', { name: this.says('drafting-code-title'), level: 1 }).waitFor();
    const code = (await this.page.locator('[data-code]').innerText()).trim();
    await follows(this.page, this.page.getByRole('link', { name: this.says('drafting-code-written') }));
    return code;
  }

  async sends() { await this.presses('drafting-send'); }

  face(number) { return this.page.getByRole('group', { name: this.says('drafting-face', { number }) }); }

  async saysOfFace(number, key) { await this.face(number).getByText(this.says(key), { exact: true }).click(); }

  async savesTheFaces() {
    await this.presses('drafting-save-faces');
    await this.isSaved();
  }

  // The box of a face, drawn beside its number: left, top, width, height in percent of the picture.
  async boxOfFace(number) {
    const box = this.page.locator('.face-boxes rect').nth(number - 1);
    return Promise.all(['x', 'y', 'width', 'height'].map(async (side) => parseFloat(await box.getAttribute(side))));
  }

  // Types the four numbers of a part to cover or to show.
  async types(part, numbers) {
    for (const [at, side] of ['left', 'top', 'width', 'height'].entries()) {
      await this.page.locator(`#f-${part}_${side}`).fill(String(numbers[at]));
    }
  }

  async numbersOf(part) {
    const sides = ['left', 'top', 'width', 'height'];
    return Promise.all(sides.map(async (side) => parseFloat(await this.page.locator(`#f-${part}_${side}`).inputValue())));
  }

  // Drags the mouse between two places on the picture, in percent of it.
  async drags(stage, [fromX, fromY], [toX, toY]) {
    await stage.scrollIntoViewIfNeeded();
    const box = await stage.boundingBox();
    const at = (x, y) => [box.x + (x * box.width) / 100, box.y + (y * box.height) / 100];
    await this.page.mouse.move(...at(fromX, fromY));
    await this.page.mouse.down();
    await this.page.mouse.move(...at((fromX + toX) / 2, (fromY + toY) / 2));
    await this.page.mouse.move(...at(toX, toY));
    await this.page.mouse.up();
  }

  // Drags the crop's box into a corner, and its grip as far as it goes: all of a 4:5 picture.
  async widensTheCropByHand() {
    const stage = this.page.locator('[data-crop]');
    const [left, top, width, height] = await this.numbersOf('crop');
    const middle = [left + width / 2, top + height / 2];
    await this.drags(stage, middle, [middle[0] - left - 5, middle[1] - top - 5]);
    await this.drags(stage, [width - 2, height - 2], [105, 105]);
  }

  // The bytes of a picture on the page, as her browser gets them.
  async bytesOf(image) {
    const address = new URL(await image.getAttribute('src'), this.page.url()).href;
    const answer = await this.page.request.get(address);
    if (!answer.ok()) { throw new Error(`${address}: ${answer.status()}`); }
    return answer.body();
  }

  wholePicture() { return this.page.locator('[data-crop] img'); }

  shownPicture() { return this.page.locator('.crop-result'); }
}
