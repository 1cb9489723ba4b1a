/**
 * Bounded waiting: once a thread has asked to enter a region, each other thread may go in before it only
 * so many times. Where it asks is a place of its own: lines marked as a region `NAME-entry`, or functions. It
 * has asked when its first step there is done and it is still there. So this judges what the program does to
 * be fair, by flags, turns and tickets; a thread that is blocked in one call, at a semaphore, has taken no
 * step, and is the kernel's to serve. Counted by thread, up to one more than is allowed, so that states
 * stay finite.
 */
import type { MarkedRegion } from '../marked-regions';
import type { Occurrence } from '../occurrence';
import { lineText, type Scene } from '../scene';
import type { ThreadId } from '../system';
import { placeInside } from './mutual-exclusion';
import type { Violation } from '../result';
import type { Judge, Property } from './property';

/** Whether a thread is at a place of the program. */
export type IsThere = (scene: Scene, thread: ThreadId) => boolean;

export interface BoundedWaitingRule {
  /** The region, as messages call it. */
  readonly region: string;
  readonly bypassesMax: number;
  readonly isAsking: IsThere;
  readonly isInside: IsThere;
}

export function boundedWaiting(rule: BoundedWaitingRule): Property {
  return {
    kind: 'bounded-waiting',
    needs: 'states',
    judge: () => new BypassJudge(rule, new Set(), new Set(), new Map()),
  };
}

/** In the lines of regions of that name. */
export function inRegion(name: string, regions: readonly MarkedRegion[]): IsThere {
  const places = regions.filter((region) => region.name === name);
  return (scene, thread) => {
    const stack = scene.stackOf(thread);
    return places.some((region) => placeInside(stack, region) !== null);
  };
}

/** In a call of one of them. */
export function inFunctions(names: readonly string[]): IsThere {
  return (scene, thread) => {
    const functions = scene.functionsOf(thread);
    return names.some((name) => functions.has(name));
  };
}

class BypassJudge implements Judge {
  constructor(
    private readonly rule: BoundedWaitingRule,
    private inside: ReadonlySet<ThreadId>,
    /** Where it asks. */
    private entering: ReadonlySet<ThreadId>,
    /** Of each thread that has asked: how often each other one went in since. */
    private readonly bypasses: Map<ThreadId, ReadonlyMap<ThreadId, number>>,
  ) {}

  stepped({ thread }: Occurrence, scene: Scene): Violation | null {
    const { rule } = this;
    const inside = new Set<ThreadId>();
    const asking = new Set<ThreadId>();
    for (const each of scene.threads()) {
      if (rule.isInside(scene, each)) inside.add(each);
      if (rule.isAsking(scene, each)) asking.add(each);
    }
    for (const each of this.bypasses.keys()) if (!asking.has(each)) this.bypasses.delete(each);
    const entered = [...inside].filter((each) => !this.inside.has(each));
    this.inside = inside;
    for (const [waiter, counts] of this.bypasses)
      for (const each of entered) {
        const count = Math.min((counts.get(each) ?? 0) + 1, rule.bypassesMax + 1);
        this.bypasses.set(waiter, new Map(counts).set(each, count));
        if (count > rule.bypassesMax) return this.violation(waiter, each, scene);
      }
    if (asking.has(thread) && this.entering.has(thread) && !this.bypasses.has(thread))
      this.bypasses.set(thread, new Map());
    this.entering = asking;
    return null;
  }

  ended(): null {
    return null;
  }

  clone(): BypassJudge {
    return new BypassJudge(this.rule, this.inside, this.entering, new Map(this.bypasses));
  }

  key(): string {
    return [...this.bypasses]
      .map(
        ([waiter, counts]) =>
          `${waiter}:${[...counts]
            .map((each) => each.join('='))
            .sort()
            .join()}`,
      )
      .sort()
      .join(';');
  }

  private violation(waiter: ThreadId, other: ThreadId, scene: Scene): Violation {
    const [at = null] = scene.stackOf(waiter);
    const allowed = this.rule.bypassesMax;
    return {
      kind: 'bounded-waiting',
      message: `Waiting is not bounded: ${scene.nameOf(other)} goes into \`${this.rule.region}\` ${allowed + 1} times while ${scene.nameOf(waiter)} waits to enter${lineText(at)}; at most ${allowed} ${allowed === 1 ? 'is' : 'are'} allowed.`,
      location: at,
      details: { name: this.rule.region, waiter, other, bypassesMax: allowed },
    };
  }
}
