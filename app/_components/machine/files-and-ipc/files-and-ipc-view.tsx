'use client';

import { useMemo, useState } from 'react';
import type { SourcePosition, TraceEvent } from '@/lib/kernel/events';
import type { FilesAndIpcView } from '@/lib/kernel/inspection/files-and-ipc/files-and-ipc';
import { type Changes, changesBetween, NO_CHANGES } from '@/lib/trace/files-and-ipc/changes';
import { FigureOrTable } from '../figure-or-table';
import type { ProcessNames } from '../process-names';
import type { ViewProps } from '../view-props';
import { DescriptorFigure } from './descriptor-figure';
import { FilesAndIpcTable } from './files-and-ipc-table';
import { IpcCards } from './ipc-cards';
import { MadeBy } from './made-by';

type FilesAndIpcProps = {
  readonly view: FilesAndIpcView;
  /** Of the whole run. */
  readonly events: readonly TraceEvent[];
  readonly names: ProcessNames;
  /** The step of the moment that is shown. */
  readonly step: number;
  readonly onGo: (step: number) => void;
  readonly onLine: (at: SourcePosition) => void;
};

/** What processes have open and share at one moment. */
export function FilesAndIpc({ view, events, names, step, onGo, onLine }: FilesAndIpcProps) {
  const { changed, goneCount } = useChanges(view);
  const madeBy = useMemo(
    () =>
      new MadeBy(events, step, (to, at) => {
        onGo(to);
        if (at !== null) onLine(at);
      }),
    [events, step, onGo, onLine],
  );
  const parts = { view, names, changed, madeBy };
  return (
    <FigureOrTable
      caption={
        <>
          Descriptors that lead to one open file share its place in the file: after{' '}
          <code>fork</code>, and after <code>dup</code>. Names lead to the line that made them.
          {goneCount > 0 && ` Gone since the moment before: ${goneCount}.`}
        </>
      }
      legend={<Legend />}
      figure={
        <div data-files-at={step}>
          <DescriptorFigure {...parts} />
          <IpcCards {...parts} />
        </div>
      }
      table={() => (
        <div data-files-at={step}>
          <FilesAndIpcTable {...parts} />
        </div>
      )}
    />
  );
}

function Legend() {
  return (
    <ul aria-label="Legend" className="flex flex-wrap gap-x-4 gap-y-1 text-muted">
      <li className="flex items-center gap-1.5">
        <span aria-hidden className="size-3 rounded-full bg-accent" /> not as at the moment shown
        before
      </li>
      <li>
        <code>x</code> closed by exec
      </li>
      <li>round: pipes and sockets</li>
      <li>← a queue, the first one first</li>
    </ul>
  );
}

/** Against the moment that was shown before this one. */
function useChanges(view: FilesAndIpcView): Changes {
  const [shown, setShown] = useState<{
    readonly now: FilesAndIpcView;
    readonly changes: Changes;
  }>({ now: view, changes: NO_CHANGES });
  if (shown.now === view) return shown.changes;
  const changes = changesBetween(shown.now, view);
  setShown({ now: view, changes });
  return changes;
}

/** As a view of a recorded run. */
export function FilesAndIpcMoment({ run, names, moment, onGo, onLine }: ViewProps) {
  const view = moment?.inspections.filesAndIpc;
  if (moment === null || view === undefined)
    return (
      <p role="status" className="p-4 text-muted">
        Looking at what is open…
      </p>
    );
  return (
    <FilesAndIpc
      view={view}
      events={run.events}
      names={names}
      step={moment.view.step}
      onGo={onGo}
      onLine={onLine}
    />
  );
}
