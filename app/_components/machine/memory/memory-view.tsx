'use client';

import { useState } from 'react';
import type { MemoryInspection, MemoryOfProcess } from '@/lib/kernel/inspection/memory-view';
import type { Pid } from '@/lib/kernel/pid';
import { FigureOrTable } from '../figure-or-table';
import type { ViewProps } from '../view-props';
import { MemoryLegend } from './memory-legend';
import { MemoryMap } from './memory-map';
import { MemoryTable } from './memory-table';
import { ProcessChoice } from './process-choice';

/** What is in the memory of one process, or of two beside each other. */
export function MemoryView({ moment, names, onLine, memoryOf, onMemoryOf }: ViewProps) {
  const memory = moment?.inspections.memory ?? null;
  const before = useMomentBefore(memory);
  if (moment === null || memory === null)
    return <p className="p-4 text-sm text-muted">Looking into memory…</p>;
  const [first, second] = memory.processes;
  return (
    <div
      className="@container flex min-h-0 min-w-0 flex-1 flex-col"
      data-memory-at={moment.view.step}
    >
      <ProcessChoice
        processes={moment.view.processes}
        names={names}
        chosen={memoryOf}
        shown={memory.processes.map(({ pid }) => pid)}
        onChoose={onMemoryOf}
      />
      <FigureOrTable
        caption="Each process has an address space of its own. What is marked with ● has changed since the moment before; ≠ marks what a child has otherwise than its parent since fork."
        legend={<MemoryLegend />}
        figure={
          first === undefined ? (
            <p className="p-4 text-sm text-muted">All processes have ended.</p>
          ) : (
            <div className={second === undefined ? '' : 'grid @3xl:grid-cols-2'}>
              {memory.processes.map((each) => (
                <MemoryMap
                  key={each.pid}
                  memory={each}
                  before={before === null ? null : ofProcess(before, each.pid)}
                  beside={memory.processes.find((other) => other !== each) ?? null}
                  names={names}
                  onLine={onLine}
                />
              ))}
            </div>
          )
        }
        table={() => <MemoryTable processes={memory.processes} names={names} />}
      />
    </div>
  );
}

function ofProcess({ processes }: MemoryInspection, pid: Pid): MemoryOfProcess | null {
  return processes.find((each) => each.pid === pid) ?? null;
}

/** What was shown before the present one was. */
function useMomentBefore(present: MemoryInspection | null): MemoryInspection | null {
  const [shown, setShown] = useState({ before: present, present });
  if (shown.present === present) return shown.before;
  setShown({ before: shown.present, present });
  return shown.present;
}
