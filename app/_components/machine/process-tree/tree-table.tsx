import type { SourcePosition } from '@/lib/kernel/events';
import type { ProcessAt, Processes } from '@/lib/trace/process-history/process-history';
import { isOrphan } from '@/lib/trace/process-history/process-history';
import { LineLink } from '../../editor/line-link';
import { reasonText, statusText } from '../../figures/process-texts';

type TreeTableProps = {
  readonly processes: Processes;
  /** Absent where there is no other moment to go to. */
  readonly onGo?: ((step: number) => void) | undefined;
  readonly onLine?: ((at: SourcePosition) => void) | undefined;
};

/** What the tree shows, in words. */
export function TreeTable({ processes, onGo, onLine }: TreeTableProps) {
  return (
    <div tabIndex={0} role="region" aria-label="Processes" className="overflow-x-auto text-sm">
      <table className="w-full border-collapse text-left tabular-nums [&_td]:border-b [&_td]:px-3 [&_td]:py-1 [&_th]:border-b [&_th]:px-3 [&_th]:py-1 [&_th]:font-semibold">
        <thead>
          <tr>
            <th scope="col">PID</th>
            <th scope="col">Program</th>
            <th scope="col">Made by</th>
            <th scope="col">State</th>
            <th scope="col">Threads</th>
            <th scope="col">Ended with</th>
            <th scope="col">Waited for by</th>
            <th scope="col">Made at</th>
          </tr>
        </thead>
        <tbody>
          {processes.map((process) => (
            <tr key={process.pid} data-row-pid={process.pid}>
              <td>
                {onGo === undefined ? (
                  process.pid
                ) : (
                  <button type="button" className="link" onClick={() => onGo(process.createdStep)}>
                    {process.pid}
                  </button>
                )}
              </td>
              <td>{process.name}</td>
              <td>
                {process.createdBy ?? 'the shell'}
                {isOrphan(process) && ', adopted by init'}
              </td>
              <td>
                {process.state}
                {process.reason !== null &&
                  process.state === 'waiting' &&
                  ` ${reasonText(process.reason)}`}
              </td>
              <td>{threadsText(process)}</td>
              <td>{process.status === null ? '' : statusText(process.status)}</td>
              <td>
                {process.reapedBy === null
                  ? ''
                  : Number(process.reapedBy) === 1
                    ? 'init'
                    : process.reapedBy}
              </td>
              <td>
                <MadeAt process={process} onLine={onLine} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MadeAt({
  process: { at },
  onLine,
}: Pick<TreeTableProps, 'onLine'> & { readonly process: ProcessAt }) {
  if (at === null) return null;
  if (onLine === undefined) return `line ${at.line}`;
  return <LineLink line={at.line} onLine={() => onLine(at)} />;
}

function threadsText({ threads }: ProcessAt): string {
  if (threads.length <= 1) return '';
  return threads.map(({ id, state }) => `${id} ${state}`).join(', ');
}
