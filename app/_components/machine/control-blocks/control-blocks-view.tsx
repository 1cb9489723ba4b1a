'use client';

import { useState } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import { StateLegend } from '../../figures/state-legend';
import { FigureOrTable } from '../figure-or-table';
import type { ViewProps } from '../view-props';
import { BlockDetails } from './block-details';
import { BlockList } from './block-list';
import { ContextSwitchPanel } from './context-switch-panel';
import { ControlBlocksTable } from './control-blocks-table';

/** What the kernel keeps of each process, and the queues that run through its list. */
export function ControlBlocksView({ moment, names, onLine }: ViewProps) {
  const [asked, setAsked] = useState<Pid | null>(null);
  const view = moment?.inspections.controlBlocks;
  if (moment === null || view === undefined)
    return <p className="p-4 text-sm text-muted">Looking into the kernel…</p>;
  const { blocks, queues, switches } = view;
  // Whoever runs, until one is chosen.
  const chosen =
    blocks.find(({ pid }) => pid === asked) ??
    blocks.find(({ threads }) => threads.some(({ id }) => id === moment.view.running)) ??
    blocks[0];
  return (
    <FigureOrTable
      caption="The blocks are one doubly linked list, in order of creation. A queue is no copy: it is links through the same blocks, and the numbers give its order. At a context switch the registers go into one block and come out of another."
      legend={<StateLegend />}
      figure={
        chosen === undefined ? (
          <p className="p-4 text-sm text-muted">All processes have ended: the list is empty.</p>
        ) : (
          <div className="@container" data-blocks-at={moment.view.step}>
            {switches.map((each) => (
              <ContextSwitchPanel
                key={each.processor}
                contextSwitch={each}
                names={names}
                onLine={onLine}
              />
            ))}
            <div className="grid @3xl:grid-cols-2">
              <BlockList view={view} names={names} chosen={chosen.pid} onChoose={setAsked} />
              <BlockDetails block={chosen} queues={queues} names={names} onLine={onLine} />
            </div>
          </div>
        )
      }
      table={() => <ControlBlocksTable view={view} names={names} />}
    />
  );
}
