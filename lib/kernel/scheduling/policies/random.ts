/**
 * Random: each time any ready process, each as likely, runs for a random number of instructions with
 * the quantum as its mean. The same seed gives the same run.
 */
import { nextBelow, randomState, type RandomState } from '../../random';
import { at } from '../ready-queue';
import type { Choice, Scheduler, SchedulingPoint } from '../scheduler';

export function randomScheduler(seed: number, quantum: number): Scheduler {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`bad seed ${seed}`);
  if (!Number.isSafeInteger(quantum) || quantum < 1) throw new Error(`bad quantum ${quantum}`);
  return new RandomScheduler(seed, quantum, randomState(seed));
}

class RandomScheduler implements Scheduler {
  readonly name: string;

  constructor(
    private readonly seed: number,
    private readonly quantum: number,
    private readonly state: RandomState,
  ) {
    this.name = `random seed=${seed} quantum=${quantum}`;
  }

  choose(point: SchedulingPoint): Choice {
    const count = 1 + nextBelow(this.state, 2 * this.quantum - 1);
    const pid = at(point.ready, nextBelow(this.state, point.ready.length));
    return { pid, until: { kind: 'instructions', count } };
  }

  clone(): Scheduler {
    return new RandomScheduler(this.seed, this.quantum, { ...this.state });
  }
}
