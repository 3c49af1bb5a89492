// Before the first story: the built program on a folder and ports of its own, and everyone who is needed signed in once,
// because a one-time code works only once. Afterwards all of it is gone.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { signIn } from './staff.js';

const TOP = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const READY_WITHIN = 90_000;

export default async function opening(config) {
  const folder = mkdtempSync(join(tmpdir(), 'kinlight-browser-'));
  const [site, desk] = [await freePort(), await freePort()];
  const program = serve(folder, site, desk);
  const closing = async () => {
    await ended(program);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await ready(program);
    process.env.KINLIGHT_TEST_SITE = `http://127.0.0.1:${site}`;
    process.env.KINLIGHT_TEST_DESK = `http://127.0.0.1:${desk}`;
    process.env.KINLIGHT_TEST_FOLDER = folder;
    const browser = await chromium.launch(config.projects[0].use.launchOptions);
    for (const name of ['olunda', 'perrin']) {
      await signIn(browser, name);
    }
    await browser.close();
  } catch (fault) {
    await closing();
    throw fault;
  }
  return closing;
}

// From the checkout, so that a development build finds templates, styles and texts as they are now.
function serve(folder, site, desk) {
  const binary = process.env.KINLIGHT_PROGRAM;
  if (!binary) { throw new Error('KINLIGHT_PROGRAM must name the built program; tests/browser/run does it'); }
  const args = [
    'demo', '--data', join(folder, 'data'), '--people', '2',
    '--listen', `127.0.0.1:${site}`, '--desk-listen', `127.0.0.1:${desk}`,
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
