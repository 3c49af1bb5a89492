// Somebody at the site, in any language: what they see they find by its words, and do by hand.
import { digitsOf } from './challenge.js';
import { follows } from './drafting.js';
import { words } from './words.js';

// Which digits people of a language type on their phones.
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

  // One answer to a question; its hint may stand beside it.
  async chooses(question, answer) {
    const starts = new RegExp(`^\\s*${this.says(answer).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
    const group = this.page.getByRole('group', { name: this.says(question), exact: true });
    await group.locator('.choice').filter({ hasText: starts }).first().click();
  }

  ticks(key) { return this.page.locator('.choice').filter({ hasText: this.says(key) }).first().click(); }

  // As this language writes digits.
  inOwnDigits(digits) {
    const zero = ZERO_OF[this.lang];
    return zero ? digits.replace(/\d/g, (one) => String.fromCodePoint(zero.codePointAt(0) + Number(one))) : digits;
  }

  async writesTheDigits() {
    const challenge = await this.page.locator('[name=challenge]').inputValue();
    await this.writes('captcha-label', this.inOwnDigits(digitsOf(challenge)));
  }

  // Through the CAPTCHA to where it kept them from.
  async solves() {
    await this.writesTheDigits();
    await this.presses('form-continue');
  }

  // A hidden field that came back cut off, or longer than anything honest.
  async spoils(name, value = 'cut-off') {
    await this.page.locator(`main form [name="${name}"]`).first().evaluate((field, to) => { field.value = to; }, value);
  }

  setsTheForm(property, value) {
    return this.page.locator('main form').first().evaluate((form, [name, to]) => { form[name] = to; }, [property, value]);
  }

  // A button of a form that stands there only at other times.
  pressesUnseen(name) {
    return follows(this.page, { click: () => this.page.locator('main form').first().evaluate((form, field) => {
      const button = Object.assign(document.createElement('button'), { name: field, value: '1' });
      form.append(button);
      button.click();
    }, name) });
  }

  opensTheFilter() { return this.text('gallery-filter-open').click(); }

  // The questions of the form behind a big door, each with an answer.
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

  // What the receipt shows: the code, and the number that staff say first.
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
