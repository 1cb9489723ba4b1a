import type { SchedulingTimes } from '@/lib/trace/gantt/scheduling-times';
import type { ProcessNames } from '../process-names';
import { timeText } from '../time-text';

type TimesTableProps = {
  readonly times: readonly SchedulingTimes[];
  readonly names: ProcessNames;
};

const COLUMNS = [
  { label: 'Arrival', title: 'When it was made', of: (t: SchedulingTimes) => t.arrivalNs },
  { label: 'Running', title: 'Had a processor', of: (t: SchedulingTimes) => t.runningNs },
  { label: 'Waiting time', title: 'In the ready queue', of: (t: SchedulingTimes) => t.waitingNs },
  { label: 'Blocked', title: 'Waiting for an event', of: (t: SchedulingTimes) => t.blockedNs },
  {
    label: 'Turnaround',
    title: 'From arrival to its end',
    of: (t: SchedulingTimes) => t.turnaroundNs,
  },
  {
    label: 'Response',
    title: 'From arrival until it ran first',
    of: (t: SchedulingTimes) => t.responseNs,
  },
] as const;

/** The times that a scheduling policy is judged by, of the whole run. */
export function TimesTable({ times, names }: TimesTableProps) {
  return (
    <div
      tabIndex={0}
      role="region"
      aria-label="Times of each process"
      className="max-h-[50%] shrink-0 overflow-auto max-lg:max-h-none"
    >
      <table className="w-full border-collapse text-left text-sm tabular-nums [&_td]:border-b [&_td]:px-3 [&_td]:py-1 [&_th]:border-b [&_th]:px-3 [&_th]:py-1 [&_th]:font-semibold">
        <thead className="sticky top-0 bg-surface">
          <tr>
            <th scope="col">Process</th>
            {COLUMNS.map(({ label, title }) => (
              <th key={label} scope="col" title={title} className="text-right">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {times.map((each) => (
            <tr key={each.id}>
              <td className="font-semibold" style={{ color: names.get(each.id)?.color }}>
                {names.get(each.id)?.name ?? each.id} {each.id}
              </td>
              {COLUMNS.map(({ label, of }) => (
                <td key={label} className="text-right">
                  {text(of(each))}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Mean</th>
            {COLUMNS.map(({ label, of }) => (
              <td key={label} className="text-right">
                {label === 'Arrival' ? '' : text(mean(times.map(of)))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function text(timeNs: number | null): string {
  return timeNs === null ? 'never' : timeText(timeNs);
}

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
