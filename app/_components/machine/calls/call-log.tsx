'use client';

import { useMemo, useState } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import {
  failed,
  filteredLog,
  lastRowAt,
  type LogFilter,
  type LogRow,
  NO_FILTER,
  type RowTexts,
  rowTexts,
} from '@/lib/trace/call-log/call-log';
import { LineLink } from '../../editor/line-link';
import { cn } from '../../ui/class-names';
import { FigureOrTable } from '../figure-or-table';
import type { ProcessNames } from '../process-names';
import { timeText } from '../time-text';
import { type Column, WindowedRows } from '../windowed-rows';
import { CallFilter } from './call-filter';
import { durationText } from './duration-text';

type CallLogProps = {
  readonly log: readonly LogRow[];
  readonly names: ProcessNames;
  /** The present step. */
  readonly position: number;
  readonly onGo: (step: number) => void;
  readonly onLine: (at: SourcePosition) => void;
};

/** The log of a run's system calls: as strace prints it, or as a table that explains each. */
export function CallLog({ log, names, position, onGo, onLine }: CallLogProps) {
  const [filter, setFilter] = useState<LogFilter>(NO_FILTER);
  const rows = useMemo(() => filteredLog(log, filter), [log, filter]);
  const current = lastRowAt(rows, position);
  const present = rows[current];
  const list = {
    label: 'System calls',
    rows,
    current,
    momentOf: ({ step }: LogRow) => step,
    onChoose: (index: number) => {
      const row = rows[index];
      if (row !== undefined) onGo(row.step);
    },
    empty:
      log.length === 0
        ? 'This run has made no system call.'
        : 'No call of this run is of this kind. Choose others above.',
  };
  const who: Column<LogRow> = {
    label: 'Who',
    width: 'minmax(4.5rem,7rem)',
    cell: ({ thread, process }) => (
      <span style={{ color: names.get(thread)?.color }} className="font-semibold">
        {names.get(thread)?.name ?? process}
      </span>
    ),
  };
  const line: Column<LogRow> = {
    label: 'Line',
    width: '4rem',
    cell: ({ at }) => at !== null && <LineLink line={at.line} onLine={() => onLine(at)} />,
  };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <CallFilter
        log={log}
        names={names}
        filter={filter}
        onFilter={setFilter}
        shown={rows.length}
      />
      <FigureOrTable
        caption={
          present === undefined ? (
            'A process asks the kernel for everything by system calls. Choose one to go to its moment.'
          ) : (
            <>
              <span className="font-semibold text-ink">{names.get(present.thread)?.name}:</span>{' '}
              {rowTexts(present, position).meaning}
              {present.kind === 'call' && ` ${durationText(present, position)}`}
            </>
          )
        }
        legend={<CallLegend />}
        figure={
          <WindowedRows
            {...list}
            minWidth="34rem"
            columns={[
              who,
              {
                label: 'Call = result',
                width: 'minmax(0,1fr)',
                className: 'font-mono text-2xs',
                cell: (row) => <StraceText row={row} position={position} />,
              },
              line,
            ]}
          />
        }
        table={() => (
          <WindowedRows
            {...list}
            minWidth="64rem"
            columns={[
              {
                label: 'Time',
                width: '5.5rem',
                cell: ({ timeNs }) => timeText(timeNs),
              },
              who,
              {
                label: 'Call',
                width: 'minmax(14rem,2fr)',
                cell: (row) => <code>{textsAt(row, position).what}</code>,
              },
              {
                label: 'Result',
                width: 'minmax(6rem,1fr)',
                cell: (row) => <code>{textsAt(row, position).result}</code>,
              },
              {
                label: 'What it means',
                width: 'minmax(14rem,2fr)',
                cell: (row) => textsAt(row, position).meaning,
              },
              {
                label: 'Took',
                width: '9rem',
                cell: (row) => (row.kind === 'call' ? durationText(row, position) : ''),
              },
              line,
            ]}
          />
        )}
      />
    </div>
  );
}

/** What is still to come is shown as it will be. */
function textsAt(row: LogRow, position: number): RowTexts {
  return rowTexts(row, row.step > position ? Infinity : position);
}

function StraceText({ row, position }: { readonly row: LogRow; readonly position: number }) {
  const { what, result, meaning } = textsAt(row, position);
  const isError = failed(row) && (row.step > position || result !== '?');
  return (
    <span title={`${what}${result === '' ? '' : ` = ${result}`}\n${meaning}`}>
      {what}
      {result !== '' && (
        <>
          {' = '}
          <span className={cn(isError && 'font-semibold text-bad')}>{result}</span>
        </>
      )}
    </span>
  );
}

function CallLegend() {
  return (
    <p className="text-muted">
      As <code>strace -f</code> prints it. <code>?</code>: has not come back yet.{' '}
      <code className="font-semibold text-bad">-1 ERROR</code>: the call failed, and errno says why.{' '}
      <code>--- SIGNAL ---</code>: a signal came. <code>+++</code>: the process ended. What is still
      to come is grey.
    </p>
  );
}
