/** Where in a run what a stepper goes to happened: calls, switches, output, errors. Found by bisection. */
import type { TraceEvent } from '../../kernel/events';
import type { Pid } from '../../kernel/pid';

export type EventGroup = 'any' | 'call' | 'switch' | 'output' | 'error';

export type Direction = 'forward' | 'backward';

interface Occurrence {
  readonly step: number;
  readonly pid: Pid;
}

export class EventSteps {
  private readonly groups: Readonly<Record<EventGroup, readonly Occurrence[]>>;

  constructor(events: readonly TraceEvent[]) {
    const groups: Record<EventGroup, Occurrence[]> = {
      any: [],
      call: [],
      switch: [],
      output: [],
      error: [],
    };
    for (const event of events) {
      const { step, pid } = event;
      if (event.kind !== 'state') groups.any.push({ step, pid });
      const group = groupOf(event);
      if (group !== null) groups[group].push({ step, pid });
    }
    this.groups = groups;
  }

  /** In order. */
  stepsOf(group: EventGroup): readonly number[] {
    return this.groups[group].map(({ step }) => step);
  }

  /** The next one after `from`, or the last one before it; of a thread, or with null of anybody. */
  next(group: EventGroup, thread: Pid | null, from: number, direction: Direction): number | null {
    const all = this.groups[group];
    const by = direction === 'forward' ? 1 : -1;
    let at = direction === 'forward' ? firstAfter(all, from) : firstAfter(all, from - 1) - 1;
    for (; at >= 0 && at < all.length; at += by) {
      const each = all[at];
      if (each !== undefined && (thread === null || each.pid === thread)) return each.step;
    }
    return null;
  }
}

export function groupOf(event: TraceEvent): Exclude<EventGroup, 'any'> | null {
  switch (event.kind) {
    case 'called':
      return 'call';
    case 'switched':
      return 'switch';
    case 'output':
      return 'output';
    case 'finding':
      return 'error';
    case 'signal':
      // What ends a process by accident, with or without a finding.
      return event.action === 'core' ? 'error' : null;
    default:
      return null;
  }
}

function firstAfter(all: readonly Occurrence[], step: number): number {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.step ?? Infinity) <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}
