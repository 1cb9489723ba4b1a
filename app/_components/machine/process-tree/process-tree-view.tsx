'use client';

import { useState } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import type { Pid } from '@/lib/kernel/pid';
import { type ProcessAt, ProcessHistory } from '@/lib/trace/process-history/process-history';
import { LineLink } from '../../editor/line-link';
import { FigureOrTable } from '../figure-or-table';
import { ofEvents } from '../of-events';
import type { ViewProps } from '../view-props';
import { TreeFigure } from './tree-figure';
import { TreeLegend } from './tree-legend';
import { description } from './tree-node';
import { TreeTable } from './tree-table';

const historyOf = ofEvents((events) => new ProcessHistory(events));

/** The tree of processes of a recorded run, as it has grown by the present moment. */
export function ProcessTreeView({ run, position, onGo, onLine }: ViewProps) {
  const history = historyOf(run.events);
  const processes = history.at(history.momentAt(position));
  const [active, setActive] = useState<Pid | null>(null);
  const chosen = processes.find(({ pid }) => pid === active);

  function open({ createdStep, at }: ProcessAt) {
    onGo(createdStep);
    if (at !== null) onLine(at);
  }

  return (
    <FigureOrTable
      caption={
        chosen === undefined ? (
          'An arrow leads from who called fork to its child. A child that has ended stays a zombie until somebody has waited for it; init adopts children whose parent has ended.'
        ) : (
          <Chosen process={chosen} onOpen={open} onLine={onLine} />
        )
      }
      legend={<TreeLegend hasOrphans={history.hasOrphans} />}
      figure={
        <TreeFigure
          processes={processes}
          everybody={history.at(history.last)}
          active={chosen === undefined ? null : active}
          onActive={setActive}
          onOpen={open}
        />
      }
      table={() => <TreeTable processes={processes} onGo={onGo} onLine={onLine} />}
    />
  );
}

type ChosenProps = {
  readonly process: ProcessAt;
  readonly onOpen: (process: ProcessAt) => void;
  readonly onLine: (at: SourcePosition) => void;
};

function Chosen({ process, onOpen, onLine }: ChosenProps) {
  const { at } = process;
  return (
    <>
      <span className="text-ink">{description(process)}.</span> Made at step{' '}
      <button type="button" className="link tabular-nums" onClick={() => onOpen(process)}>
        {process.createdStep.toLocaleString('en')}
      </button>
      {at !== null && (
        <>
          , <LineLink line={at.line} onLine={() => onLine(at)} />
        </>
      )}
      .
    </>
  );
}
