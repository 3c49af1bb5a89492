// What a page costs: every byte that is transferred for it, headers included, without a cache and scrolled to its end, on a phone
// of 360 by 640 points with two pixels to a point.
import { Agent, request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { expect } from '@playwright/test';

export const PHONE = { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

// In bytes, and `requests` (docs/decisions/0017-what-every-page-keeps-to.md). The photo page counts with its picture, since that
// is what somebody pays for.
export const BUDGET = {
  frame: 30_000, webp: 150_000, jpeg: 180_000, photo: 60_000, form: 20_000, directory: 20_000, requests: 16, script: 6_000,
};

// Counts the bytes of what the page opens from now on: the last document, and all that it requested.
export async function scalesUnder(page) {
  const session = await page.context().newCDPSession(page);
  let parts = new Map();
  const onTheWay = new Set();
  session.on('Network.requestWillBeSent', ({ requestId, type, request, redirectResponse }) => {
    if (type === 'Document' && !redirectResponse) { parts = new Map(); }
    onTheWay.add(requestId);
    const before = parts.get(requestId)?.bytes ?? 0;
    parts.set(requestId, { type, address: request.url, bytes: before + (redirectResponse?.encodedDataLength ?? 0) });
  });
  session.on('Network.responseReceived', ({ requestId, response }) => {
    const part = parts.get(requestId);
    if (part) { part.encoding = response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? 'none'; }
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const part = parts.get(requestId);
    if (part) { part.bytes += encodedDataLength; }
    onTheWay.delete(requestId);
  });
  session.on('Network.loadingFailed', ({ requestId }) => onTheWay.delete(requestId));
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  return async () => {
    await readsToTheEnd(page);
    await expect.poll(() => onTheWay.size, { message: `${page.url()}: all of it has come`, intervals: [20] }).toBe(0);
    return sorted([...parts.values()]);
  };
}

// The bytes of a page's HTML, styles and script for a browser that accepts only gzip.
export async function gzipped(address) {
  const page = await fetched(address, 'gzip');
  const beside = [...page.text.matchAll(/(?:rel="stylesheet" href|script defer src)="([^"]+)"/g)].map((found) => new URL(found[1], address));
  const others = await Promise.all(beside.map((one) => fetched(one, 'gzip')));
  return [page, ...others].reduce((sum, one) => sum + one.bytes, 0);
}

function fetched(address, encoding) {
  return new Promise((done, failed) => {
    const asked = request(address, { headers: { 'accept-encoding': encoding }, agent: new Agent() }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('end', () => {
        const body = Buffer.concat(parts);
        const bytes = answer.socket.bytesRead;
        done({ bytes, text: answer.headers['content-encoding'] === 'gzip' ? gunzipSync(body).toString() : body.toString() });
      });
    });
    asked.once('error', failed);
    asked.end();
  });
}

// Pictures further down are loaded only when the page is scrolled to them.
async function readsToTheEnd(page) {
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let to = 0; to <= height; to += 400) {
    await page.evaluate((where) => scrollTo(0, where), to);
  }
  await page.waitForFunction(() => Array.from(document.images).every((image) => image.complete));
}

function sorted(parts) {
  const of = (...types) => parts.filter((part) => types.includes(part.type)).reduce((sum, part) => sum + part.bytes, 0);
  const [html, css, script, images] = [of('Document'), of('Stylesheet'), of('Script'), of('Image')];
  const thumbnails = parts.filter((part) => part.address.includes('/pictures/'));
  return {
    html, css, script, images, frame: html + css + script, all: parts.reduce((sum, part) => sum + part.bytes, 0),
    thumbnails: thumbnails.reduce((sum, part) => sum + part.bytes, 0), pictures: thumbnails.length,
    requests: parts.length, encoding: parts.find((part) => part.type === 'Document')?.encoding,
  };
}

// The figures that are over budget, one sentence each; empty if all is well.
export function overBudget(name, figures, isJpeg = false) {
  const rules = [['requests', figures.requests], ['script', figures.script]];
  if (name.startsWith('gallery') || name === 'filtered') {
    rules.push(['frame', figures.frame], [isJpeg ? 'jpeg' : 'webp', figures.thumbnails]);
  } else if (name === 'photo') {
    rules.push(['photo', figures.all]);
  } else {
    rules.push(['form', figures.all]);
  }
  return rules.filter(([rule, figure]) => figure > BUDGET[rule])
    .map(([rule, figure]) => `${name}: ${rule} ${figure}, at most ${BUDGET[rule]}`);
}
