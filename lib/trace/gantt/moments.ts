/**
 * Steps and virtual times of a run, each found from the other. Between two events time is taken to pass
 * evenly with the instructions. Clocks of several processors may be a little apart: time never goes back.
 */
import type { TraceEvent } from '../../kernel/events';
import { countUpTo } from '../process-history/process-history';

export class Moments {
  private readonly steps: Float64Array;
  private readonly times: Float64Array;

  constructor(events: readonly TraceEvent[]) {
    this.steps = Float64Array.from(events, ({ step }) => step);
    this.times = Float64Array.from(events, ({ timeNs }) => timeNs);
    for (let k = 1; k < this.times.length; k++)
      this.times[k] = Math.max(at(this.times, k), at(this.times, k - 1));
  }

  get endNs(): number {
    return this.times.at(-1) ?? 0;
  }

  /** How many events have happened at a step. */
  eventsAt(step: number): number {
    return countUpTo(this.steps, step);
  }

  timeAt(step: number): number {
    return between(this.steps, this.times, step);
  }

  stepAt(timeNs: number): number {
    return Math.floor(between(this.times, this.steps, timeNs));
  }
}

/** What belongs in `values` to a place among the ascending `keys`. */
function between(keys: Float64Array, values: Float64Array, key: number): number {
  const count = countUpTo(keys, key);
  if (count === 0) return at(values, 0);
  const before = count - 1;
  if (count === keys.length) return at(values, before);
  const span = at(keys, count) - at(keys, before);
  const part = span === 0 ? 0 : (key - at(keys, before)) / span;
  return at(values, before) + part * (at(values, count) - at(values, before));
}

function at(numbers: Float64Array, index: number): number {
  return numbers[index] ?? 0;
}
