/** Words as search compares them: in small letters, without endings, without those that say nothing. */

/** Names of C keep their underscores; everything else that is no letter or digit parts words. */
const WORD = /[\p{L}\p{N}_]+/gu;

export function wordsIn(text: string): readonly { readonly at: number; readonly word: string }[] {
  return [...text.matchAll(WORD)].map((match) => ({ at: match.index, word: match[0] }));
}

/**
 * A word without the endings of English, the same for "swap", "swaps", "swapped" and "swapping". Not always a word,
 * and not always right; it only has to do the same on both sides.
 */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length < 4 || lower.includes('_')) return lower;
  const singular = lower
    .replace(/ies$/, 'y')
    .replace(/(s|x|ch|sh)es$/, '$1')
    .replace(/([^sui])s$/, '$1');
  const base = /[aeiou].*(?:ing|ed)$/.test(singular)
    ? singular.replace(/(?:ing|ed)$/, '')
    : singular;
  const kept = base.length < 3 ? singular : base;
  return kept.replace(/([^aeiou])\1$/, '$1').replace(/(....)e$/, '$1');
}

const EMPTY: ReadonlySet<string> = new Set(
  'a an and are as at be by do does for from how in is it its of on or that the this to was what when where which who why with'.split(
    ' ',
  ),
);

export function isEmptyWord(word: string): boolean {
  return EMPTY.has(word.toLowerCase());
}
