/** How much two orders of the same items have in common. */

export function longestCommonSubsequence(a: readonly string[], b: readonly string[]): number {
  let row = Array.from({ length: b.length + 1 }, () => 0);
  for (const item of a) {
    const next = [0];
    b.forEach((other, at) => {
      next.push(item === other ? (row[at] ?? 0) + 1 : Math.max(row[at + 1] ?? 0, next[at] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}

/** Neighbours in `a` that are neighbours in `b`, too, in the same order. */
export function adjacentPairs(a: readonly string[], b: readonly string[]): number {
  return a.filter((item, at) => {
    const next = a[at + 1];
    const place = b.indexOf(item);
    return next !== undefined && place !== -1 && b[place + 1] === next;
  }).length;
}
