import type { Pid } from '@/lib/kernel/pid';
import type { QueuesAt } from '@/lib/trace/queues';
import { reasonText } from '../../figures/process-texts';
import type { ProcessNames } from '../process-names';

type QueuePanelProps = { readonly queues: QueuesAt; readonly names: ProcessNames };

const SHOWN_MAX = 24;

/** The chapter's queues as they are at the present moment, who is served first at the left. */
export function QueuePanel({ queues, names }: QueuePanelProps) {
  const { jobs, ready, devices, others } = queues;
  const byReason = new Map<string, Pid[]>();
  for (const { pid, reason } of others) {
    const text = reasonText(reason);
    byReason.set(text, [...(byReason.get(text) ?? []), pid]);
  }
  return (
    <dl
      aria-label="Queues at this moment"
      className="grid shrink-0 grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-1 border-t bg-surface px-3 py-2 text-sm"
    >
      {jobs.length > 0 && <Queue label="Job queue" queue={jobs} names={names} />}
      <Queue label="Ready queue" queue={ready} names={names} />
      {devices.map(({ device, queue }) => (
        <Queue key={device} label={`Device ${device}`} queue={queue} names={names} />
      ))}
      {[...byReason].map(([reason, queue]) => (
        <Queue key={reason} label={`Waiting ${reason}`} queue={queue} names={names} />
      ))}
    </dl>
  );
}

type QueueProps = {
  readonly label: string;
  readonly queue: readonly Pid[];
  readonly names: ProcessNames;
};

function Queue({ label, queue, names }: QueueProps) {
  return (
    <>
      <dt className="text-muted">{label}</dt>
      <dd>
        {queue.length === 0 ? (
          <span className="text-muted">empty</span>
        ) : (
          <ol className="flex flex-wrap gap-1">
            {queue.slice(0, SHOWN_MAX).map((pid) => (
              <li
                key={pid}
                data-queued={pid}
                className="rounded-sm border px-1.5 font-medium"
                style={{ color: names.get(pid)?.color, borderColor: names.get(pid)?.color }}
              >
                {names.get(pid)?.name ?? pid}
              </li>
            ))}
            {queue.length > SHOWN_MAX && (
              <li className="text-muted">and {queue.length - SHOWN_MAX} more</li>
            )}
          </ol>
        )}
      </dd>
    </>
  );
}
