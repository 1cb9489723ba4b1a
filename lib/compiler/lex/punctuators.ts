/** Punctuators, C11 6.4.6, the longest one first; digraphs stand for what they mean. */

export interface Punctuator {
  readonly length: number;
  readonly means: string;
}

const SPELLINGS: readonly (readonly [string, string])[] = [
  ...[
    '[ ] ( ) { } . -> ++ -- & * + - ~ ! / % << >> < > <= >= == != ^ | && || ? : ; ...',
    '= *= /= %= += -= <<= >>= &= ^= |= , # ##',
  ]
    .flatMap((line) => line.split(' '))
    .map((spelling) => [spelling, spelling] as const),
  ['<:', '['],
  [':>', ']'],
  ['<%', '{'],
  ['%>', '}'],
  ['%:', '#'],
  ['%:%:', '##'],
];

/** By first character; longest spelling first. */
const byFirst: readonly (readonly { readonly spelling: string; readonly found: Punctuator }[])[] =
  Array.from({ length: 128 }, (_, code) =>
    SPELLINGS.filter(([spelling]) => spelling.charCodeAt(0) === code)
      .sort(([a], [b]) => b.length - a.length)
      .map(([spelling, means]) => ({ spelling, found: { length: spelling.length, means } })),
  );

export function punctuatorAt(text: string, at: number): Punctuator | null {
  const candidates = byFirst[text.charCodeAt(at)];
  if (candidates === undefined) return null;
  for (const { spelling, found } of candidates) {
    if (found.length === 1 || text.startsWith(spelling, at)) return found;
  }
  return null;
}

/** How a digraph was spelled in the source, for `#` (C11 6.10.3.2). */
export function isDigraph(spelling: string): boolean {
  return SPELLINGS.some(([known, means]) => known === spelling && means !== spelling);
}
