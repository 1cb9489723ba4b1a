import fs from 'node:fs';
import process from 'node:process';
import { expect, test } from 'vitest';
import { checkSource } from './testing/check-source';

/** More with FUZZ_CASES=100000. */
const CASES = Number(process.env['FUZZ_CASES'] ?? 1_500);

/** mulberry32: a seed names a case. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const programs = ['testdata/diagnostics/', 'testdata/typed-trees/'].flatMap((name) => {
  const folder = new URL(name, import.meta.url);
  return fs.readdirSync(folder).map((file) => {
    const [source = ''] = fs.readFileSync(new URL(file, folder), 'utf8').split('\n--------\n');
    return source.match(/\w+|"[^"\n]*"|'[^'\n]*'|\s+|[^\s\w]/g) ?? [];
  });
});
const tokens = programs.flat().filter((token) => token.trim() !== '');

/** Tokens removed, replaced, doubled and swapped: what still parses reaches the checks. */
function mutated(random: () => number): string {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const text = [...(pick(programs) ?? [])];
  const changes = 1 + Math.floor(random() * 4);
  for (let change = 0; change < changes; change += 1) {
    const at = Math.floor(random() * text.length);
    const token = pick(tokens) ?? ';';
    const choice = Math.floor(random() * 4);
    if (choice === 0) text.splice(at, 1 + Math.floor(random() * 3));
    else if (choice === 1) text[at] = token;
    else if (choice === 2) text.splice(at, 0, token);
    else text.splice(at, 0, ...text.slice(at, at + Math.floor(random() * 12)));
  }
  return text.join('');
}

test('programs with tokens changed are checked without an exception', () => {
  for (let seed = 0; seed < CASES; seed += 1) {
    const source = mutated(generator(seed));
    try {
      checkSource(source);
    } catch (cause) {
      throw new Error(`seed ${seed}:\n${source}`, { cause });
    }
  }
});

const LARGE: readonly (readonly [string, (n: number) => string])[] = [
  ['else ifs', (n) => `int f(int x) { ${'if (x) x = 2; else '.repeat(n)}; return x; }`],
  ['sums', (n) => `int x; int f(void) { return x${' + x'.repeat(n)}; }`],
  ['cases', (n) => `int f(int x) { switch (x) { ${list(n, (k) => `case ${k}:`)} ; } return x; }`],
  [
    'typedefs',
    (n) => `typedef int *t0; ${list(n, (k) => `typedef t${k} *t${k + 1};`)} t${n} a, b;`,
  ],
  [
    'structures',
    (n) =>
      `struct s0 { int x; }; ${list(n, (k) => `struct s${k + 1} { struct s${k} y; };`)} struct s${n} a = {1};`,
  ],
  ['strings', (n) => `char *s[] = { ${list(n, (k) => `"${k}",`)} };`],
  ['locals', (n) => `int f(int x) { ${list(n, (k) => `int a${k}; if (x) a${k} = 1;`)} return x; }`],
  ['unknown names', (n) => `int f(void) { ${list(n, (k) => `unknown${k};`)} return 0; }`],
  ['unknown functions', (n) => list(n, (k) => `int f${k}(void) { return f${k + 1}(); }`)],
];

function list(n: number, make: (k: number) => string): string {
  return Array.from({ length: n }, (_, k) => make(k)).join(' ');
}

test.each(LARGE)('5,000 %s are checked within seconds', (_, make) => {
  const before = performance.now();
  checkSource(make(5_000));
  expect(performance.now() - before).toBeLessThan(10_000);
});
