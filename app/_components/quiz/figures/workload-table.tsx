import type { WorkloadFigure } from '@/lib/grading/quiz/asked';
import { GanttRow } from './gantt-row';

/** A workload as textbooks print it, with its policy, and what has run so far. */
export function WorkloadTable({ workload }: { readonly workload: WorkloadFigure }) {
  const { unit, policy, hasPriorities, processes, soFar } = workload;
  return (
    <div className="mt-3 space-y-3">
      <figure>
        <figcaption className="mb-1.5 text-sm text-muted">
          Policy: {policy}. Times in {unit}; those that arrive together queue in this order.
        </figcaption>
        <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="Workload">
          <table className="border-collapse text-sm">
            <thead>
              <tr>
                {['process', 'arrival', 'burst', ...(hasPriorities ? ['priority'] : [])].map(
                  (title) => (
                    <th key={title} scope="col" className="border px-3 py-1 font-medium">
                      {title}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {processes.map(({ name, arrival, burst, priority }) => (
                <tr key={name}>
                  <th scope="row" className="border px-3 py-1 font-medium">
                    {name}
                  </th>
                  {[arrival, burst, ...(hasPriorities ? [priority] : [])].map((value, at) => (
                    <td key={at} className="border px-3 py-1 text-right">
                      {value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </figure>
      {soFar !== null && (
        <GanttRow
          title={`What has run until ${soFar.length} ${unit}`}
          slots={soFar}
          processes={processes.map(({ name }) => name)}
        />
      )}
    </div>
  );
}
