// Reads a CAPTCHA for a story. Its picture is made so that programs fail at it, so the answer is taken from where nobody
// else can: it rides in the form, sealed under the secret of this very installation, which lies in the stories' own folder.
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

// HChaCha20: what XChaCha20-Poly1305 needs before Node's own ChaCha20-Poly1305 can do the rest.
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

// The digits that belong to a form's field `challenge`: behind 16 bytes of an id and 8 of a time.
export function digitsOf(challenge) {
  const file = join(process.env.KINLIGHT_TEST_FOLDER, 'data', 'site.secret');
  const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'kinlight/site-tokens', 32));
  const sealed = Buffer.from(challenge, 'base64url');
  const nonce = Buffer.concat([Buffer.alloc(4), sealed.subarray(16, 24)]);
  const opening = createDecipheriv('chacha20-poly1305', subkey(key, sealed.subarray(0, 16)), nonce, { authTagLength: 16 });
  opening.setAAD(Buffer.from('captcha'), { plaintextLength: sealed.length - 40 });
  opening.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([opening.update(sealed.subarray(24, -16)), opening.final()]).subarray(24).toString('ascii');
}
