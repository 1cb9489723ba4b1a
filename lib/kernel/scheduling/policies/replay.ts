/**
 * Replay: makes the choices of a recorded schedule again. If the recording doesn't fit the run (another
 * program or input), it says so rather than going on with something else.
 */
import type { Choice, Scheduler, SchedulingPoint, Timing } from '../scheduler';

/** `timing` as the recording was made: `parseSchedule` tells. */
export function replay(choices: readonly Choice[], timing: Timing = 'clock'): Scheduler {
  return new ReplayScheduler(choices, timing, 0);
}

/**
 * A schedule in which all is chosen may end where what it was kept for has happened. The rest of the run
 * is as simple as can be.
 */
function goOn({ ready, events }: SchedulingPoint): Choice {
  const [first] = ready;
  if (first !== undefined) return { pid: first, until: { kind: 'blocked' } };
  const [event] = events;
  if (event === undefined) throw new Error('nothing can be chosen');
  return { pid: event.pid, until: { kind: event.kind } };
}

/** The recorded schedule belongs to another program, input or version. */
export class ScheduleMismatch extends Error {
  override readonly name = 'ScheduleMismatch';
}

class ReplayScheduler implements Scheduler {
  readonly name = 'replay';

  constructor(
    private readonly choices: readonly Choice[],
    readonly timing: Timing,
    /** Choices made so far; never past the end. */
    private made: number,
  ) {}

  choose(point: SchedulingPoint): Choice {
    const choice = this.choices[this.made];
    if (choice === undefined && this.timing === 'chosen') return goOn(point);
    if (choice === undefined)
      throw new ScheduleMismatch(
        `the schedule ends after ${this.made} choices, the run goes on (ready: ${point.ready.join(' ')})`,
      );
    const runs =
      choice.until.kind === 'instructions' ||
      choice.until.kind === 'visible' ||
      choice.until.kind === 'blocked';
    if (runs && !point.ready.includes(choice.pid))
      throw new ScheduleMismatch(
        `choice ${this.made + 1} of the schedule is process ${choice.pid}, which is not ready (ready: ${point.ready.join(' ')})`,
      );
    this.made++;
    return choice;
  }

  clone(): Scheduler {
    return new ReplayScheduler(this.choices, this.timing, this.made);
  }
}
