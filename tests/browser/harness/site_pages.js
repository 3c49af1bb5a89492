// Every kind of page of the site, and how to get there: one line per kind. One person follows a walk in order, so a line may
// continue from the page before it. The properties of a page:
//   name    of its pictures               title   the text in the browser's title, with patterns for its values
//   exit    it has the quick exit         fault   it shows what was wrong with the form before it
import { publishesAPhoto } from './publishing.js';
import { takesAPosterBack } from './hanging.js';
import { asksAQuestion, closesIt } from './moderating.js';

const ANY = '[\\d ]+';
const NUMBERED = { number: ANY, page: ANY, pages: ANY, part: ANY, title: '.*' };

// No page here needs a cookie.
export const LOOKING = [
  { name: 'chooser', title: 'brand', at: (v) => v.page.goto(v.site) },
  { name: 'gallery', title: 'gallery-title', at: (v) => v.goes() },
  { name: 'gallery-page-2', title: 'gallery-title', at: (v) => v.goes('?page=2') },
  { name: 'gallery-beyond', title: 'gallery-beyond-title', at: (v) => v.goes('?page=4000') },
  { name: 'gallery-unknown', title: 'gallery-unknown-title', at: (v) => v.goes('?sex=nobody') },
  { name: 'gallery-small', title: 'gallery-title', at: (v) => v.goes('?pictures=small') },
  { name: 'photo', title: 'photo-title', at: (v) => v.goes(`photo/${v.number}`) },
  { name: 'number', title: 'photo-number-label', at: (v) => v.goes('number') },
  { name: 'number-fault', title: 'photo-number-label', fault: true, at: (v) => v.goes('number?number=4721') },
  { name: 'directory', title: 'directory-title', at: (v) => v.goes('directory') },
  { name: 'help-now', title: 'help-now-page', exit: true, at: (v) => v.goes('help-now') },
  { name: 'posters', title: 'posters-title', at: (v) => v.goes('posters') },
  { name: 'safety', title: 'safety-title', exit: true, at: (v) => v.goes('safety') },
  { name: 'scams', title: 'scams-title', exit: true, at: (v) => v.goes('scams') },
  { name: 'clear', title: 'clear-title', exit: true, at: (v) => v.goes('clear') },
  { name: 'privacy', title: 'privacy-title', at: (v) => v.goes('privacy') },
  { name: 'help', title: 'help-title', at: (v) => v.goes('help') },
  { name: 'questions', title: 'questions-title', exit: true, at: (v) => v.goes('questions') },
  { name: 'about', title: 'about-title', at: (v) => v.goes('about') },
  { name: 'children', title: 'children-title', exit: true, at: (v) => v.goes('children') },
  { name: 'not-found', title: 'error-not-found-title', at: (v) => v.goes('nothing/here') },
];

export const SEARCHING = [
  { name: 'captcha', title: 'captcha-title', at: (v) => v.goes('?sex=woman') },
  { name: 'captcha-fault', title: 'captcha-title', fault: true, at: (v) => v.presses('form-continue') },
  { name: 'wait', title: 'wait-title', at: (v) => v.presses('captcha-cannot') },
  { name: 'filtered', title: 'gallery-title', at: async (v) => { await v.goes('?sex=woman'); await v.solves(); } },
  { name: 'nothing-fits', title: 'gallery-title', at: (v) => v.goes('?seeking=grandparent&sex=not-said&age=from-60') },
];

// Codes are limited to 60 look-ups an hour for this machine, in all tests together. `v.photo` is the walk's own photo, removed at
// the end. A browser may cache the page of a live photo for minutes, so the last line's address is new.
export const ANSWERING = [
  { name: 'door-remove', title: 'title-part', exit: true, at: (v) => v.goes(`photo/${v.photo.number}/respond/remove-my-photo`) },
  { name: 'door-wrong', title: 'title-part', exit: true, at: (v) => v.goes(`photo/${v.photo.number}/respond/something-wrong`) },
  { name: 'door-know', title: 'title-part', exit: true, at: (v) => v.enters(v.photo.number, 'i-know') },
  { name: 'respond-relation', title: 'title-part', exit: true, at: (v) => v.enters(v.photo.number) },
  { name: 'respond-relation-fault', title: 'title-part', exit: true, fault: true, at: (v) => v.presses('form-continue') },
  { name: 'respond-story', title: 'title-part', exit: true, at: (v) => v.saysWhoTheyAre() },
  { name: 'respond-story-fault', title: 'title-part', exit: true, fault: true, at: (v) => v.presses('form-continue') },
  { name: 'respond-contact', title: 'title-part', exit: true, at: (v) => v.tells('Demirel Notareal', 'We shared a blue bicycle.') },
  { name: 'respond-contact-fault', title: 'title-part', exit: true, fault: true, at: (v) => v.givesAPhone('') },
  { name: 'respond-safe-contact', title: 'title-part', exit: true, at: (v) => v.givesAPhone('+999 555 0142') },
  { name: 'respond-check', title: 'title-part', exit: true, at: (v) => v.saysWhatIsSafe() },
  { name: 'respond-check-fault', title: 'title-part', exit: true, fault: true, at: async (v) => { await v.writes('captcha-label', '1'); await v.presses('form-send'); } },
  { name: 'respond-check-without', title: 'title-part', exit: true, at: (v) => v.presses('captcha-cannot') },
  { name: 'receipt', title: 'receipt-code-label', exit: true, at: async (v) => { await v.presses('form-send'); v.receipt = await v.readsTheReceipt(); } },
  { name: 'receipt-done', title: 'receipt-done-heading', exit: true, at: (v) => v.presses('receipt-saved') },
  { name: 'return', title: 'return-code', exit: true, at: (v) => v.goes('return') },
  { name: 'return-fault', title: 'return-code', exit: true, fault: true, at: async (v) => { await v.writes('return-code', '1234'); await v.presses('form-continue'); } },
  { name: 'mailbox', title: 'return-title', exit: true, at: (v) => v.comesBackWith(v.receipt.code) },
  { name: 'mailbox-over', title: 'return-code', exit: true, fault: true, at: async (v) => { await v.writes('return-write', 'It was behind the mill.'); await v.spoils('mailbox'); await v.presses('form-send'); } },
  { name: 'mailbox-question', title: 'return-title', exit: true, at: async (v) => { await v.isAsked('Which school did you both go to?'); await v.writes('return-code', v.receipt.code); await v.presses('form-continue'); } },
  { name: 'mailbox-fault', title: 'return-title', exit: true, fault: true, at: async (v) => { await v.writes('return-answer', ''); await v.presses('form-send'); } },
  { name: 'mailbox-sent', title: 'return-title', exit: true, at: async (v) => { await v.writes('return-answer', 'The one behind the mill.'); await v.presses('form-send'); } },
  { name: 'mailbox-deleted', title: 'return-title', exit: true, at: (v) => v.presses('return-delete') },
  { name: 'return-erase', title: 'title-part', exit: true, at: (v) => v.presses('return-erase-open') },
  { name: 'mailbox-closed', title: 'return-title', exit: true, at: async (v) => { await v.isClosed(); await v.presses('return-erase-keep'); } },
  { name: 'return-erased', title: 'title-part', exit: true, at: async (v) => { await v.presses('return-erase-open'); await v.presses('return-erase-now'); } },
  { name: 'withdraw', title: 'withdraw-title', exit: true, at: (v) => v.goes('withdraw') },
  { name: 'withdraw-fault', title: 'withdraw-title', exit: true, fault: true, at: (v) => v.presses('form-continue') },
  { name: 'withdraw-confirm', title: 'title-part', exit: true, at: async (v) => { await v.writes('withdraw-code', v.photo.code); await v.presses('form-continue'); } },
  { name: 'withdraw-done', title: 'title-part', exit: true, at: (v) => v.presses('withdraw-now') },
  { name: 'gone', title: 'error-gone-title', at: (v) => v.goes(`photo/${v.photo.number}?again`) },
];

// Where something went wrong: a deleted cookie, a form in an old browser's encoding, a form that was cut off, a limit. The page
// of a limit is requested as its own buttons do: really reaching the limit for this machine would block the other tests.
export const ASTRAY = [
  { name: 'form-forgotten', title: 'title-part', exit: true, at: async (v) => { await v.goes(`photo/${v.number}/respond/something-wrong`); await v.page.context().clearCookies(); await v.presses('form-continue'); } },
  { name: 'form-lost', title: 'respond-title', exit: true, at: async (v) => { await v.goes(`photo/${v.number}/respond/something-wrong`); await v.writes('respond-message-wrong', 'This is my sister, and the number is mine.'); await v.spoils('state'); await v.presses('form-continue'); } },
  { name: 'form-unreadable', title: 'error-bad-form-title', at: async (v) => { await v.goes(`photo/${v.number}/respond/something-wrong`); await v.writes('respond-message-wrong', 'Größe'); await v.setsTheForm('acceptCharset', 'windows-1252'); await v.presses('form-continue'); } },
  { name: 'form-too-large', title: 'error-too-large-title', at: async (v) => { await v.goes(`photo/${v.number}/respond/something-wrong`); await v.spoils('state', 'x'.repeat(300_000)); await v.presses('form-continue'); } },
  { name: 'return-limit', title: 'return-code', exit: true, at: async (v) => { await v.goes('return'); await v.writes('return-code', '0000 0000 0000 0000'); await v.pressesUnseen('another'); } },
  { name: 'return-wait', title: 'return-code', exit: true, at: (v) => v.presses('captcha-cannot') },
  { name: 'poster-gone', title: 'posters-gone-title', at: async (v) => { await v.goes(await v.findsAPosterGone()); } },
];

export const WALKS = { looking: LOOKING, searching: SEARCHING, answering: ANSWERING, 'going astray': ASTRAY };
export const ALL_KINDS = [...LOOKING, ...ANSWERING, ...SEARCHING, ...ASTRAY];

// Gives a visitor what the lines above need, for one walk or for all.
export async function prepares(visitor, walk, { opens, darkroom }) {
  visitor.number = process.env.KINLIGHT_TEST_PHOTO;
  visitor.findsAPosterGone = async () => takesAPosterBack(await opens('olunda'), visitor.lang);
  if (walk !== 'answering' && walk !== 'all') { return; }
  ownsAPhoto(visitor, await publishesAPhoto({ opens, darkroom }), await opens('zahiru'));
}

// Gives the visitor a photo, and a moderator who reads its answers.
export function ownsAPhoto(visitor, photo, moderator) {
  visitor.photo = photo;
  visitor.isAsked = (question) => asksAQuestion(moderator, photo.number, question);
  visitor.isClosed = () => closesIt(moderator);
}

// The pattern of the whole title, and nothing more.
export function expectedTitle(visitor, { title, fault, name }) {
  const brand = visitor.says('brand');
  if (name === 'chooser') { return /^Kinlight$/; }
  const start = fault ? `${visitor.says('title-error')} ` : '';
  const said = visitor.says(title, NUMBERED).source.slice(1, -1);
  return new RegExp(`^${start}${said} – ${brand}$`);
}
