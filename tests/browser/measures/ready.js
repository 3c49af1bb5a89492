// Prepares every measurement: the demo with photos of real people if there are some, and a browser.
import { existsSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import config from '../playwright.config.js';
import { startsTheDemo } from '../harness/program.js';

// A full first gallery page, and a second one.
const PEOPLE = 16;

// The photo with the largest file among the newest twelve; this one is measured.
async function heaviestPhoto() {
  const site = process.env.KINLIGHT_TEST_SITE;
  const numbers = [...(await (await fetch(`${site}/en/`)).text()).matchAll(/"\/en\/photo\/(\d{8})"/g)].map((found) => found[1]);
  const weights = await Promise.all(numbers.map(async (number) => {
    const page = await (await fetch(`${site}/en/photo/${number}`, { headers: { accept: 'text/html,image/webp' } })).text();
    const [, src] = page.match(/<img class="photo" src="([^"]+)"/);
    return [(await (await fetch(site + src)).arrayBuffer()).byteLength, number];
  }));
  return weights.sort((one, other) => other[0] - one[0])[0][1];
}

export async function measuring(work) {
  const portraits = join(process.env.KINLIGHT_PHOTOS ?? '', 'portraits');
  const photos = existsSync(portraits) ? portraits : undefined;
  const ends = await startsTheDemo({ people: PEOPLE, photos });
  const browser = await chromium.launch(config.use.launchOptions);
  try {
    process.env.KINLIGHT_TEST_PHOTO = await heaviestPhoto();
    console.log(`Photos: ${photos ? 'real people' : 'drawn'}. Load of the machine: ${load()}.\n`);
    await work(browser);
  } finally {
    await browser.close();
    await ends();
  }
}

export const load = () => loadavg().slice(0, 2).map((one) => one.toFixed(1)).join(', ');

export function prints(head, rows) {
  const table = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, at) => Math.max(...table.map((row) => row[at].length)));
  const line = (row) => `| ${row.map((cell, at) => (at ? cell.padStart(widths[at]) : cell.padEnd(widths[at]))).join(' | ')} |`;
  console.log(line(table[0]));
  console.log(`|${widths.map((width, at) => (at ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`);
  table.slice(1).forEach((row) => console.log(line(row)));
  console.log();
}
