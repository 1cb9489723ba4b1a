'use client';

import { ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Pid } from '@/lib/kernel/pid';
import {
  isOrphan,
  type ProcessAt,
  type Processes,
} from '@/lib/trace/process-history/process-history';
import { waitsFor } from '@/lib/trace/process-history/waits-for';
import { Button } from '../../ui/button';
import { layOutTree, type PlacedProcess } from './tree-layout';
import { TreeEdges } from './tree-edges';
import { TreeNode } from './tree-node';
import { useDragScroll } from './use-drag-scroll';

type TreeFigureProps = {
  readonly processes: Processes;
  /** All that there will be: their places don't change while one steps through. */
  readonly everybody: Processes;
  readonly active: Pid | null;
  readonly onActive: (pid: Pid) => void;
  /** Enter, or a second click: to where it was made. */
  readonly onOpen: (process: ProcessAt) => void;
};

const ZOOMS = [0.35, 0.5, 0.7, 1, 1.4] as const;

/** The tree as a drawing; arrow keys go from process to process, space folds what is below one. */
export function TreeFigure({ processes, everybody, active, onActive, onOpen }: TreeFigureProps) {
  const id = useId();
  const [folded, setFolded] = useState<ReadonlySet<Pid>>(new Set());
  const [zoom, setZoom] = useState(3);
  const layout = useMemo(
    () => layOutTree(everybody, folded, everybody.some(isOrphan)),
    [everybody, folded],
  );
  const byPid = useMemo(() => new Map(processes.map((each) => [each.pid, each])), [processes]);
  const waits = useMemo(() => waitsFor(processes), [processes]);
  const box = useRef<HTMLDivElement>(null);
  useDragScroll(box);
  const scale = ZOOMS[zoom] ?? 1;
  const { width, height } = layout;

  function placeOf(pid: Pid | undefined): PlacedProcess | undefined {
    return pid === undefined ? undefined : layout.nodes.get(pid);
  }

  // Whoever runs is kept in sight, where the tree is larger than its box.
  const running = processes.find(({ state }) => state === 'running')?.pid ?? null;
  const place = placeOf(active ?? running ?? processes.at(-1)?.pid);
  useEffect(() => {
    if (place !== undefined && box.current !== null)
      bringIntoSight(box.current, place.x * scale, place.y * scale);
  }, [place, scale]);

  function fold({ pid }: ProcessAt) {
    setFolded(
      folded.has(pid)
        ? new Set([...folded].filter((other) => other !== pid))
        : new Set([...folded, pid]),
    );
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = (active === null ? undefined : layout.nodes.get(active)) ?? firstShown();
    const process = from === undefined ? undefined : byPid.get(from.pid);
    if (from === undefined || process === undefined) return;
    const to = neighbour(from, event.key);
    if (to !== null) onActive(to);
    else if (event.key === 'Enter') onOpen(process);
    else if (event.key === ' ') fold(process);
    else if (event.key === '+' || event.key === '=') setZoom(Math.min(zoom + 1, ZOOMS.length - 1));
    else if (event.key === '-') setZoom(Math.max(zoom - 1, 0));
    else if (!event.key.startsWith('Arrow')) return;
    event.preventDefault();
  }

  function firstShown(): PlacedProcess | undefined {
    return placeOf(processes[0]?.pid);
  }

  /** Up to who made it, down to its first child, sideways to its brothers; of those that are there yet. */
  function neighbour({ pid, parent, children }: PlacedProcess, key: string): Pid | null {
    const above = parent === null ? undefined : layout.nodes.get(parent);
    const brothers = (above?.children ?? [pid]).filter((each) => byPid.has(each));
    const at = brothers.indexOf(pid);
    switch (key) {
      case 'ArrowUp':
        return parent;
      case 'ArrowDown':
        return children.find((child) => byPid.has(child)) ?? null;
      case 'ArrowLeft':
        return brothers[at - 1] ?? null;
      case 'ArrowRight':
        return brothers[at + 1] ?? null;
      case 'Home':
        return processes[0]?.pid ?? null;
      default:
        return null;
    }
  }

  return (
    <div className="relative flex h-full min-h-40 min-w-0 flex-col">
      <p id={`${id}-keys`} className="sr-only">
        Arrow keys go up, down and sideways in the tree. Enter goes to where a process was made.
        Space hides or shows what is below. Plus and minus zoom.
      </p>
      <div
        ref={box}
        role="tree"
        tabIndex={0}
        aria-label={summary(processes)}
        aria-describedby={`${id}-keys`}
        aria-activedescendant={active === null ? undefined : `${id}-${active}`}
        onKeyDown={onKeyDown}
        className="min-h-0 flex-1 overflow-auto focus-visible:outline-offset-[-2px]"
      >
        <svg
          role="presentation"
          viewBox={`0 0 ${width} ${height}`}
          style={{ width: width * scale, minWidth: width * scale, height: height * scale }}
          className="mx-auto block"
          fontFamily="var(--font-sans)"
        >
          <TreeEdges layout={layout} byPid={byPid} waits={waits} />
          {processes.map((process) => {
            const where = layout.nodes.get(process.pid);
            return (
              where !== undefined && (
                <TreeNode
                  key={process.pid}
                  id={`${id}-${process.pid}`}
                  place={where}
                  process={process}
                  isActive={process.pid === active}
                  onChoose={(chosen) =>
                    chosen.pid === active ? onOpen(chosen) : onActive(chosen.pid)
                  }
                  onFold={fold}
                />
              )
            );
          })}
        </svg>
      </div>
      {everybody.length > 12 && (
        <div className="absolute top-1 right-1 flex rounded-md border bg-surface">
          <Button
            look="quiet"
            size="icon"
            className="size-8"
            aria-label="Zoom out"
            disabled={zoom === 0}
            onClick={() => setZoom(zoom - 1)}
          >
            <ZoomOut aria-hidden />
          </Button>
          <Button
            look="quiet"
            size="icon"
            className="size-8"
            aria-label="Zoom in"
            disabled={zoom === ZOOMS.length - 1}
            onClick={() => setZoom(zoom + 1)}
          >
            <ZoomIn aria-hidden />
          </Button>
        </div>
      )}
    </div>
  );
}

const MARGIN = 60;

/** Only the tree scrolls, never the page under the reader. */
function bringIntoSight(box: HTMLElement, x: number, y: number): void {
  const isSeen =
    x > box.scrollLeft + MARGIN / 2 &&
    x < box.scrollLeft + box.clientWidth - MARGIN / 2 &&
    y >= box.scrollTop &&
    y < box.scrollTop + box.clientHeight - MARGIN;
  if (!isSeen) box.scrollTo({ left: x - box.clientWidth / 2, top: y - box.clientHeight / 2 });
}

const SUMMARY_MAX = 30;

function summary(processes: Processes): string {
  if (processes.length === 0) return 'No process yet.';
  const lines = processes
    .slice(0, SUMMARY_MAX)
    .map(({ pid, createdBy, state }) =>
      createdBy === null
        ? `Process ${pid}, ${state}`
        : `process ${pid}, child of ${createdBy}, ${state}`,
    );
  const count = processes.length === 1 ? '1 process' : `${processes.length} processes`;
  return `Tree of ${count}. ${lines.join('; ')}.`;
}
