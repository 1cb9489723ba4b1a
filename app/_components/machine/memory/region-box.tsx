import { useState } from 'react';
import type { SourcePosition } from '@/lib/kernel/events';
import type { MemoryRegion } from '@/lib/kernel/inspection/memory-view';
import { addressText } from '@/lib/vm/values/value-text';
import { cn } from '../../ui/class-names';
import type { MapState } from './map-state';
import { bytesText, REGION_WORDS } from './memory-words';
import { PageStrip } from './page-strip';
import { RegionContents } from './region-contents';

const CLOSED_AT_FIRST: ReadonlySet<MemoryRegion['kind']> = new Set([
  'text',
  'read-only data',
  'arguments',
]);

const FILLS: Readonly<Record<MemoryRegion['kind'], string>> = {
  text: 'bg-good-soft',
  'read-only data': 'bg-good-soft',
  'initialized data': 'bg-warn-soft',
  'uninitialized data': 'bg-warn-soft',
  heap: 'bg-accent-soft',
  mapping: 'bg-sunken',
  stack: 'bg-accent-soft',
  arguments: 'bg-sunken',
};

type RegionBoxProps = {
  readonly region: MemoryRegion;
  readonly state: MapState;
  readonly onLine: (at: SourcePosition) => void;
};

/** A region of the map: its name and extent, its pages, and what is in it. */
export function RegionBox({ region, state, onLine }: RegionBoxProps) {
  const { kind, from, to, contents } = region;
  const [isOpen, setOpen] = useState(!CLOSED_AT_FIRST.has(kind));
  const title = titleOf(region);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
      className="border border-edge bg-surface first:rounded-t-md last:rounded-b-md"
      data-region={kind}
      data-from={from}
      data-to={to}
    >
      <summary className={cn('cursor-pointer px-2 py-1', FILLS[kind])}>
        <span className="inline-flex w-[calc(100%-1.25rem)] flex-wrap items-baseline gap-x-2 align-top">
          <span className="font-semibold">{title}</span>
          <span className="text-2xs text-muted">{REGION_WORDS[kind]}</span>
          <span className="ml-auto font-mono text-2xs text-muted tabular-nums">
            {addressText(from)}–{addressText(to)}, {bytesText(to - from)}
            {kind === 'stack' && contents.kind === 'frames' && (
              <> of {bytesText(to - contents.limit)}</>
            )}
          </span>
        </span>
      </summary>
      {isOpen && (
        <div className="space-y-1 px-1 py-1">
          <PageStrip runs={region.pages} names={state.names} />
          <RegionContents region={region} state={state} onLine={onLine} />
        </div>
      )}
    </details>
  );
}

function titleOf({ kind, contents }: MemoryRegion): string {
  if (contents.kind === 'mapping') return contents.mapping.name;
  return kind;
}
