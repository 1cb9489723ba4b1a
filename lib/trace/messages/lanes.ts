/**
 * Messages as rows and arrows: of the kinds that are looked at, a row for each end, in order of time, and
 * an arrow from each row that sends to the row that receives. Which arrows cross a window of rows is found
 * without going through all of them.
 */
import type { Endpoint, MessageKind } from './endpoint';
import type { Messages } from './messages';

export interface Lanes {
  readonly rows: readonly Endpoint[];
  /** By the row that sends. */
  readonly arrows: readonly Arrow[];
  /** Of the arrows up to each, the last row that one of them reaches. */
  readonly reach: Float64Array;
}

/** Rows; `from` null: who sent it is not known. */
export interface Arrow {
  readonly from: number | null;
  readonly to: number;
  readonly byteCount: number;
}

export function lanesOf(
  { endpoints, deliveries }: Messages,
  kinds: ReadonlySet<MessageKind>,
): Lanes {
  const rows = endpoints.filter(({ kind }) => kinds.has(kind));
  const rowOf = new Map(rows.map(({ index }, row) => [index, row]));
  const arrows = deliveries
    .flatMap(({ sent, received, byteCount }): readonly Arrow[] => {
      const to = rowOf.get(received);
      if (to === undefined) return [];
      return [{ from: sent === null ? null : (rowOf.get(sent) ?? null), to, byteCount }];
    })
    .sort((a, b) => start(a) - start(b));
  const reach = new Float64Array(arrows.length);
  let last = -1;
  arrows.forEach(({ to }, k) => {
    last = Math.max(last, to);
    reach[k] = last;
  });
  return { rows, arrows, reach };
}

/** Those that have something in the rows from `first` to `last`. */
export function arrowsThrough(
  { arrows, reach }: Lanes,
  first: number,
  last: number,
): readonly Arrow[] {
  const found: Arrow[] = [];
  for (let k = firstReaching(reach, first); k < arrows.length; k++) {
    const arrow = arrows[k];
    if (arrow === undefined || start(arrow) > last) break;
    if (arrow.to >= first) found.push(arrow);
  }
  return found;
}

/** The last row that has happened at a moment; -1: none. */
export function lastRowAt({ rows }: Lanes, step: number): number {
  let low = -1;
  let high = rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((rows[middle]?.step ?? Infinity) <= step) low = middle;
    else high = middle - 1;
  }
  return low;
}

function start({ from, to }: Arrow): number {
  return from ?? to;
}

function firstReaching(reach: Float64Array, row: number): number {
  let low = 0;
  let high = reach.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reach[middle] ?? Infinity) >= row) high = middle;
    else low = middle + 1;
  }
  return low;
}
