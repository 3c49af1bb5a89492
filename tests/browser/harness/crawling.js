// Everything that anyone can fetch from the site without a form: every page in every language, every picture, every file.

const AT_ONCE = 6;
const LINKS = /(?:href|src|srcset|content)="([^"]*)"/g;

// Addresses of the same site in a page: links, pictures in each width, files, and the target of a refresh.
function addressesIn(html, here) {
  const raw = [...html.matchAll(LINKS)].flatMap((found) => found[1].replaceAll('&amp;', '&').split(/,\s+/));
  const whole = raw.map((one) => one.trim().split(/\s+/)[0]).filter((one) => /^[/?]/.test(one) && !one.startsWith('//'));
  return whole.map((one) => new URL(one, here)).map((url) => { url.hash = ''; return url.href; });
}

// Maps each address to { status, type, headers, bytes }, from the first page or another one, as far as `wanted` allows. The quick
// exit leaves the site, so it is not followed.
export async function crawls(site, accept, from = '/', wanted = () => true) {
  const found = new Map();
  const waiting = [`${site}${from}`];
  const known = new Set(waiting);
  const visits = async (address) => {
    const answer = await fetch(address, { headers: { accept }, redirect: 'manual' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const type = answer.headers.get('content-type') ?? '';
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n');
    found.set(address, { status: answer.status, type, headers, bytes });
    if (!type.startsWith('text/html')) { return; }
    for (const next of addressesIn(bytes.toString('utf8'), address)) {
      if (!known.has(next) && next.startsWith(site) && !next.endsWith('/leave') && wanted(next)) {
        known.add(next);
        waiting.push(next);
      }
    }
  };
  while (waiting.length) {
    await Promise.all(waiting.splice(0, AT_ONCE).map(visits));
  }
  return found;
}
