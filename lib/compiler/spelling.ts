/** "Did you mean": the nearest of some known words to a misspelt one. */

/**
 * Optimal string alignment distance: insertions, deletions, replacements and swaps of neighbours.
 * Anything above `most` is given as `most + 1`.
 */
export function spellingDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charAt(row - 1) === b.charAt(column - 1);
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charAt(row - 1) === b.charAt(column - 2) &&
        a.charAt(row - 2) === b.charAt(column - 1);
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? 0, most + 1);
}

/** Long words may have two mistakes, short ones one; a difference in upper and lower case is none. */
export function nearestWord(word: string, candidates: Iterable<string>): string | null {
  if (word.length > 60) return null;
  const most = word.length >= 6 ? 2 : word.length >= 2 ? 1 : 0;
  const lower = word.toLowerCase();
  let nearest: string | null = null;
  let distance = most + 1;
  for (const candidate of candidates) {
    if (candidate === word) continue;
    const found = spellingDistance(lower, candidate.toLowerCase(), most);
    if (found < distance) {
      nearest = candidate;
      distance = found;
    }
  }
  return nearest;
}
