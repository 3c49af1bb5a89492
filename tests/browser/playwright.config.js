// How the stories run: one browser, each story with and without JavaScript, nothing tried twice.
import { defineConfig } from '@playwright/test';

const chromium = process.env.KINLIGHT_CHROMIUM ?? '/usr/bin/chromium';

export default defineConfig({
  testDir: 'stories',
  outputDir: 'failures',
  globalSetup: './harness/opening.js',
  reporter: [['./harness/reporter.js']],
  // One program serves them all, and the machine has two cores.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    viewport: { width: 1366, height: 768 },
    screenshot: { mode: 'only-on-failure', fullPage: true },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync',
      ],
    },
  },
  projects: [
    { name: 'with JavaScript' },
    { name: 'without JavaScript', use: { javaScriptEnabled: false } },
  ],
});
