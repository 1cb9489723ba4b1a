import type { Pid } from '@/lib/kernel/pid';
import type { Conflict, Mark, Timeline, WaitSpan } from '@/lib/trace/timeline/timeline';
import { processNames, type ThreadName } from '../machine/process-names';

/** One thread's column. */
export type LaneColumn = ThreadName & {
  readonly thread: Pid;
  readonly x: number;
  /** What it is between a mark and the next one, by the mark's index. */
  readonly spans: readonly LaneSpan[];
};

export type LaneSpan = 'absent' | 'running' | 'ready' | 'waiting' | 'zombie';

export type LaneLayout = {
  readonly columns: readonly LaneColumn[];
  readonly columnOf: ReadonlyMap<Pid, LaneColumn>;
  readonly width: number;
};

export const ROW = 32;
const PROCESS_GAP = 26;
const THREAD_GAP = 18;
const MARGIN = 18;
/** Beside the last lane, where lines between accesses bulge. */
const CONFLICT_MARGIN = 14;

/** Threads of a process stand close together and have its colour. */
export function layOutLanes(timeline: Timeline): LaneLayout {
  const columns: LaneColumn[] = [];
  const names = processNames(timeline);
  const waitsOf = new Map<Pid, WaitSpan[]>();
  for (const wait of timeline.waits)
    waitsOf.set(wait.thread, [...(waitsOf.get(wait.thread) ?? []), wait]);
  let x = MARGIN;
  timeline.lanes.forEach((lane) => {
    lane.threads.forEach((thread, k) => {
      const waits = waitsOf.get(thread.id) ?? [];
      if (k > 0) x += THREAD_GAP;
      columns.push({
        ...(names.get(thread.id) ?? { name: lane.name, color: 'var(--ink)' }),
        thread: thread.id,
        x,
        spans: timeline.marks.map((_, at) => {
          if (at < thread.begins) return 'absent';
          const ends = thread.ends ?? lane.ended;
          if (ends !== null && at >= ends) {
            const isZombie = k === 0 && lane.ended !== null && at < (lane.reaped ?? Infinity);
            return isZombie && at >= lane.ended ? 'zombie' : 'absent';
          }
          if (waits.some(({ from, to }) => at >= from && (to === null || at < to)))
            return 'waiting';
          return timeline.marks[at + 1]?.thread === thread.id ? 'running' : 'ready';
        }),
      });
    });
    x += PROCESS_GAP;
  });
  const columnOf = new Map(columns.map((column) => [column.thread, column]));
  const bulge = timeline.conflicts.length > 0 ? CONFLICT_MARGIN : 0;
  return { columns, columnOf, width: x - PROCESS_GAP + MARGIN + bulge };
}

/** Those with others that a mark is joined with. */
export function conflictsOf({ conflicts }: Timeline, index: number | null): readonly Conflict[] {
  return conflicts.filter(({ first, second }) => first === index || second === index);
}

export function rowY(index: number): number {
  return index * ROW + ROW / 2;
}

/** Where the processor went to another thread. */
export function switches(marks: readonly Mark[]): readonly number[] {
  return marks.flatMap(({ thread }, k) => (k > 0 && marks[k - 1]?.thread !== thread ? [k] : []));
}
