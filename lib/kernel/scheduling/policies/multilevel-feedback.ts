/**
 * Multilevel feedback queue: processes begin in the highest of three queues. One that has used up its
 * queue's allotment, at once or in parts, goes one down, where allotments are twice as long; in the
 * lowest they take turns. A higher queue's process takes the processor from a lower one's. Every
 * `boostNs` all begin at the top again, so that nobody starves.
 */
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';
import { checkQuantum, leastBy } from '../ready-queue';
import type { Pid } from '../../pid';

const LEVELS = 3;

export interface FeedbackOptions {
  /** Instructions: the allotment of the highest queue. */
  readonly quantum: number;
  /** null: never. */
  readonly boostNs: number | null;
}

export function multilevelFeedback(options: FeedbackOptions): Scheduler {
  checkQuantum(options.quantum);
  if (options.boostNs !== null && !(options.boostNs > 0))
    throw new Error(`bad boost ${options.boostNs}`);
  return new MultilevelFeedback(options, new Map(), 0);
}

interface Place {
  readonly level: number;
  /** Instructions that it had executed when it came to this level. */
  readonly since: number;
}

class MultilevelFeedback implements Scheduler {
  readonly name: string;

  constructor(
    private readonly options: FeedbackOptions,
    /** Only of processes that were chosen once; others are at the top. */
    private readonly places: Map<Pid, Place>,
    private boostedNs: number,
  ) {
    const { quantum, boostNs } = options;
    this.name = `mlfq quantum=${quantum}${boostNs === null ? '' : ` boost=${boostNs}`}`;
  }

  choose(point: SchedulingPoint): Choice {
    this.boost(point);
    const pid = leastBy(point.ready, (each) => this.place(point, each).level);
    const { level, since } = this.place(point, pid);
    this.places.set(pid, { level, since });
    const used = point.factsOf(pid).executed - since;
    const count = Math.max(1, this.allotment(level) - used);
    return { pid, until: { kind: 'instructions', count }, preemptible: true };
  }

  clone(): Scheduler {
    return new MultilevelFeedback(this.options, new Map(this.places), this.boostedNs);
  }

  private allotment(level: number): number {
    return this.options.quantum * 2 ** level;
  }

  /** Where it is now: lower than noted, if it has used up its allotment since. */
  private place(point: SchedulingPoint, pid: Pid): Place {
    const { executed } = point.factsOf(pid);
    const noted = this.places.get(pid) ?? { level: 0, since: executed };
    if (executed - noted.since < this.allotment(noted.level)) return noted;
    return { level: Math.min(noted.level + 1, LEVELS - 1), since: executed };
  }

  private boost({ timeNs }: SchedulingPoint): void {
    const { boostNs } = this.options;
    if (boostNs === null || timeNs - this.boostedNs < boostNs) return;
    this.boostedNs = timeNs - ((timeNs - this.boostedNs) % boostNs);
    this.places.clear();
  }
}
