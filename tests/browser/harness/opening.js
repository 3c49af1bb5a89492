// Before the first test: starts the program with its demo, and signs in everyone who is needed once, because a one-time code
// works only once. At the end all of it is removed.
import { chromium } from '@playwright/test';
import { startsTheDemo } from './program.js';
import { signIn } from './staff.js';

// Enough for a second gallery page.
const PEOPLE = 16;

export default async function opening(config) {
  const ends = await startsTheDemo({ people: PEOPLE });
  try {
    const browser = await chromium.launch(config.projects[0].use.launchOptions);
    for (const name of ['olunda', 'perrin', 'zahiru']) {
      await signIn(browser, name);
    }
    await browser.close();
  } catch (fault) {
    await ends();
    throw fault;
  }
  return ends;
}
