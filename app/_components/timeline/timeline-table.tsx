import type { Timeline } from '@/lib/trace/timeline/timeline';
import { reasonText } from '../figures/process-texts';
import type { LaneLayout } from './lane-layout';

type TimelineTableProps = {
  readonly timeline: Timeline;
  readonly layout: LaneLayout;
  readonly current: number | null;
  readonly onChoose: (index: number) => void;
};

/** What the figure shows, in words. */
export function TimelineTable({ timeline, layout, current, onChoose }: TimelineTableProps) {
  const { marks, waits, conflicts } = timeline;
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-left tabular-nums [&_td]:border-b [&_td]:py-1 [&_td]:pr-4 [&_td]:align-top [&_th]:border-b [&_th]:py-1 [&_th]:pr-4 [&_th]:font-semibold">
        <thead>
          <tr>
            <th scope="col">Step</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Line</th>
            <th scope="col">And then</th>
          </tr>
        </thead>
        <tbody>
          {marks.map(({ thread, text, at, violation }, k) => {
            const wait = waits.find(({ from }) => from === k);
            const conflict = conflicts.filter(({ second }) => second === k);
            const notes = [
              ...(violation === null ? [] : [violation]),
              ...(wait === undefined
                ? []
                : [
                    `waits ${reasonText(wait.reason)}, ${wait.to === null ? 'for ever' : `until ${wait.to + 1}`}`,
                  ]),
              ...conflict.map(({ first, object }) => `conflicts with ${first + 1} over ${object}`),
            ];
            return (
              <tr
                key={k}
                aria-current={k === current ? 'step' : undefined}
                className={k === current ? 'bg-accent-soft' : undefined}
              >
                <td>
                  <button type="button" className="link" onClick={() => onChoose(k)}>
                    {k + 1}
                  </button>
                </td>
                <td>{layout.columnOf.get(thread)?.name}</td>
                <td>{text}</td>
                <td>{at?.line ?? ''}</td>
                <td>{notes.join('; ')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
