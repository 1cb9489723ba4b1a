/**
 * Translation phase 2 (C11 5.1.1.2): a backslash at the end of a line joins it with the next one.
 * Trigraphs (phase 1) are left as they are, as gcc leaves them in its default mode.
 */

/** A source text without its line splices, and the way back to the places in the file. */
export interface LogicalText {
  readonly text: string;
  /** Where the character at `offset` stands in the file. */
  readonly inFile: (offset: number) => number;
}

/** As gcc does, spaces between the backslash and the end of its line are overlooked. */
const SPLICE = /\\[ \t\v\f]*(?:\r\n|\n)/g;

export function logicalText(source: string): LogicalText {
  if (!source.includes('\\')) return { text: source, inFile: (offset) => offset };
  const parts: string[] = [];
  /** Logical offset of each splice, and how many characters of the file are gone after it. */
  const splices: number[] = [];
  const removed: number[] = [];
  let from = 0;
  let gone = 0;
  for (const match of source.matchAll(SPLICE)) {
    parts.push(source.slice(from, match.index));
    splices.push(match.index - gone);
    gone += match[0].length;
    removed.push(gone);
    from = match.index + match[0].length;
  }
  if (splices.length === 0) return { text: source, inFile: (offset) => offset };
  parts.push(source.slice(from));
  return {
    text: parts.join(''),
    inFile: (offset) => offset + goneBefore(splices, removed, offset),
  };
}

function goneBefore(
  splices: readonly number[],
  removed: readonly number[],
  offset: number,
): number {
  let low = 0;
  let high = splices.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((splices[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? 0 : (removed[low - 1] ?? 0);
}
