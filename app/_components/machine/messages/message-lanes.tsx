'use client';

import { useMemo, useState } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import { MESSAGE_KINDS, type Endpoint, type MessageKind } from '@/lib/trace/messages/endpoint';
import { lanesOf, lastRowAt } from '@/lib/trace/messages/lanes';
import type { Messages } from '@/lib/trace/messages/messages';
import { LineLink } from '../../editor/line-link';
import { cn } from '../../ui/class-names';
import { FigureOrTable } from '../figure-or-table';
import type { ProcessNames } from '../process-names';
import { timeText } from '../time-text';
import { WindowedRows } from '../windowed-rows';
import { endpointText, KIND_NAMES, pendingText } from './endpoint-text';
import { LaneFigure } from './lane-figure';
import { LaneLegend } from './lane-legend';

type MessageLanesProps = {
  readonly messages: Messages;
  readonly names: ProcessNames;
  /** The present step. */
  readonly position: number;
  readonly onGo: (step: number) => void;
  readonly onLine: (at: SourcePosition) => void;
};

/** A lane for each process, time running down, an arrow for each message. */
export function MessageLanes({ messages, names, position, onGo, onLine }: MessageLanesProps) {
  const present = useMemo(
    () => MESSAGE_KINDS.filter((kind) => messages.endpoints.some((each) => each.kind === kind)),
    [messages],
  );
  const [hidden, setHidden] = useState<ReadonlySet<MessageKind>>(new Set());
  const lanes = useMemo(
    () => lanesOf(messages, new Set(present.filter((kind) => !hidden.has(kind)))),
    [messages, present, hidden],
  );
  const current = lastRowAt(lanes, position);
  const senders = useMemo(() => {
    const found = new Map<number, Endpoint>();
    for (const { from, to } of lanes.arrows) {
      const sender = from === null ? undefined : lanes.rows[from];
      if (sender !== undefined && !found.has(to)) found.set(to, sender);
    }
    return found;
  }, [lanes]);

  function choose(row: number) {
    const endpoint = lanes.rows[row];
    if (endpoint !== undefined) onGo(endpoint.step);
  }

  if (messages.endpoints.length === 0)
    return (
      <p className="p-4 text-muted">
        The processes of this run tell each other nothing: no bytes in pipes, no messages, no
        signals, no exit status that somebody waits for. What they share in memory is in the memory
        map.
      </p>
    );
  const list = {
    label: 'Messages',
    current,
    onChoose: choose,
    empty: 'Nothing of this kind was sent. Choose others above.',
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div
        role="group"
        aria-label="Kinds to show"
        className="flex shrink-0 flex-wrap gap-1.5 border-b bg-surface px-3 py-1.5 text-sm"
      >
        {present.map((kind) => (
          <button
            key={kind}
            type="button"
            aria-pressed={!hidden.has(kind)}
            onClick={() => setHidden(toggled(hidden, kind))}
            className={cn(
              'h-7 rounded-full border px-2.5',
              hidden.has(kind)
                ? 'border-edge text-muted'
                : 'border-accent bg-accent-soft font-medium text-accent',
            )}
          >
            {KIND_NAMES[kind]}
          </button>
        ))}
      </div>
      <FigureOrTable
        caption="Time runs down. An arrow leads from who sends to who receives: the longer it is, the more has happened in between. An open end was never received."
        legend={<LaneLegend kinds={present} />}
        figure={
          <LaneFigure
            lanes={lanes}
            processes={messages.processes}
            names={names}
            current={current}
            onChoose={choose}
            empty={list.empty}
          />
        }
        table={() => (
          <WindowedRows
            {...list}
            rows={lanes.rows}
            momentOf={({ step }) => step}
            minWidth="46rem"
            columns={[
              { label: 'Time', width: '5.5rem', cell: ({ timeNs }) => timeText(timeNs) },
              {
                label: 'Who',
                width: '7rem',
                cell: ({ process }) => (
                  <span style={{ color: names.get(process)?.color }} className="font-semibold">
                    {names.get(process)?.name ?? process}
                  </span>
                ),
              },
              { label: 'Kind', width: '8rem', cell: ({ kind }) => KIND_NAMES[kind] },
              { label: 'What', width: 'minmax(12rem,1fr)', cell: endpointText },
              {
                label: 'From',
                width: '8rem',
                cell: (endpoint, row) => {
                  const sender = senders.get(row);
                  if (sender !== undefined) return names.get(sender.process)?.name;
                  return endpoint.direction === 'sent' ? pendingText(endpoint) : 'the kernel';
                },
              },
              {
                label: 'Line',
                width: '4rem',
                cell: ({ at }) =>
                  at !== null && <LineLink line={at.line} onLine={() => onLine(at)} />,
              },
            ]}
          />
        )}
      />
    </div>
  );
}

function toggled(kinds: ReadonlySet<MessageKind>, kind: MessageKind): ReadonlySet<MessageKind> {
  return new Set(kinds.has(kind) ? [...kinds].filter((other) => other !== kind) : [...kinds, kind]);
}
