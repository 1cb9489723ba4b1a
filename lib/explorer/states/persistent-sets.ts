/**
 * Persistent sets (Godefroid 1996): threads whose next steps are enough to be explored from a state, since
 * nothing that the other threads may do before one of these steps conflicts with it. What others may do is
 * told by `Futures`: not beyond a semaphore or mutex that is taken and that only a thread of the set could
 * give back. So of what somebody does who has a lock that all others need, no order is tried.
 */
import type { Footprint, ThreadId } from '../system';
import type { Futures, Location, Uses } from './futures';
import { areIndependent } from './sleep-set';

export interface Standing {
  readonly thread: ThreadId;
  readonly location: Location;
  /** Of its next step. */
  readonly footprint: Footprint;
  readonly enabled: boolean;
  /** The same for all that are equal. */
  readonly number: number;
}

/** null: all. `taken`: of the objects that somebody needs somewhere, those that are taken now. */
export function persistentSet(
  futures: Futures,
  standing: readonly Standing[],
  taken: readonly number[],
): ReadonlySet<ThreadId> | null {
  const enabled = standing.filter((each) => each.enabled);
  if (enabled.length <= 1) return null;
  let best: ReadonlySet<ThreadId> | null = null;
  let least = enabled.length;
  for (const first of enabled) {
    const set = closure(futures, standing, taken, first.thread);
    const count = enabled.filter(({ thread }) => set.has(thread)).length;
    if (count >= least) continue;
    best = set;
    least = count;
    if (least === 1) break;
  }
  return best;
}

/** What was chosen in a state. */
export interface Decision {
  readonly standing: readonly Standing[];
  readonly taken: readonly number[];
  readonly set: ReadonlySet<ThreadId>;
}

/** Whether that was enough by what is known now. */
export function isPersistent(futures: Futures, { standing, taken, set }: Decision): boolean {
  const members = standing.filter(({ thread }) => set.has(thread));
  const others = standing.filter(({ thread }) => !set.has(thread));
  const kept = keptFrom(futures, others, taken);
  return others.every(({ location }) => {
    const uses = futures.from(location, kept);
    return members.every(({ footprint }) => areIndependent(footprint, uses));
  });
}

function closure(
  futures: Futures,
  standing: readonly Standing[],
  taken: readonly number[],
  first: ThreadId,
): ReadonlySet<ThreadId> {
  const set = new Set([first]);
  for (let grown = true; grown;) {
    grown = false;
    const others = standing.filter(({ thread }) => !set.has(thread));
    const kept = keptFrom(futures, others, taken);
    for (const { thread, location } of others) {
      const uses = futures.from(location, kept);
      const conflicts = standing.some(
        (member) => set.has(member.thread) && !areIndependent(member.footprint, uses),
      );
      if (!conflicts) continue;
      set.add(thread);
      grown = true;
    }
  }
  return set;
}

/** What is taken and none of these threads can give back. */
function keptFrom(
  futures: Futures,
  others: readonly Standing[],
  taken: readonly number[],
): readonly number[] {
  let kept = taken;
  for (;;) {
    const uses = others.map(({ location }) => futures.from(location, kept));
    const still = kept.filter((object) => !uses.some((each: Uses) => each.get(object) === 'write'));
    if (still.length === kept.length) return kept;
    kept = still;
  }
}
