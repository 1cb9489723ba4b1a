/**
 * What is seen of a line of a Gantt chart through a window of time that is so many pixels wide. What is
 * narrower than a pixel is put together with its neighbours, and stands as what takes most of it: there are
 * never more bars than pixels, however many intervals there are.
 */
import { countUpTo } from '../process-history/process-history';
import type { Line } from './gantt-chart';

export interface TimeWindow {
  readonly fromNs: number;
  readonly toNs: number;
}

export interface Bar {
  /** In pixels from the left of the window. */
  readonly x: number;
  readonly width: number;
  readonly value: number;
  /** Index of the line's interval; of several together, the first. */
  readonly index: number;
  /** There is more here than can be seen. */
  readonly isMixed: boolean;
}

export function visibleBars(line: Line, window: TimeWindow, widthPx: number): readonly Bar[] {
  const { fromNs, toNs } = window;
  const scale = widthPx / (toNs - fromNs);
  const bars: Bar[] = [];
  let group: Group | null = null;
  const close = (): void => {
    if (group !== null) bars.push(group.bar());
    group = null;
  };
  for (let k = countUpTo(line.to, fromNs); k < line.from.length; k++) {
    const from = line.from[k] ?? 0;
    if (from >= toNs) break;
    const x = (Math.max(from, fromNs) - fromNs) * scale;
    const end = (Math.min(line.to[k] ?? 0, toNs) - fromNs) * scale;
    const value = line.values[k] ?? 0;
    // A gap, where nothing was.
    if (group !== null && x - group.end >= 1) close();
    if (end - x >= 1) {
      close();
      bars.push({ x, width: end - x, value, index: k, isMixed: false });
      continue;
    }
    group ??= new Group(x, k);
    group.add(value, end - x, end);
    if (group.end - group.x >= 1) close();
  }
  close();
  return bars;
}

/** Intervals that share a pixel. */
class Group {
  private readonly widths = new Map<number, number>();
  end: number;

  constructor(
    readonly x: number,
    private readonly index: number,
  ) {
    this.end = x;
  }

  add(value: number, width: number, end: number): void {
    this.widths.set(value, (this.widths.get(value) ?? 0) + width);
    this.end = end;
  }

  bar(): Bar {
    const [[value] = [0]] = [...this.widths].sort(([, a], [, b]) => b - a);
    return {
      x: this.x,
      width: Math.max(1, this.end - this.x),
      value,
      index: this.index,
      isMixed: this.widths.size > 1,
    };
  }
}

/** The interval at a time, or -1. */
export function intervalAt(line: Line, timeNs: number): number {
  const k = countUpTo(line.from, timeNs) - 1;
  return k >= 0 && timeNs < (line.to[k] ?? 0) ? k : -1;
}
