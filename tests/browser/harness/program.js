// The built program with its demo, in a folder and on ports of its own; at the end all of it is removed.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const TOP = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const READY_WITHIN = 180_000;

// Starts the demo. Its addresses are also in environment variables, for all tests.
export async function startsTheDemo({ people, photos }) {
  const folder = mkdtempSync(join(tmpdir(), 'kinlight-browser-'));
  const [site, desk] = [await freePort(), await freePort()];
  const more = photos ? ['--photos', photos] : [];
  const program = serve(folder, site, desk, ['--people', String(people), ...more]);
  const ends = async () => {
    await ended(program);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(program);
    process.env.KINLIGHT_TEST_SITE = `http://127.0.0.1:${site}`;
    process.env.KINLIGHT_TEST_DESK = `http://127.0.0.1:${desk}`;
    process.env.KINLIGHT_TEST_FOLDER = folder;
    process.env.KINLIGHT_TEST_PHOTO = await oldestPhoto(process.env.KINLIGHT_TEST_SITE);
  } catch (fault) {
    await ends();
    throw fault;
  }
  return ends;
}

// The number of a photo that no test takes down: the tests' own photos are newer.
async function oldestPhoto(site) {
  const page = async (number) => (await fetch(`${site}/en/?page=${number}`)).text();
  const numbers = (text, pattern) => [...text.matchAll(pattern)].map((found) => found[1]);
  const last = Math.max(1, ...numbers(await page(1), /page=(\d+)"/g).map(Number));
  return numbers(await page(last), /\/photo\/(\d{8})"/g).at(-1);
}

// Runs in the checkout, so that a development build finds the current templates, styles and texts.
function serve(folder, site, desk, more) {
  const binary = process.env.KINLIGHT_PROGRAM;
  if (!binary) { throw new Error('KINLIGHT_PROGRAM must name the built program; tests/browser/run does it'); }
  const args = [
    'demo', '--data', join(folder, 'data'), '--listen', `127.0.0.1:${site}`, '--desk-listen', `127.0.0.1:${desk}`, ...more,
  ];
  return spawn(binary, args, { cwd: TOP, stdio: ['ignore', 'pipe', 'inherit'] });
}

function ready(program) {
  return new Promise((done, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`not ready in time; it said:\n${said}`)), READY_WITHIN);
    program.stdout.on('data', (part) => {
      said += part;
      if (/^ready$/m.test(said)) { clearTimeout(late); done(); }
    });
    program.once('error', failed);
    program.once('exit', (code) => failed(new Error(`it ended with ${code}; it said:\n${said}`)));
  });
}

function ended(program) {
  if (program.exitCode !== null || program.signalCode !== null) { return undefined; }
  return new Promise((done) => {
    program.once('exit', done);
    program.kill();
  });
}

function freePort() {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
