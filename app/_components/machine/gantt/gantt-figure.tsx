'use client';

import { ZoomIn, ZoomOut } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react';
import { intervalAt } from '@/lib/trace/gantt/bars';
import { type GanttChart, NOBODY, STATE_CODES } from '@/lib/trace/gantt/gantt-chart';
import { countUpTo } from '@/lib/trace/process-history/process-history';
import { reasonText } from '../../figures/process-texts';
import { Button } from '../../ui/button';
import type { ProcessNames } from '../process-names';
import { timeText } from '../time-text';
import { useRowWindow } from '../use-row-window';
import { ProcessorBars, StateBars } from './bars';
import { GUTTER, ROW } from './gantt-size';
import { RowName } from './row-name';
import { TimeAxis } from './time-axis';
import { panned, showing, whole, zoomed } from './time-window';
import { useWidth } from './use-width';

type GanttFigureProps = {
  readonly chart: GanttChart;
  readonly names: ProcessNames;
  readonly position: number;
  readonly onGo: (step: number) => void;
};

const ZOOM = 0.5;
const WHEEL_ZOOM = 1.002;
/** A click may shake a little. */
const DRAG_MIN_PX = 4;

/** Rows of bars over virtual time: zoomed by wheel, keys and buttons, moved by dragging; a click goes there. */
export function GanttFigure({ chart, names, position, onGo }: GanttFigureProps) {
  const { processors, threads, moments, switches, endNs } = chart;
  const id = useId();
  const nowNs = moments.timeAt(position);
  const [window, setWindow] = useState(() => whole(endNs));
  const [followed, setFollowed] = useState(nowNs);
  // The present moment comes into sight whenever it is another one.
  if (followed !== nowNs) {
    setFollowed(nowNs);
    setWindow(showing(window, nowNs, endNs));
  }
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const drag = useRef<Drag | null>(null);
  const count = processors.length + threads.length;
  const { box, items, height } = useRowWindow({ count, height: ROW, current: -1 });
  const width = Math.max(80, useWidth(box) - GUTTER);
  const scale = width / (window.toNs - window.fromNs);

  // React listens to wheels passively, and the page must not zoom or scroll as well.
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    function onWheel(event: WheelEvent) {
      const isZoom = event.ctrlKey || event.metaKey;
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (!isZoom && Math.abs(sideways) <= (event.shiftKey ? 0 : Math.abs(event.deltaY))) return;
      event.preventDefault();
      const x = event.clientX - (element?.getBoundingClientRect().left ?? 0) - GUTTER;
      setWindow((before) => {
        const span = before.toNs - before.fromNs;
        return isZoom
          ? zoomed(before, WHEEL_ZOOM ** event.deltaY, before.fromNs + (x / width) * span, endNs)
          : panned(before, sideways / width, endNs);
      });
    }
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [box, endNs, width]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const isHandled = handleKey(event.key);
    if (isHandled) event.preventDefault();
  }

  function handleKey(key: string): boolean {
    switch (key) {
      case 'ArrowLeft':
        goToSwitch(countUpTo(switches, position - 1) - 1);
        return true;
      case 'ArrowRight':
        goToSwitch(countUpTo(switches, position));
        return true;
      case 'Home':
        onGo(0);
        return true;
      case 'End':
        onGo(moments.stepAt(endNs));
        return true;
      case '+':
      case '=':
        setWindow(zoomed(window, ZOOM, nowNs, endNs));
        return true;
      case '-':
        setWindow(zoomed(window, 1 / ZOOM, nowNs, endNs));
        return true;
      case '0':
        setWindow(whole(endNs));
        return true;
      case ',':
        setWindow(panned(window, -0.25, endNs));
        return true;
      case '.':
        setWindow(panned(window, 0.25, endNs));
        return true;
      default:
        return false;
    }
  }

  function goToSwitch(index: number) {
    const step = switches[index];
    if (step !== undefined) onGo(step);
  }

  function placeOf(event: PointerEvent): Pointed {
    const rect = event.currentTarget.getBoundingClientRect();
    const timeNs = window.fromNs + (event.clientX - rect.left - GUTTER) / scale;
    const y = event.clientY - rect.top + event.currentTarget.scrollTop;
    return { timeNs, row: Math.floor(y / ROW) };
  }

  function onPointerMove(event: PointerEvent) {
    const { current } = drag;
    if (current === null) return setPointed(placeOf(event));
    const moved = event.clientX - current.x;
    if (!current.isDragging && Math.abs(moved) < DRAG_MIN_PX) return;
    if (!current.isDragging) event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { ...current, isDragging: true };
    setWindow(panned(current.window, -moved / width, endNs));
  }

  function onPointerUp(event: PointerEvent) {
    const { current } = drag;
    drag.current = null;
    if (current === null || current.isDragging) return;
    const { timeNs } = placeOf(event);
    if (timeNs >= window.fromNs) onGo(moments.stepAt(Math.max(0, Math.min(endNs, timeNs))));
  }

  const cursorX = GUTTER + (nowNs - window.fromNs) * scale;
  const isCursorSeen = nowNs >= window.fromNs && nowNs <= window.toNs;
  return (
    <div className="flex min-h-40 flex-1 flex-col max-lg:h-[50dvh] max-lg:flex-none">
      <div className="flex shrink-0 items-center gap-2 border-b px-3 py-1 text-sm">
        <p className="min-w-0 flex-1 truncate text-muted tabular-nums">
          {pointed === null
            ? `Now ${timeText(nowNs)} of ${timeText(endNs)}`
            : pointedText(chart, names, pointed)}
        </p>
        <Button
          look="quiet"
          size="icon"
          className="size-8"
          aria-label="Zoom out"
          onClick={() => setWindow(zoomed(window, 1 / ZOOM, nowNs, endNs))}
        >
          <ZoomOut aria-hidden />
        </Button>
        <Button
          look="quiet"
          size="icon"
          className="size-8"
          aria-label="Zoom in"
          onClick={() => setWindow(zoomed(window, ZOOM, nowNs, endNs))}
        >
          <ZoomIn aria-hidden />
        </Button>
        <Button look="quiet" size="sm" className="px-2" onClick={() => setWindow(whole(endNs))}>
          All
        </Button>
      </div>
      <TimeAxis window={window} width={width} />
      <p id={`${id}-keys`} className="sr-only">
        Arrow left and right: to the context switch before or after. Home and End: beginning and
        end. Plus, minus and 0: zoom in, zoom out, all. Comma and full stop: earlier and later.
      </p>
      <div
        ref={box}
        role="group"
        tabIndex={0}
        aria-label={`Gantt chart of ${processors.length} ${processors.length === 1 ? 'processor' : 'processors'} and ${threads.length} ${threads.length === 1 ? 'process' : 'processes'}, now ${timeText(nowNs)}`}
        aria-describedby={`${id}-keys`}
        data-now={Math.round(nowNs)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          if (event.button === 0) drag.current = { x: event.clientX, window, isDragging: false };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => setPointed(null)}
        className="relative min-h-0 flex-1 cursor-crosshair touch-pan-y overflow-x-hidden overflow-y-auto select-none focus-visible:outline-offset-[-2px]"
      >
        <div className="relative" style={{ height: height }}>
          {items.map(({ index, start }) => {
            const processor = processors[index];
            const thread = threads[index - processors.length];
            return (
              <div
                key={index}
                style={{ height: ROW, transform: `translateY(${start}px)` }}
                className="absolute inset-x-0 flex border-b border-line/60"
              >
                {processor !== undefined && (
                  <>
                    <RowName
                      name={`processor ${processor.processor}`}
                      color={undefined}
                      state={null}
                    />
                    <ProcessorBars line={processor} names={names} window={window} width={width} />
                  </>
                )}
                {thread !== undefined && (
                  <>
                    <RowName
                      name={names.get(thread.id)?.name ?? String(thread.id)}
                      color={names.get(thread.id)?.color}
                      state={STATE_CODES[thread.values[intervalAt(thread, nowNs)] ?? -1] ?? null}
                    />
                    <StateBars line={thread} window={window} width={width} />
                  </>
                )}
              </div>
            );
          })}
        </div>
        {isCursorSeen && (
          <div
            aria-hidden
            className="pointer-events-none absolute top-0 w-0.5 bg-accent"
            style={{ left: cursorX - 1, height: Math.max(height, 1) }}
          />
        )}
      </div>
    </div>
  );
}

type Pointed = { readonly timeNs: number; readonly row: number };

type Drag = {
  readonly x: number;
  readonly window: ReturnType<typeof whole>;
  readonly isDragging: boolean;
};

/** What is under the pointer. */
function pointedText(chart: GanttChart, names: ProcessNames, { timeNs, row }: Pointed): string {
  const processor = chart.processors[row];
  const thread = chart.threads[row - chart.processors.length];
  const time = timeText(Math.max(0, timeNs));
  const line = processor ?? thread;
  const k = line === undefined ? -1 : intervalAt(line, timeNs);
  if (line === undefined || k < 0) return time;
  const span = `${timeText(line.from[k] ?? 0)} to ${timeText(line.to[k] ?? 0)}`;
  const value = line.values[k] ?? NOBODY;
  if (thread === undefined) {
    const [, name] = [...names].find(([pid]) => pid === value) ?? [];
    return `${span}: ${value === NOBODY ? 'nobody' : (name?.name ?? value)} has processor ${processor?.processor}`;
  }
  const reason = thread.reasons[k] ?? null;
  const who = names.get(thread.id)?.name ?? thread.id;
  return `${span}: ${who} ${STATE_CODES[value] ?? ''}${reason === null ? '' : ` ${reasonText(reason)}`}`;
}
