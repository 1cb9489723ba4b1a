import type { Pid } from '@/lib/kernel/pid';
import type {
  Conflict,
  Lane,
  LaneThread,
  Mark,
  MarkIndex,
  Timeline,
  WaitSpan,
} from '@/lib/trace/timeline/timeline';
import { processNames, type ThreadName } from '../machine/process-names';

/** One thread's column. */
export type LaneColumn = ThreadName & {
  readonly thread: Pid;
  readonly x: number;
  /** What it is, from mark to mark, in order; where it is not there, nothing. */
  readonly spans: readonly LaneSpan[];
};

/** From the row of one mark to that of another, or with the last mark to the end of its row. */
export type LaneSpan = {
  readonly state: LaneState;
  readonly from: MarkIndex;
  readonly to: MarkIndex;
};

export type LaneState = 'running' | 'ready' | 'waiting' | 'zombie';

export type LaneLayout = {
  readonly columns: readonly LaneColumn[];
  readonly columnOf: ReadonlyMap<Pid, LaneColumn>;
  readonly width: number;
  /** Lanes and marks are so much smaller than usual. */
  readonly scale: number;
};

export const ROW = 32;
const PROCESS_GAP = 26;
const THREAD_GAP = 18;
const MARGIN = 18;
/** Many lanes come closer, so that the words beside them stay in sight. */
const LANES_MAX = 200;
/** Beside the last lane, where lines between accesses bulge. */
const CONFLICT_MARGIN = 14;

/** Threads of a process stand close together and have its colour. */
export function layOutLanes(timeline: Timeline): LaneLayout {
  const names = processNames(timeline);
  const waitsOf = new Map<Pid, WaitSpan[]>();
  for (const wait of timeline.waits) {
    const known = waitsOf.get(wait.thread);
    if (known === undefined) waitsOf.set(wait.thread, [wait]);
    else known.push(wait);
  }
  const places = timeline.lanes.flatMap((lane, process) =>
    lane.threads.map((thread, k) => ({ lane, thread, isFirst: k === 0, process })),
  );
  const gaps = places.map(({ isFirst, process }): number =>
    !isFirst ? THREAD_GAP : process === 0 ? 0 : PROCESS_GAP,
  );
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  const spread = Math.min(1, LANES_MAX / Math.max(1, whole));
  let x = MARGIN;
  const columns = places.map(({ lane, thread, isFirst }, k): LaneColumn => {
    x += (gaps[k] ?? 0) * spread;
    return {
      ...(names.get(thread.id) ?? { name: lane.name, color: 'var(--ink)' }),
      thread: thread.id,
      x,
      spans: spansOf(timeline.marks, lane, thread, isFirst, waitsOf.get(thread.id) ?? []),
    };
  });
  const columnOf = new Map(columns.map((column) => [column.thread, column]));
  const bulge = timeline.conflicts.length > 0 ? CONFLICT_MARGIN : 0;
  return { columns, columnOf, width: x + MARGIN + bulge, scale: Math.max(0.4, spread) };
}

function spansOf(
  marks: readonly Mark[],
  lane: Lane,
  { id, begins, ends: ended }: LaneThread,
  isFirst: boolean,
  waits: readonly WaitSpan[],
): readonly LaneSpan[] {
  const ends = ended ?? lane.ended ?? marks.length;
  const spans: { state: LaneState; from: MarkIndex; to: MarkIndex }[] = [];
  const add = (state: LaneState, from: MarkIndex, to: MarkIndex) => {
    const last = spans.at(-1);
    if (last?.state === state && last.to === from) last.to = to;
    else if (from < to) spans.push({ state, from, to });
  };
  let wait = 0;
  for (let at = begins; at < ends; at++) {
    while (wait < waits.length && (waits[wait]?.to ?? Infinity) <= at) wait++;
    const isWaiting = (waits[wait]?.from ?? Infinity) <= at;
    const runs = marks[at + 1]?.thread === id;
    add(isWaiting ? 'waiting' : runs ? 'running' : 'ready', at, at + 1);
  }
  if (isFirst && lane.ended !== null)
    add('zombie', Math.max(ends, lane.ended), lane.reaped ?? marks.length);
  return spans;
}

/** Of each mark, those with others that it is joined with. */
export function conflictsByMark({
  conflicts,
}: Timeline): ReadonlyMap<MarkIndex, readonly Conflict[]> {
  const found = new Map<MarkIndex, Conflict[]>();
  for (const conflict of conflicts)
    for (const mark of new Set([conflict.first, conflict.second]))
      found.set(mark, [...(found.get(mark) ?? []), conflict]);
  return found;
}

export function rowY(index: number): number {
  return index * ROW + ROW / 2;
}
