/**
 * Which threads' steps one search explores from a state (persistent-sets.ts), and whether that was enough by
 * what it saw later. Where threads stand is the same in many states, so each choice is made once, and a step
 * is looked at once.
 */
import type { Pending, System, ThreadId } from '../system';
import type { Futures } from './futures';
import { isPersistent, persistentSet, type Decision, type Standing } from './persistent-sets';

type Choice = ReadonlySet<ThreadId> | null;

export class SufficientSteps {
  private readonly looked = new WeakMap<Pending, Standing>();
  private readonly numbers = new Map<string, number>();
  /** By what is known, where everybody stands, and what is taken. */
  private choices = new Map<string, Choice>();
  private choicesOf = -1;
  /** What was left out: one of each kind. */
  private readonly decisions = new Map<string, Decision>();
  private checked: number;

  constructor(
    private readonly system: System<unknown>,
    private readonly futures: Futures,
  ) {
    this.checked = futures.version;
  }

  /** Where everybody stands: those that stood before somewhere else, or were not there, came there by the mover's step. */
  look(
    pending: readonly Pending[],
    before: readonly Standing[],
    mover: ThreadId | null,
  ): readonly Standing[] {
    const { futures } = this;
    return pending.map((each, k) => {
      const standing = this.standingOf(each);
      const same = before[k];
      if (same === standing) return standing;
      const { thread, location } = standing;
      const from =
        (same?.thread === thread ? same : before.find((other) => other.thread === thread)) ??
        before.find((other) => other.thread === mover);
      if (from !== undefined && from.location !== location) futures.cameTo(from.location, location);
      return standing;
    });
  }

  /** null: all steps have to be explored. */
  choose(standing: readonly Standing[]): Choice {
    const { futures, system } = this;
    if (standing.length <= 1) return null;
    const taken: number[] = [];
    for (const object of futures.neededObjects)
      if (system.isTaken?.(object) === true) taken.push(object);
    let key = '';
    for (const { number } of standing) key += `${number},`;
    for (const object of taken) key += `/${object}`;
    if (this.choicesOf !== futures.version) {
      this.choices = new Map();
      this.choicesOf = futures.version;
    }
    const known = this.choices.get(key);
    if (known !== undefined) return known;
    const set = persistentSet(futures, standing, taken);
    this.choices.set(key, set);
    if (set !== null) this.decisions.set(`${key}=${[...set].join()}`, { standing, taken, set });
    return set;
  }

  /** Whether all that was chosen is enough by what is known now. */
  holds(): boolean {
    const { futures } = this;
    if (this.checked === futures.version) return true;
    for (const decision of this.decisions.values())
      if (!isPersistent(futures, decision)) return false;
    this.checked = futures.version;
    return true;
  }

  private standingOf(pending: Pending): Standing {
    const known = this.looked.get(pending);
    if (known !== undefined) return known;
    const { system, futures } = this;
    const { thread, enabled } = pending;
    const { location, needs } = system.standing?.(thread) ?? { location: thread, needs: null };
    const footprint = system.expected(thread);
    const goesOnWithout = enabled && needs !== null && system.isTaken?.(needs) === true;
    futures.see({ location, footprint, needs, goesOnWithout });
    const text = `${location} ${enabled} ${[...footprint].join(' ')}`;
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.numbers.size;
      this.numbers.set(text, number);
    }
    const standing = { thread, location, footprint, enabled, number };
    this.looked.set(pending, standing);
    return standing;
  }
}
