import type { Pid } from '@/lib/kernel/pid';
import type { Timeline } from '@/lib/trace/timeline/timeline';

/** What a thread is called, and its hue: the same in every view. */
export type ThreadName = {
  /** "parent", or "parent, thread 2" where a process has several threads. */
  readonly name: string;
  readonly color: string;
};

/** By thread, in order of creation; a process has its first thread's. */
export type ProcessNames = ReadonlyMap<Pid, ThreadName>;

const HUES = 8;

export function processNames({ lanes }: Pick<Timeline, 'lanes'>): ProcessNames {
  return new Map(
    lanes.flatMap((lane, process) =>
      lane.threads.map((thread) => [
        thread.id,
        {
          name: lane.threads.length === 1 ? lane.name : `${lane.name}, ${thread.name}`,
          color: `var(--lane-${process % HUES})`,
        },
      ]),
    ),
  );
}
