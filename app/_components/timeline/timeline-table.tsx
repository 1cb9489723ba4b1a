import { useMemo } from 'react';
import type { Conflict, Timeline, WaitSpan } from '@/lib/trace/timeline/timeline';
import { reasonText } from '../figures/process-texts';
import { WindowedRows } from '../machine/windowed-rows';
import type { LaneLayout } from './lane-layout';

type TimelineTableProps = {
  readonly timeline: Timeline;
  readonly layout: LaneLayout;
  readonly current: number | null;
  readonly onChoose: (index: number) => void;
};

/** What the figure shows, in words. */
export function TimelineTable({ timeline, layout, current, onChoose }: TimelineTableProps) {
  const notes = useMemo(() => notesOf(timeline), [timeline]);
  return (
    <WindowedRows
      label="Timeline as a table"
      rows={timeline.marks}
      current={current ?? -1}
      momentOf={({ step }) => step}
      onChoose={onChoose}
      empty="Nothing happened."
      minWidth="36rem"
      columns={[
        { label: 'Step', width: '3rem', cell: (_, k) => k + 1 },
        {
          label: 'Who',
          width: 'minmax(5rem,8rem)',
          cell: ({ thread }) => layout.columnOf.get(thread)?.name,
        },
        { label: 'What', width: 'minmax(10rem,2fr)', cell: ({ text }) => text },
        { label: 'Line', width: '3rem', cell: ({ at }) => at?.line ?? '' },
        { label: 'And then', width: 'minmax(10rem,2fr)', cell: (_, k) => notes.get(k)?.join('; ') },
      ]}
    />
  );
}

/** Of each mark that more is to be said of than its own words. */
function notesOf({ marks, waits, conflicts }: Timeline): ReadonlyMap<number, readonly string[]> {
  const notes = new Map<number, string[]>();
  const note = (mark: number, text: string) => notes.set(mark, [...(notes.get(mark) ?? []), text]);
  marks.forEach(({ violation }, k) => violation !== null && note(k, violation));
  for (const wait of waits) note(wait.from, waitNote(wait));
  for (const conflict of conflicts) note(conflict.second, conflictNote(conflict));
  return notes;
}

function waitNote({ reason, to }: WaitSpan): string {
  return `waits ${reasonText(reason)}, ${to === null ? 'for ever' : `until ${to + 1}`}`;
}

function conflictNote({ first, object }: Conflict): string {
  return `conflicts with ${first + 1} over ${object}`;
}
