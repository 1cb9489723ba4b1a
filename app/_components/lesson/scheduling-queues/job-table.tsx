import type { Job } from './workload';

const COLUMNS = [
  { key: 'arrival', head: 'Arrives', min: 0, max: 50 },
  { key: 'first', head: 'Computes', min: 1, max: 50 },
  { key: 'device', head: 'Device', min: 1, max: 2 },
  { key: 'service', head: 'Service', min: 0, max: 50 },
  { key: 'second', head: 'Computes', min: 0, max: 50 },
] as const satisfies readonly { readonly key: keyof Job; [rest: string]: unknown }[];

type JobTableProps = {
  readonly jobs: readonly Job[];
  readonly onChange: (jobs: readonly Job[]) => void;
};

/** A line for each process, in milliseconds, to be edited. */
export function JobTable({ jobs, onChange }: JobTableProps) {
  const set = (at: number, key: (typeof COLUMNS)[number]['key'], value: number) =>
    onChange(jobs.map((job, k) => (k === at ? { ...job, [key]: value } : job)));
  return (
    <table className="w-full max-w-xl text-left text-sm">
      <caption className="pb-1 text-left text-muted">
        Times in ms: arrives, computes, is served by a device, computes again.
      </caption>
      <thead className="text-muted">
        <tr>
          <th scope="col" className="pr-2 font-semibold">
            <span className="sr-only">Process</span>
          </th>
          {COLUMNS.map(({ key, head }) => (
            <th key={key} scope="col" className="pr-1 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.map((job, at) => (
          <tr key={job.name}>
            <th scope="row" className="pr-2 font-semibold">
              {job.name}
            </th>
            {COLUMNS.map(({ key, head, min, max }) => (
              <td key={key} className="py-0.5 pr-1">
                <input
                  type="number"
                  inputMode="numeric"
                  aria-label={`${job.name}: ${head.toLowerCase()}${key === 'device' ? '' : ', milliseconds'}`}
                  min={min}
                  max={max}
                  value={job[key]}
                  onChange={({ target }) =>
                    set(at, key, bounded(Number.parseInt(target.value, 10), min, max))
                  }
                  className="h-8 w-full max-w-20 rounded-md border border-edge bg-surface px-1.5 tabular-nums"
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function bounded(value: number, min: number, max: number): number {
  return Number.isNaN(value) ? min : Math.max(min, Math.min(value, max));
}
