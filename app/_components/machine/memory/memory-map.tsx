'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import type {
  MemoryOfProcess,
  MemoryRegion,
  PresentMemory,
} from '@/lib/kernel/inspection/memory-view';
import type { ProcessNames } from '../process-names';
import { useMapState } from './map-state';
import { changedSince, differingFrom, newSince } from './memory-changes';
import { bytesText, nameOf } from './memory-words';
import { PointerArrows, targetOf } from './pointer-arrows';
import { RegionBox } from './region-box';

type MemoryMapProps = {
  readonly memory: MemoryOfProcess;
  /** The same process a moment before; null: it wasn't looked at. */
  readonly before: MemoryOfProcess | null;
  /** The process that is shown beside it. */
  readonly beside: MemoryOfProcess | null;
  readonly names: ProcessNames;
  readonly onLine: (at: SourcePosition) => void;
};

/** The address space of one process as textbooks draw it: high addresses on top. */
export function MemoryMap(props: MemoryMapProps) {
  const { memory, names } = props;
  const name = nameOf(names, memory.pid);
  return (
    <section
      aria-label={`Memory of ${name}`}
      className="min-w-0 p-2 text-sm"
      data-memory-of={memory.pid}
    >
      <h4 className="mb-1 flex flex-wrap items-baseline gap-x-2 font-semibold">
        <span style={{ color: names.get(memory.pid)?.color }}>{name}</span>
        <span className="text-2xs font-normal text-muted">
          process {memory.pid}
          {memory.kind === 'present' && `, ${memory.name}`}
          {memory.kind === 'present' &&
            memory.copyOf !== null &&
            `, a copy of ${nameOf(names, memory.copyOf)}’s memory since fork`}
        </span>
      </h4>
      {memory.kind === 'present' ? (
        <PresentMap {...props} memory={memory} />
      ) : (
        <p className="text-sm text-muted">
          {memory.kind === 'zombie'
            ? 'It has ended: its memory has been given back. Only its control block is left, until its parent waits for it.'
            : 'There is no such process at this moment.'}
        </p>
      )}
    </section>
  );
}

type PresentMapProps = Omit<MemoryMapProps, 'memory'> & { readonly memory: PresentMemory };

function PresentMap({ memory, before, beside, names, onLine }: PresentMapProps) {
  const map = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const follow = useCallback((arrow: string) => {
    const element = map.current;
    const source = element?.querySelector<HTMLElement>(`[data-arrow="${CSS.escape(arrow)}"]`);
    if (element === null || source === null || source === undefined) return;
    const target = targetOf(element, source);
    target?.scrollIntoView({ block: 'nearest' });
    target?.focus();
  }, []);
  const changed = useMemo(() => changedSince(before, memory), [before, memory]);
  const fresh = useMemo(() => newSince(before, memory), [before, memory]);
  const differing = useMemo(() => differingFrom(beside, memory), [beside, memory]);
  const state = useMapState({
    pid: memory.pid,
    copyOf: memory.copyOf,
    names,
    changed,
    fresh,
    differing,
    follow,
    point: setPointed,
  });
  const regions = memory.regions.toReversed();
  return (
    <div ref={map} className="relative pr-10">
      <p className="text-2xs text-muted">high addresses</p>
      {memory.isBorrowed && (
        <p className="text-sm">Made by vfork: it works in its parent’s memory.</p>
      )}
      {regions.map((region, k) => (
        <div key={`${region.kind} ${region.kind === 'stack' ? region.to : region.from}`}>
          {k > 0 && <Gap above={regions[k - 1]} below={region} />}
          <RegionBox region={region} state={state} onLine={onLine} />
        </div>
      ))}
      <p className="text-2xs text-muted">low addresses</p>
      <PointerArrows map={map} drawnFor={memory} pointed={pointed} />
    </div>
  );
}

type GapProps = { readonly above: MemoryRegion | undefined; readonly below: MemoryRegion };

/** What no memory is between two regions: stack and heap grow into it. */
function Gap({ above, below }: GapProps) {
  if (above === undefined || above.from - below.to <= 0) return null;
  const text = [
    above.kind === 'stack' && '↓ the stack grows down',
    below.kind === 'heap' && '↑ the heap grows up',
  ].filter((each) => each !== false);
  // Text and data end within a page: that is no gap to speak of.
  if (text.length === 0 && above.from - below.to < 4096) return null;
  return (
    <p className="border-x border-dashed border-edge px-2 py-0.5 text-center text-2xs text-muted">
      {text.join(' · ')}
      {text.length > 0 && ' · '}
      no memory, {bytesText(above.from - below.to)}
    </p>
  );
}
