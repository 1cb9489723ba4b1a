import type { Moment } from '@/app/_workers/recording-protocol';
import type { ExitStatus, SourcePosition } from '@/lib/kernel/events';
import type { ThreadView } from '@/lib/kernel/inspection/machine-view';
import type { Pid } from '@/lib/kernel/pid';
import { LineLink } from '../editor/line-link';
import { reasonText, statusText } from '../figures/process-texts';
import { StateGlyph } from '../figures/state-glyph';
import type { ProcessNames } from '../machine/process-names';

type MomentViewProps = {
  readonly moment: Moment;
  readonly names: ProcessNames;
  readonly onLine: (at: SourcePosition) => void;
};

type ThreadRow = Omit<ThreadView, 'frames'> & {
  readonly status: ExitStatus | null;
  readonly at: SourcePosition | null;
};

/** Every thread at one moment: its state, and the line at which it stands. */
export function MomentView({ moment, names, onLine }: MomentViewProps) {
  const { processes, running } = moment.view;
  const processors = moment.inspections.processors?.processors ?? [];
  const several = processors.length > 1;
  const processorOf = (id: Pid) => processors.findIndex((each) => each.running === id);
  const rows = processes.flatMap(({ pid, state, status, threads }): readonly ThreadRow[] =>
    threads.length === 0
      ? [{ id: pid, state, status, reason: null, at: null }]
      : threads.map(({ frames, ...thread }) => ({ ...thread, status, at: frames[0] ?? null })),
  );
  return (
    <ul aria-label="At this moment" className="divide-y text-sm">
      {rows.length === 0 && <li className="py-1 text-muted">All processes have ended.</li>}
      {rows.map(({ id, state, status, reason, at }) => (
        <li key={id} className="flex items-center gap-2 py-1">
          <svg aria-hidden viewBox="-20 -20 40 40" className="size-5 shrink-0">
            <StateGlyph state={state} />
          </svg>
          <span className="shrink-0 font-semibold" style={{ color: names.get(id)?.color }}>
            {names.get(id)?.name ?? id}
          </span>
          <span className="min-w-0 flex-1 text-muted">
            {id === running ? 'runs next' : state}
            {state === 'running' && several && ` on processor ${processorOf(id)}`}
            {state === 'waiting' && reason !== null && ` ${reasonText(reason)}`}
            {status !== null && `, ${statusText(status)}`}
          </span>
          {at !== null && (
            <span className="shrink-0">
              <LineLink line={at.line} onLine={() => onLine(at)} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
