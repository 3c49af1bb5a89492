// What people do to a page in a browser: Back and Forward, a reload, a footer link and back, another language and back, a second
// tab. After each the same page must be there, with every character in its fields, and say nothing untrue.
import { expect } from '@playwright/test';
import { follows } from './drafting.js';

// Texts for a form that failed. None of them is true while a form is open.
const UNTRUE = ['error-no-token-text', 'error-bad-form-text', 'error-not-found-title', 'error-internal-title', 'respond-lost-title', 'respond-not-saved-title'];

// The values of the visible fields, and the shown answers.
const standing = (page) => page.evaluate(() => {
  const fields = Array.from(document.querySelectorAll('main input:not([type=hidden]), main textarea'))
    .filter((one) => one.name !== 'digits')
    .map((one) => [one.name, one.type === 'radio' || one.type === 'checkbox' ? `${one.value} ${one.checked}` : one.value]);
  const said = Array.from(document.querySelectorAll('.answers dd bdi, .answers dd bdo, [data-code], [data-caller-check], [data-state]'), (one) => one.textContent.trim());
  return { fields, said };
});

export class Shaker {
  constructor(visitor, { hasScripts, other, typed }) {
    Object.assign(this, { visitor, hasScripts, other, typed, page: visitor.page, shaken: 0 });
  }

  // A page of the site with one heading, and no untrue text.
  async isWell(what) {
    const { page, visitor } = this;
    expect(new URL(page.url()).origin, `${what}: the browser's own page`).toBe(visitor.site);
    await expect(page.getByRole('heading', { level: 1 }), `${what}: ${page.url()}`).toHaveCount(1);
    const read = await page.locator('body').innerText();
    for (const key of UNTRUE) { expect(read, `${what}: ${page.url()}`).not.toContain(visitor.says(key)); }
  }

  async holds(what, before) {
    await this.isWell(what);
    expect(await standing(this.page), `${what}: ${this.page.url()}`).toEqual(before);
  }

  // The page's own words change with the language; what was typed or ticked does not.
  async holdsInAnotherLanguage(what, before) {
    await this.isWell(what);
    const { fields, said } = await standing(this.page);
    expect(fields, `${what}: ${this.page.url()}`).toEqual(before.fields);
    expect(said.length, `${what}: ${this.page.url()}`).toBe(before.said.length);
    for (const typed of this.typed) {
      expect(said.filter((one) => one === typed).length, `${what}: ${typed}`).toBe(before.said.filter((one) => one === typed).length);
    }
  }

  async switchesTo(lang) {
    const { page, visitor } = this;
    const button = page.locator(`main button[name=switch][lang="${lang}"]`);
    const link = page.locator(`nav.languages.all a[lang="${lang}"]`);
    const way = await button.count() ? button.first() : link.first();
    if (!await way.count()) { return false; }
    await follows(page, way);
    visitor.lang = lang;
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    return true;
  }

  // With a script, unsent text is kept after a moment; without one, only sent text can come back.
  async shakes(what, { isFirst = false } = {}) {
    const { page, visitor } = this;
    const before = await standing(page);
    const own = visitor.lang;
    await page.reload();
    await this.holds(`${what}, loaded again`, before);
    await follows(page, visitor.link('foot-privacy'));
    await page.goBack();
    await this.holds(`${what}, after a link`, before);
    if (!isFirst) {
      await page.goBack();
      await this.isWell(`before ${what}, by Back`);
      await page.goForward();
      await this.holds(`${what}, by Back and on again`, before);
    }
    if (await this.switchesTo(this.other)) {
      await this.holdsInAnotherLanguage(`${what}, in another language`, before);
      expect(await this.switchesTo(own)).toBe(true);
      await this.holds(`${what}, in its own language again`, before);
    }
    const second = await page.context().newPage();
    await second.goto(page.url());
    expect(await standing(second), `${what}, in a second tab`).toEqual(before);
    await second.close();
    this.shaken += 1;
  }
}
