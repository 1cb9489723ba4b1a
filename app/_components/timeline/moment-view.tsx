import { memo, useCallback, useEffect, useRef } from 'react';
import type { Moment } from '@/app/_workers/recording-protocol';
import type { ProcessState, SourcePosition, WaitReason } from '@/lib/kernel/events';
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

/** Every thread at one moment: its state, and the line at which it stands. */
export function MomentView({ moment, names, onLine }: MomentViewProps) {
  // The pages make a new one each time they are drawn, and rows would be, too.
  const latest = useRef(onLine);
  useEffect(() => {
    latest.current = onLine;
  });
  const toLine = useCallback((at: SourcePosition) => latest.current(at), []);
  const rows = rowsOf(moment);
  return (
    <ul aria-label="At this moment" className="divide-y text-sm">
      {rows.length === 0 && <li className="py-1 text-muted">All processes have ended.</li>}
      {rows.map(({ id, state, text, at }) => (
        <ThreadRow
          key={id}
          name={names.get(id)?.name ?? String(id)}
          color={names.get(id)?.color}
          state={state}
          text={text}
          file={at?.file}
          line={at?.line}
          of={at?.function}
          onLine={toLine}
        />
      ))}
    </ul>
  );
}

type ThreadLine = {
  readonly id: Pid;
  readonly state: ProcessState;
  readonly text: string;
  readonly at: SourcePosition | null;
};

function rowsOf({ view: { processes, running }, inspections }: Moment): readonly ThreadLine[] {
  const processors = inspections.processors?.processors ?? [];
  const textOf = (id: Pid, state: ProcessState, reason: WaitReason | null): string => {
    if (id === running) return 'runs next';
    if (state === 'waiting' && reason !== null) return `waiting ${reasonText(reason)}`;
    return state;
  };
  return processes.flatMap(({ pid, state, status, threads }): readonly ThreadLine[] => {
    const ending = status === null ? '' : `, ${statusText(status)}`;
    if (threads.length === 0)
      return [{ id: pid, state, text: `${textOf(pid, state, null)}${ending}`, at: null }];
    return threads.map(({ id, state: own, reason, frames: [frame] }) => {
      const on = processors.findIndex((each) => each.running === id);
      const where = processors.length > 1 && own === 'running' ? ` on processor ${on}` : '';
      return {
        ...{ id, state: own, at: frame ?? null },
        text: `${textOf(id, own, reason)}${where}${ending}`,
      };
    });
  });
}

type ThreadRowProps = {
  readonly name: string;
  readonly color: string | undefined;
  readonly state: ProcessState;
  readonly text: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  /** The function that the line is of. */
  readonly of: string | undefined;
  readonly onLine: (at: SourcePosition) => void;
};

/** Of plain values, so that of two hundred those are drawn anew that have changed. */
const ThreadRow = memo(function ThreadRow(props: ThreadRowProps) {
  const { name, color, state, text, file, line, of, onLine } = props;
  return (
    <li className="flex items-center gap-2 py-1">
      <svg aria-hidden viewBox="-20 -20 40 40" className="size-5 shrink-0">
        <StateGlyph state={state} />
      </svg>
      <span className="shrink-0 font-semibold" style={{ color }}>
        {name}
      </span>
      <span className="min-w-0 flex-1 text-muted">{text}</span>
      {line !== undefined && file !== undefined && of !== undefined && (
        <span className="shrink-0">
          <LineLink line={line} onLine={() => onLine({ file, line, function: of })} />
        </span>
      )}
    </li>
  );
});
