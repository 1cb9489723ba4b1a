'use client';

import { ArrowDownUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { ControlBlock, ControlBlocksView } from '@/lib/kernel/inspection/control-blocks-view';
import type { Pid } from '@/lib/kernel/pid';
import { reasonText, statusText } from '../../figures/process-texts';
import { StateGlyph } from '../../figures/state-glyph';
import { cn } from '../../ui/class-names';
import type { ProcessNames } from '../process-names';
import { useRowWindow } from '../use-row-window';
import { queueLook } from './control-words';
import { LANE, QueueLanes, ROW } from './queue-lanes';

type BlockListProps = {
  readonly view: ControlBlocksView;
  readonly names: ProcessNames;
  readonly chosen: Pid | null;
  readonly onChoose: (pid: Pid) => void;
};

/** All control blocks as the doubly linked list that they are, and the queues that run through it. */
export function BlockList({ view: { blocks, queues }, names, chosen, onChoose }: BlockListProps) {
  const index = blocks.findIndex(({ pid }) => pid === chosen);
  const { box, items, height, rowOf } = useRowWindow({
    count: blocks.length,
    height: ROW,
    current: index,
  });

  function onKeyDown(event: KeyboardEvent) {
    const to = rowOf(event);
    const block = to === null ? undefined : blocks[to];
    if (block === undefined) return;
    event.preventDefault();
    onChoose(block.pid);
  }

  return (
    <div ref={box} className="max-h-[26rem] min-h-24 overflow-auto">
      <div className="sticky top-0 z-10 flex min-w-fit border-b bg-surface text-2xs text-muted">
        <p className="min-w-44 flex-1 px-2 py-1">list of all processes</p>
        {queues.map((queue, k) => {
          const { name, short, color } = queueLook(queue);
          return (
            <p
              key={k}
              className="shrink-0 py-1 text-center leading-tight"
              style={{ width: LANE, color }}
              title={name}
            >
              {short}
              <br />
              {queue.members.length === 0 ? 'empty' : `${queue.members.length}`}
            </p>
          );
        })}
      </div>
      <div className="flex min-w-fit">
        <ul
          role="listbox"
          aria-label="Process control blocks"
          aria-activedescendant={chosen === null ? undefined : `block-${chosen}`}
          tabIndex={0}
          onKeyDown={onKeyDown}
          className="relative min-w-44 flex-1"
          style={{ height }}
        >
          {items.map(({ index: row, start }) => {
            const block = blocks[row];
            return block === undefined ? null : (
              <BlockCard
                key={block.pid}
                block={block}
                names={names}
                top={start}
                isLast={row === blocks.length - 1}
                isChosen={block.pid === chosen}
                onChoose={onChoose}
              />
            );
          })}
        </ul>
        <QueueLanes blocks={blocks} queues={queues} />
      </div>
    </div>
  );
}

type BlockCardProps = {
  readonly block: ControlBlock;
  readonly names: ProcessNames;
  readonly top: number;
  readonly isLast: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (pid: Pid) => void;
};

function BlockCard({ block, names, top, isLast, isChosen, onChoose }: BlockCardProps) {
  const { pid, state, status, threads } = block;
  const [first] = threads;
  const named = names.get(pid);
  return (
    <li
      id={`block-${pid}`}
      role="option"
      aria-selected={isChosen}
      data-pid={pid}
      data-state={state}
      onClick={() => onChoose(pid)}
      className="absolute inset-x-0 cursor-pointer px-1 pt-1"
      style={{ top, height: ROW }}
    >
      <div
        className={cn(
          'flex h-11 items-center gap-2 rounded-md border bg-surface px-2 text-sm',
          isChosen ? 'border-accent bg-accent-soft' : 'border-edge',
        )}
      >
        <svg aria-hidden viewBox="-20 -20 40 40" className="size-6 shrink-0">
          <StateGlyph state={state} />
        </svg>
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate">
            <span className="font-semibold" style={{ color: named?.color }}>
              {named?.name ?? block.name}
            </span>{' '}
            <span className="text-2xs text-muted">pid {pid}</span>
          </span>
          <span className="block truncate text-2xs text-muted">
            {state}
            {state === 'waiting' && first?.reason != null && ` ${reasonText(first.reason)}`}
            {status !== null && `, ${statusText(status)}`}
            {first?.registers.at != null && ` · line ${first.registers.at.line}`}
            {threads.length > 1 && ` · ${threads.length} threads`}
          </span>
        </span>
      </div>
      {!isLast && (
        <ArrowDownUp
          aria-hidden
          className="absolute -bottom-2 left-5 z-[1] size-4 rounded-full bg-surface text-muted"
        />
      )}
    </li>
  );
}
