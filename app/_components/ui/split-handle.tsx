'use client';

import type { KeyboardEvent, PointerEvent } from 'react';
import { cn } from './class-names';

type SplitHandleProps = {
  /** Between panes side by side (`vertical` line) or one above the other. */
  readonly orientation: 'vertical' | 'horizontal';
  /** Share of the pane before (`start`) or behind (`end`) the handle, in percent of the container. */
  readonly measures: 'start' | 'end';
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onChange: (value: number) => void;
  /** Where it is put back to by a double click or the Home key. */
  readonly initial: number;
  readonly label: string;
};

const KEY_STEP = 2;

/** Moves the border between two panes of its parent, with a pointer or with the arrow keys; a double click or Home puts it back. */
export function SplitHandle({
  orientation,
  measures,
  value,
  min,
  max,
  onChange,
  initial,
  label,
}: SplitHandleProps) {
  const isVertical = orientation === 'vertical';
  const set = (share: number) =>
    onChange(Math.round(Math.min(max, Math.max(min, share)) * 10) / 10);

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    const container = event.currentTarget.parentElement;
    if (container === null || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const box = container.getBoundingClientRect();
    const before = isVertical
      ? (event.clientX - box.left) / box.width
      : (event.clientY - box.top) / box.height;
    set(100 * (measures === 'start' ? before : 1 - before));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Home') {
      event.preventDefault();
      set(initial);
      return;
    }
    const towardsEnd = isVertical ? 'ArrowRight' : 'ArrowDown';
    const towardsStart = isVertical ? 'ArrowLeft' : 'ArrowUp';
    if (event.key !== towardsEnd && event.key !== towardsStart) return;
    event.preventDefault();
    const grows = (event.key === towardsEnd) === (measures === 'start');
    set(value + (grows ? KEY_STEP : -KEY_STEP));
  }

  return (
    <div
      role="separator"
      tabIndex={0}
      aria-orientation={orientation}
      aria-label={label}
      aria-valuenow={Math.round(value)}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={onPointerMove}
      onKeyDown={onKeyDown}
      onDoubleClick={() => set(initial)}
      title="Drag, or use the arrow keys; a double click puts it back"
      className={cn(
        'relative z-10 shrink-0 touch-none bg-line transition-colors hover:bg-accent focus-visible:bg-accent focus-visible:outline-offset-0',
        // A line to see, a wider strip to grab.
        'after:absolute after:content-[""]',
        isVertical
          ? 'w-px cursor-col-resize after:inset-y-0 after:-left-1 after:w-2.5'
          : 'h-px cursor-row-resize after:inset-x-0 after:-top-1 after:h-2.5',
      )}
    />
  );
}
