// What a case knows stays in the case. A photo is published whose file and facts are full of marks; then every page, picture and
// file that anyone can fetch is searched for them. The control: the same search finds them at the desk.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crawls } from '../harness/crawling.js';
import { publishesAPhoto } from '../harness/publishing.js';
import { ANSWERING, ownsAPhoto } from '../harness/site_pages.js';
import { expect, test } from '../harness/stage.js';
import { Visitor } from '../harness/visitor.js';

const BORN = new Date().getUTCFullYear() - 46;
const FACTS = {
  name: 'Quillivane Markedalot', born: String(BORN),
  story: 'Parted at Brackenmouth harbour on 14 March 2017, while the Oststadt office was closed.',
};
const FILE = 'IMG_Brackenmouth_2017.jpg';

// Marks that only the case may contain. The years are matched as whole words, since a photo number may contain the same four
// digits.
const OF_THE_CASE = {
  name: /Quillivane|Markedalot/i, place: /Brackenmouth/i, office: /Oststadt/i, day: /14 March|2017-03-14|(?<!\w)2017(?!\w)/,
  'birth year': new RegExp(`(?<!\\w)${BORN}(?!\\w)`),
};
const OF_THE_FILE = { camera: /Spottedcam/i, artist: /Lensholder/i, place: /Brackenmouth/i, comment: /taken behind the mill/i };
// Marks of the Society. The directory and the numbers by country name every Society, but not which photos are its own.
const OF_THE_SOCIETY = { society: /Valmora/i, phone: /555 0110/ };

const withoutNumbers = (text) => text.replace(/\d{4} \d{4}/g, '');

function marksIn(bytes, marks) {
  const read = [bytes.toString('utf8'), bytes.toString('latin1'), bytes.toString('utf16le')].map(withoutNumbers);
  return Object.entries(marks).filter(([, mark]) => read.some((text) => mark.test(text))).map(([name]) => name);
}

// All metadata that exiftool finds in a picture, as text.
function metadataOf(bytes, folder) {
  const path = join(folder, 'looked-at');
  writeFileSync(path, bytes);
  return execFileSync('exiftool', ['-a', '-u', '-G1', '-ee', path]);
}

function marked(photo, folder) {
  const path = join(folder, FILE);
  writeFileSync(path, photo);
  execFileSync('exiftool', [
    '-q', '-overwrite_original', '-Make=Spottedcam', '-Model=Spottedcam 3', '-Artist=Lensholder', '-GPSLatitude=48.1', '-GPSLatitudeRef=N',
    '-GPSLongitude=11.5', '-GPSLongitudeRef=E', '-DateTimeOriginal=2017:03:14 10:00:00', '-XMP:City=Brackenmouth',
    '-IPTC:City=Brackenmouth', '-Comment=taken behind the mill', path,
  ]);
  return readFileSync(path);
}

test('nothing that a case knows is on any page or in any file', { tag: '@scripts' }, async ({ opens, darkroom }) => {
  const folder = mkdtempSync(join(tmpdir(), 'kinlight-leaks-'));
  try {
    const bytes = marked(await darkroom.nobodyElse(), folder);
    const photo = await publishesAPhoto({ opens, darkroom }, { facts: FACTS, file: { name: FILE, bytes } });

    // The control: the search finds every mark in the original file and, at the end, at the desk.
    expect(marksIn(metadataOf(bytes, folder), OF_THE_FILE)).toEqual(Object.keys(OF_THE_FILE));
    await photo.worker.page.goto(`${photo.worker.desk}/en/publications/${photo.worker.id}`);
    const desk = [await photo.worker.page.content()];
    const moderator = await opens('zahiru');

    const site = process.env.KINLIGHT_TEST_SITE;
    const all = new Map();
    const remembers = (found, how) => found.forEach((one, address) => all.set(`${how} ${address}`, { address, ...one }));
    remembers(await crawls(site, 'text/html,image/webp'), 'WebP');
    // An old phone gets other pictures; the rest of a page is the same.
    const ofItsOwn = (address) => address.includes(photo.number);
    remembers(await crawls(site, 'text/html,image/jpeg', `/en/photo/${photo.number}`, ofItsOwn), 'JPEG');

    // The pages behind forms, for this photo.
    const visitor = new Visitor(await opens(), 'en');
    ownsAPhoto(visitor, photo, moderator);
    const { isAsked } = visitor;
    visitor.isAsked = async (question) => {
      await isAsked(question);
      desk.push(await moderator.content());
    };
    const answers = [];
    visitor.page.on('response', (response) => answers.push(response));
    for (const kind of ANSWERING) {
      await kind.at(visitor);
      all.set(`form ${kind.name}`, { address: `form ${kind.name}`, type: 'text/html', headers: '', bytes: Buffer.from(await visitor.page.content()) });
    }
    for (const response of answers) {
      const headers = (await response.headersArray()).map(({ name, value }) => `${name}: ${value}`).join('\n');
      all.set(`headers ${response.url()}`, { address: response.url(), type: 'headers', headers, bytes: Buffer.alloc(0) });
    }
    expect(marksIn(Buffer.from(desk.join('\n')), OF_THE_CASE)).toEqual(Object.keys(OF_THE_CASE));

    const kinds = { pages: 0, pictures: 0 };
    const leaks = [];
    for (const { address, type, headers, bytes: found } of all.values()) {
      const isPicture = type.startsWith('image/') && !type.includes('svg');
      kinds[isPicture ? 'pictures' : 'pages'] += 1;
      const marks = { ...OF_THE_CASE, ...OF_THE_FILE, ...(/\/(directory|help-now)$/.test(address) ? {} : OF_THE_SOCIETY) };
      const here = marksIn(Buffer.concat([found, Buffer.from(`\n${headers}\n${address}`)]), marks);
      if (isPicture && address.includes(photo.number)) {
        const read = metadataOf(found, folder).toString();
        here.push(...marksIn(Buffer.from(read), OF_THE_FILE), ...(read.match(/^\[(GPS|IFD0|ExifIFD|IPTC|XMP[^\]]*|MakerNotes)\].*$/gm) ?? []));
      }
      leaks.push(...here.map((what) => `${what} in ${address}`));
    }
    expect(leaks).toEqual([]);
    // The search was complete: this photo in nine languages, each width in both formats, and files to download.
    const ofThePhoto = [...all.values()].filter(({ address }) => ofItsOwn(address));
    expect(ofThePhoto.filter(({ address }) => /\/photo\/\d{8}$/.test(address)).length).toBeGreaterThanOrEqual(9);
    expect(ofThePhoto.filter(({ address }) => /\.webp$/.test(address)).length).toBeGreaterThanOrEqual(3);
    expect(ofThePhoto.filter(({ address }) => /\.jpg$|\/download\//.test(address)).length).toBeGreaterThanOrEqual(6);
    expect(kinds.pages).toBeGreaterThan(400);

    // Neither her age nor a day is on the photo's own page.
    const own = [...all.values()].find(({ address }) => address.endsWith(`/en/photo/${photo.number}`)).bytes.toString('utf8');
    const words = own.slice(own.indexOf('<main'), own.indexOf('</main>')).replace(/<details>[\s\S]*?<\/details>/, '').replace(/<[^>]*>/g, ' ');
    expect(words).not.toMatch(/(?<!\d)(45|46|47)(?!\d)/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
