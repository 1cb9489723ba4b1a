import type { TimeWindow } from '@/lib/trace/gantt/bars';

/** As close as one can look. */
const SPAN_MIN_NS = 20;

/** Zooms by a factor (below 1: in) around a time, inside of the run. */
export function zoomed(
  window: TimeWindow,
  factor: number,
  aroundNs: number,
  endNs: number,
): TimeWindow {
  const span = window.toNs - window.fromNs;
  const wanted = Math.min(wholeSpan(endNs), Math.max(SPAN_MIN_NS, span * factor));
  const part = (aroundNs - window.fromNs) / span;
  return inside(aroundNs - part * wanted, wanted, endNs);
}

/** Moves by a part of what is seen. */
export function panned(window: TimeWindow, part: number, endNs: number): TimeWindow {
  const span = window.toNs - window.fromNs;
  return inside(window.fromNs + part * span, span, endNs);
}

export function whole(endNs: number): TimeWindow {
  return { fromNs: 0, toNs: wholeSpan(endNs) };
}

/** The same, moved where it doesn't show a time. */
export function showing(window: TimeWindow, timeNs: number, endNs: number): TimeWindow {
  if (timeNs >= window.fromNs && timeNs <= window.toNs) return window;
  const span = window.toNs - window.fromNs;
  return inside(timeNs - span / 2, span, endNs);
}

function wholeSpan(endNs: number): number {
  return Math.max(SPAN_MIN_NS, endNs);
}

function inside(fromNs: number, span: number, endNs: number): TimeWindow {
  const from = Math.max(0, Math.min(fromNs, wholeSpan(endNs) - span));
  return { fromNs: from, toNs: from + span };
}
