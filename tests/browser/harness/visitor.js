// A visitor of the site in any language: finds things by their text, and uses them by hand.
import { digitsOf } from './challenge.js';
import { follows } from './drafting.js';
import { words } from './words.js';

// The digits that people type on their phones in these languages.
const ZERO_OF = { ar: '٠', 'fa-AF': '۰', ps: '۰' };

export class Visitor {
  constructor(page, lang) {
    this.page = page;
    this.lang = lang;
    this.site = process.env.KINLIGHT_TEST_SITE;
  }

  says(key, values) { return words(this.lang, key, values); }

  goes(path = '') { return this.page.goto(`${this.site}/${this.lang}/${path}`); }

  button(key) { return this.page.getByRole('main').getByRole('button', { name: this.says(key), exact: true }).first(); }

  link(key) { return this.page.getByRole('link', { name: this.says(key), exact: true }).first(); }

  field(key) { return this.page.getByRole('textbox', { name: this.says(key) }).first(); }

  heading(key) { return this.page.getByRole('heading', { name: this.says(key), exact: true }); }

  text(key) { return this.page.getByText(this.says(key), { exact: true }).first(); }

  presses(key) { return follows(this.page, this.button(key)); }

  follows(key) { return follows(this.page, this.link(key)); }

  writes(key, text) { return this.field(key).fill(text); }

  // Chooses one answer to a question; a hint may follow the answer's text.
  async chooses(question, answer) {
    const starts = new RegExp(`^\\s*${this.says(answer).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    const group = this.page.getByRole('group', { name: this.says(question), exact: true });
    await group.locator('.choice').filter({ hasText: starts }).first().click();
  }

  ticks(key) { return this.page.locator('.choice').filter({ hasText: this.says(key) }).first().click(); }

  // Writes digits in this language's script.
  inOwnDigits(digits) {
    const zero = ZERO_OF[this.lang];
    return zero ? digits.replace(/\d/g, (one) => String.fromCodePoint(zero.codePointAt(0) + Number(one))) : digits;
  }

  async writesTheDigits() {
    const challenge = await this.page.locator('[name=challenge]').inputValue();
    await this.writes('captcha-label', this.inOwnDigits(digitsOf(challenge)));
  }

  // Solves the CAPTCHA, and continues to the page behind it.
  async solves() {
    await this.writesTheDigits();
    await this.presses('form-continue');
  }

  // Replaces a hidden field by one that is cut off, or longer than any honest one.
  async spoils(name, value = 'cut-off') {
    await this.page.locator(`main form [name="${name}"]`).first().evaluate((field, to) => { field.value = to; }, value);
  }

  setsTheForm(property, value) {
    return this.page.locator('main form').first().evaluate((form, [name, to]) => { form[name] = to; }, [property, value]);
  }

  // Presses a button that the form has only at other times.
  pressesUnseen(name) {
    return follows(this.page, { click: () => this.page.locator('main form').first().evaluate((form, field) => {
      const button = Object.assign(document.createElement('button'), { name: field, value: '1' });
      form.append(button);
      button.click();
    }, name) });
  }

  opensTheFilter() { return this.text('gallery-filter-open').click(); }

  // Goes through a big door; the methods below answer its questions.
  async enters(number, door = 'looking-for-me') {
    await this.goes(`photo/${number}`);
    await this.follows(`photo-door-${door}`);
  }

  async saysWhoTheyAre() {
    await this.chooses('respond-relation', 'relation-brother');
    await this.presses('form-continue');
  }

  async tells(name, story) {
    await this.writes('respond-name', name);
    await this.writes('respond-message-looking-for-me', story);
    await this.presses('form-continue');
  }

  async givesAPhone(phone) {
    await this.chooses('respond-contact-legend', 'respond-by-phone');
    await this.writes('respond-phone', phone);
    await this.presses('form-continue');
  }

  async saysWhatIsSafe() {
    await this.chooses('respond-only-mine', 'form-no');
    await this.chooses('respond-may-leave-message', 'form-unknown');
    await this.presses('form-continue');
  }

  // The receipt's code, and the number that staff say first.
  async readsTheReceipt() {
    const code = (await this.page.locator('[data-code]').innerText()).trim();
    const callerCheck = (await this.page.locator('[data-caller-check]').innerText()).trim();
    return { code, callerCheck };
  }

  async comesBackWith(code) {
    await this.goes('return');
    await this.writes('return-code', code);
    await this.presses('form-continue');
  }
}
