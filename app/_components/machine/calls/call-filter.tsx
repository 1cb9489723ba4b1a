'use client';

import { useId, useMemo } from 'react';
import type { LogFilter, LogRow } from '@/lib/trace/call-log/call-log';
import { CALL_GROUPS } from '@/lib/trace/call-log/call-groups';
import { Checkbox } from '../../ui/choice';
import type { ProcessNames } from '../process-names';

type CallFilterProps = {
  readonly log: readonly LogRow[];
  readonly names: ProcessNames;
  readonly filter: LogFilter;
  readonly onFilter: (filter: LogFilter) => void;
  /** Rows that are left. */
  readonly shown: number;
};

const CONTROL = 'h-8 rounded-md border border-edge bg-surface px-2 text-sm';

/** Which calls are listed. */
export function CallFilter({ log, names, filter, onFilter, shown }: CallFilterProps) {
  const id = useId();
  const processes = useMemo(() => [...new Set(log.map(({ process }) => process))], [log]);
  return (
    <div
      role="search"
      aria-label="Calls to show"
      className="flex shrink-0 flex-wrap items-center gap-2 border-b bg-surface px-3 py-1.5 text-sm"
    >
      <input
        type="search"
        aria-label="Name of the call"
        placeholder="call, e.g. wait"
        value={filter.name}
        onChange={({ target }) => onFilter({ ...filter, name: target.value })}
        className={`${CONTROL} min-w-28 flex-1 sm:max-w-44`}
      />
      <select
        aria-label="Process"
        value={filter.process ?? ''}
        onChange={({ target }) =>
          onFilter({
            ...filter,
            process: processes.find((pid) => String(pid) === target.value) ?? null,
          })
        }
        className={`${CONTROL} max-w-40 min-w-0`}
      >
        <option value="">all processes</option>
        {processes.map((pid) => (
          <option key={pid} value={pid}>
            {(names.get(pid)?.name ?? '').replace(/, .*/, '')} {pid}
          </option>
        ))}
      </select>
      <select
        aria-label="Group"
        value={filter.group ?? ''}
        onChange={({ target }) =>
          onFilter({
            ...filter,
            group: CALL_GROUPS.find((group) => group === target.value) ?? null,
          })
        }
        className={`${CONTROL} max-w-40 min-w-0`}
      >
        <option value="">all groups</option>
        {CALL_GROUPS.map((group) => (
          <option key={group} value={group}>
            {group}
          </option>
        ))}
      </select>
      <span className="flex items-center gap-1.5">
        <Checkbox
          id={`${id}-errors`}
          checked={filter.onlyErrors}
          onCheckedChange={(checked) => onFilter({ ...filter, onlyErrors: checked === true })}
        />
        <label htmlFor={`${id}-errors`}>only errors</label>
      </span>
      <p role="status" className="ml-auto text-muted tabular-nums">
        {shown.toLocaleString('en')} of {log.length.toLocaleString('en')}
      </p>
    </div>
  );
}
