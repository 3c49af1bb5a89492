// Reads a CAPTCHA for a test. A program that reads its picture misses too often for a test, so the answer is opened from the form's
// token: it is sealed with this installation's own secret, which lies in the tests' folder.
import { createDecipheriv, hkdfSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rotate = (value, by) => ((value << by) | (value >>> (32 - by))) >>> 0;

function quarter(state, a, b, c, d) {
  for (const [to, from, mixed, by] of [[a, b, d, 16], [c, d, b, 12], [a, b, d, 8], [c, d, b, 7]]) {
    state[to] = (state[to] + state[from]) >>> 0;
    state[mixed] = rotate(state[mixed] ^ state[to], by);
  }
}

// HChaCha20 derives the subkey; Node's own ChaCha20-Poly1305 does the rest of XChaCha20-Poly1305.
function subkey(key, nonce) {
  const words = Buffer.concat([Buffer.from('expand 32-byte k'), key, nonce]);
  const state = Uint32Array.from({ length: 16 }, (_, at) => words.readUInt32LE(at * 4));
  for (let round = 0; round < 10; round += 1) {
    for (const at of [0, 1, 2, 3]) { quarter(state, at, 4 + at, 8 + at, 12 + at); }
    for (const at of [0, 1, 2, 3]) { quarter(state, at, 4 + ((at + 1) % 4), 8 + ((at + 2) % 4), 12 + ((at + 3) % 4)); }
  }
  const out = Buffer.alloc(32);
  [0, 1, 2, 3, 12, 13, 14, 15].forEach((from, at) => out.writeUInt32LE(state[from], at * 4));
  return out;
}

// The digits in a form's field `challenge`, after 16 bytes of an id, 8 of a time and 2 of the network's trace.
export function digitsOf(challenge) {
  const file = join(process.env.KINLIGHT_TEST_FOLDER, 'data', 'site.secret');
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'kinlight/site-tokens', 32));
  const sealed = Buffer.from(challenge, 'base64url');
  const nonce = Buffer.concat([Buffer.alloc(4), sealed.subarray(16, 24)]);
  const opening = createDecipheriv('chacha20-poly1305', subkey(key, sealed.subarray(0, 16)), nonce, { authTagLength: 16 });
  opening.setAAD(Buffer.from('captcha'), { plaintextLength: sealed.length - 40 });
  opening.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([opening.update(sealed.subarray(24, -16)), opening.final()]).subarray(26).toString('ascii');
}
