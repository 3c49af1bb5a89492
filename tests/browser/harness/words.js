// The visible texts from locales/, so that a test names a text once and works in every language.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const LOCALES = resolve(dirname(fileURLToPath(import.meta.url)), '../../../locales');
const read = new Map();

// Only one-line messages are read, which is enough for these tests.
function messages(lang) {
  if (!read.has(lang)) {
    const files = readdirSync(join(LOCALES, lang), { recursive: true }).filter((name) => name.endsWith('.ftl'));
    const lines = files.flatMap((name) => readFileSync(join(LOCALES, lang, name), 'utf8').split('\n'));
    const found = lines.map((line) => line.match(/^([a-z0-9-]+) = (.+)$/)).filter(Boolean);
    read.set(lang, new Map(found.map(([, key, text]) => [key, text.trim()])));
  }
  return read.get(lang);
}

// A text as it is shown. With `values`, a pattern that matches it whichever marks are around the values.
export function words(lang, key, values) {
  const text = messages(lang).get(key);
  if (text === undefined) { throw new Error(`locales/${lang} has no one-line message ${key}`); }
  if (!values) { return text; }
  const escaped = text.split(/\{ \$(\w+) \}/).map((part, at) => (
    at % 2 ? `[\u2066-\u2069]?${values[part]}[\u2066-\u2069]?` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  ));
  return new RegExp(`^${escaped.join('')}$`);
}
