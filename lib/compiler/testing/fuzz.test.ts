import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { front } from './front';
import { mutated, noise } from './mutation';
import { Random } from './random';

const SOURCES: readonly string[] = ['diagnostics', 'trees', 'tokens'].flatMap((folder) => {
  const directory = new URL(`${folder}/`, import.meta.url);
  return readdirSync(directory).map(
    (name) => readFileSync(new URL(name, directory), 'utf8').split('-----')[0] ?? '',
  );
});

const CASES = Number(process.env['FUZZ_CASES'] ?? 2_000);

test('mutated programs never throw, and end', () => {
  for (let seed = 0; seed < CASES; seed += 1) {
    const random = new Random(seed);
    const source = mutated(random.pick(SOURCES), random);
    try {
      front(source);
    } catch (cause) {
      throw new Error(`seed ${seed}:\n${source}`, { cause });
    }
  }
});

test('random text never throws, and ends', () => {
  for (let seed = 0; seed < CASES; seed += 1) {
    const source = noise(new Random(seed));
    try {
      front(source);
    } catch (cause) {
      throw new Error(`seed ${seed}:\n${source}`, { cause });
    }
  }
});

test('programs cut off anywhere give a diagnostic or are whole', () => {
  for (const source of SOURCES) {
    for (let end = 0; end < source.length; end += 7) front(source.slice(0, end));
  }
});

const DEEP: readonly (readonly [string, (n: number) => string])[] = [
  ['parentheses', (n) => `int x = ${'('.repeat(n)}1${')'.repeat(n)};`],
  ['open parentheses', (n) => `int x = ${'('.repeat(n)}`],
  ['casts', (n) => `int x = ${'(int)'.repeat(n)}1;`],
  ['unary operators', (n) => `int x = ${'- '.repeat(n)}1;`],
  ['stars', (n) => `int ${'*'.repeat(n)}x;`],
  ['sizeof', (n) => `int x = ${'sizeof '.repeat(n)}1;`],
  ['blocks', (n) => `int main(void) {${'{'.repeat(n)}${'}'.repeat(n)}}`],
  ['open blocks', (n) => `int main(void) {${'{'.repeat(n)}`],
  ['ifs', (n) => `int main(void) {${'if (1) '.repeat(n)};}`],
  ['else ifs', (n) => `int main(void) {${'if (1) ; else '.repeat(n)};}`],
  ['labels', (n) => `int main(void) { switch (1) {${'case 1: '.repeat(n)};}}`],
  ['fors', (n) => `int main(void) {${'for(;;) '.repeat(n)};}`],
  ['open fors', (n) => `int main(void) {${'for('.repeat(n)};}`],
  ['dos', (n) => `int main(void) {${'do '.repeat(n)};}`],
  ['sums', (n) => `int x = 1${' + 1'.repeat(n)};`],
  [
    'sums in sums',
    (n) => `int x = ${`(1${'+1'.repeat(100)}+`.repeat(n / 100)}1${')'.repeat(n / 100)};`,
  ],
  ['commas', (n) => `int f(void) { 1${', 1'.repeat(n)};}`],
  ['assignments', (n) => `int f(void) { ${'x = '.repeat(n)}1;}`],
  ['conditionals', (n) => `int x = ${'1 ? 2 : '.repeat(n)}3;`],
  ['conditionals within', (n) => `int x = ${'1 ? '.repeat(n)}3${': 1'.repeat(n)};`],
  ['indices', (n) => `int x = a${'[0]'.repeat(n)};`],
  ['indices within', (n) => `int x = ${'a['.repeat(n)}0${']'.repeat(n)};`],
  ['calls', (n) => `int x = ${'f('.repeat(n)}0${')'.repeat(n)};`],
  ['members', (n) => `int x = a${'.b'.repeat(n)};`],
  ['lists', (n) => `int x = ${'{'.repeat(n)}0${'}'.repeat(n)};`],
  ['structs', (n) => `${'struct { '.repeat(n)} int x; ${'} y;'.repeat(n)}`],
  ['declarators', (n) => `int ${'('.repeat(n)}x${')'.repeat(n)};`],
  ['parameters', (n) => `int ${'f(int '.repeat(n)}x${')'.repeat(n)};`],
  ['arrays', (n) => `int x${'[1]'.repeat(n)};`],
  ['typeofs', (n) => `${'typeof('.repeat(n)}1${')'.repeat(n)} x;`],
  ['statement expressions', (n) => `int f(void) { ${'({ '.repeat(n)}1;${' });'.repeat(n)} }`],
  ['generics', (n) => `int x = ${'_Generic('.repeat(n)}1${', int: 1)'.repeat(n)};`],
  ['compound literals', (n) => `int x = ${'(int){'.repeat(n)}1${'}'.repeat(n)};`],
  ['offsetofs', (n) => `int x = ${'__builtin_offsetof(int, x['.repeat(n)}1${'])'.repeat(n)};`],
  ['conditions', (n) => `#if ${'('.repeat(n)}1${')'.repeat(n)}\n#endif`],
  ['negated conditions', (n) => `#if ${'!'.repeat(n)}1\n#endif`],
  ['conditional groups', (n) => `${'#if 1\n'.repeat(n)}${'#endif\n'.repeat(n)}`],
  ['skipped groups', (n) => `${'#if 0\n'.repeat(n)}${'#endif\n'.repeat(n)}`],
  ['macro calls', (n) => `#define f(x) x\nint x = ${'f('.repeat(n)}1${')'.repeat(n)};`],
  ['attributes', (n) => `${'__attribute__((a)) '.repeat(n)} int x;`],
  ['strings', (n) => `char *s = ${'"a" '.repeat(n)};`],
  ['escapes', (n) => `char *s = "${'\\q'.repeat(n)}";`],
  ['unknown types', (n) => Array.from({ length: n }, (_, at) => `t${at} x${at};`).join('\n')],
  ['broken lines', (n) => 'int int ( ;\n'.repeat(n)],
  ['stray characters', (n) => '@'.repeat(n)],
  ['open quotes', (n) => `"\n`.repeat(n)],
  ['nothing but spaces', (n) => `"${' '.repeat(n)}`],
];

test.each(DEEP)('%s: 10,000 and 100,000 of them give a tree or a diagnostic', (_, make) => {
  for (const count of [10_000, 100_000]) {
    const before = performance.now();
    front(make(count));
    expect(performance.now() - before).toBeLessThan(12_000);
  }
});

test('a file that includes itself, a macro bomb and a source of 5 MB are refused', () => {
  const codes = (source: string): string[] =>
    front(source).diagnostics.list.map(({ code }) => code);
  expect(codes('#include "self.h"\n')).toEqual(['include-too-deep']);
  expect(codes(`int x;\n${' '.repeat(5 * 1024 * 1024)}`)).toEqual(['source-too-large']);
  const bomb = Array.from({ length: 40 }, (_, at) => `#define m${at + 1} m${at} m${at}\n`).join('');
  expect(codes(`#define m0 x\n${bomb}m40\n`)).toEqual(['macro-expansion-too-large']);
});
