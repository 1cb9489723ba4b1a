/**
 * Whether footprints say the truth, state by state. Two steps that don't conflict must commute: neither
 * changes whether, how and on what the other works, and both orders lead to the same state. Two that don't
 * commute must conflict, and must still do so when one of them was taken: a search of traces sees them in
 * one order only.
 */
import { ObservedSystem } from '../observed-system';
import { areIndependent } from '../states/sleep-set';
import type { Footprint, Move, Pending, System, ThreadId } from '../system';

export type Flaw =
  /** Independent by their footprints, but not really. */
  | 'not-independent'
  /** Dependent before the first was taken, and no longer after it. */
  | 'dependence-forgotten'
  /** Nothing was shared before, and something is now, though a search has gone through all states. */
  | 'misjudged';

export interface Disagreement {
  readonly flaw: Flaw;
  readonly first: Move;
  readonly second: ThreadId;
  readonly why: string;
  /** The steps to the state in which both are next. */
  readonly path: readonly Move[];
}

/** Goes through at most `statesMax` states, and gives what is wrong in them, one of each sort and pair of threads. */
export function disagreements<Snapshot>(
  inner: System<Snapshot>,
  statesMax: number,
): readonly Disagreement[] {
  return new Commutation<Snapshot>(inner, statesMax).check();
}

type Kept<Snapshot> = ReturnType<ObservedSystem<Snapshot, System<Snapshot>>['snapshot']>;

/** A step from a state. */
interface Taken<State> {
  readonly move: Move;
  readonly footprint: Footprint;
  readonly after: State;
}

interface Place<State> {
  readonly state: State;
  readonly path: readonly Move[];
}

class Commutation<Snapshot> {
  private readonly system: ObservedSystem<Snapshot, System<Snapshot>>;
  private readonly visited = new Set<string>();
  private readonly todo: Place<Kept<Snapshot>>[] = [];
  private readonly found = new Map<string, Disagreement>();

  constructor(
    inner: System<Snapshot>,
    private readonly statesMax: number,
  ) {
    this.system = new ObservedSystem<Snapshot, System<Snapshot>>(inner, [], () => undefined);
  }

  check(): readonly Disagreement[] {
    this.arrive([]);
    for (let place = this.todo.pop(); place !== undefined; place = this.todo.pop()) {
      if (this.visited.size > this.statesMax) break;
      this.look(place);
    }
    return [...this.found.values()];
  }

  private arrive(path: readonly Move[]): void {
    const key = this.system.stateKey();
    if (this.visited.has(key)) return;
    this.visited.add(key);
    this.todo.push({ state: this.system.snapshot(), path });
  }

  private look({ state, path }: Place<Kept<Snapshot>>): void {
    const { system } = this;
    system.restore(state);
    const pending = system.pending();
    const expected = new Map(pending.map((each) => [each.thread, this.footprintOf(each)]));
    const steps: Taken<Kept<Snapshot>>[] = [];
    for (const move of movesOf(pending)) {
      system.restore(state);
      const { footprint } = system.take(move);
      if (system.misjudged) this.note('misjudged', move, move.thread, 'something', path);
      this.arrive([...path, move]);
      steps.push({ move, footprint, after: system.snapshot() });
    }
    for (const first of steps)
      for (const second of pending) {
        const { thread, enabled } = second;
        const before = expected.get(thread);
        if (thread === first.move.thread || before === undefined) continue;
        system.restore(first.after);
        const after = system.pending().find((each) => each.thread === thread) ?? null;
        const now = after === null ? null : this.footprintOf(after);
        const ofSecond = steps.filter(({ move }) => move.thread === thread);
        const difference =
          change(second, after) ?? (enabled ? this.orderMatters(first, ofSecond) : null);
        const independent = enabled
          ? ofSecond.every(({ footprint }) => areIndependent(first.footprint, footprint))
          : areIndependent(first.footprint, before);
        if (independent && difference !== null)
          this.note('not-independent', first.move, thread, difference, path);
        else if (independent && now !== null && !isEqual(before, now)) {
          const why = `it touches ${textOf(before)}, then ${textOf(now)}`;
          this.note('not-independent', first.move, thread, why, path);
        } else if (!independent && difference !== null && now !== null)
          if (areIndependent(first.footprint, now)) {
            const why = `${difference}; it touches ${textOf(before)}, then ${textOf(now)}`;
            this.note('dependence-forgotten', first.move, thread, why, path);
          }
      }
  }

  /** What a thread's next step touches: all, if it can be taken. */
  private footprintOf({ thread, enabled, ways }: Pending): Footprint {
    const { system } = this;
    const footprint = new Map(system.expected(thread));
    if (!enabled) return footprint;
    const state = system.snapshot();
    for (let way = 0; way < ways; way++) {
      if (way > 0) system.restore(state);
      for (const [object, use] of system.take({ thread, way }).footprint)
        if (use === 'write' || !footprint.has(object)) footprint.set(object, use);
    }
    system.restore(state);
    return footprint;
  }

  /** Null: both orders lead to the same state. */
  private orderMatters(
    first: Taken<Kept<Snapshot>>,
    second: readonly Taken<Kept<Snapshot>>[],
  ): string | null {
    const { system } = this;
    for (const { move, after } of second) {
      system.restore(after);
      const again = system.pending().find(({ thread }) => thread === first.move.thread);
      if (again?.enabled !== true || again.ways <= first.move.way)
        return `the first is impossible after way ${move.way}`;
      system.take(first.move);
      const key = system.stateKey();
      system.restore(first.after);
      system.take(move);
      if (system.stateKey() !== key) return `other states after way ${move.way}`;
    }
    return null;
  }

  private note(
    flaw: Flaw,
    first: Move,
    second: ThreadId,
    why: string,
    path: readonly Move[],
  ): void {
    const key = `${flaw} ${first.thread} ${second} ${why}`;
    if (!this.found.has(key)) this.found.set(key, { flaw, first, second, why, path });
  }
}

/** What becomes of a thread's next step by another's; null: nothing. */
function change(before: Pending, after: Pending | null): string | null {
  if (after === null) return 'it is gone';
  if (after.enabled !== before.enabled) return after.enabled ? 'it is enabled' : 'it is disabled';
  if (after.enabled && after.ways !== before.ways)
    return `its ways were ${before.ways} and are ${after.ways}`;
  return null;
}

function movesOf(pending: readonly Pending[]): readonly Move[] {
  return pending
    .filter(({ enabled }) => enabled)
    .flatMap(({ thread, ways }) => Array.from({ length: ways }, (_, way) => ({ thread, way })));
}

function isEqual(a: Footprint, b: Footprint): boolean {
  if (a.size !== b.size) return false;
  for (const [object, use] of a) if (b.get(object) !== use) return false;
  return true;
}

function textOf(footprint: Footprint): string {
  return [...footprint].map(([object, use]) => `${object}${use === 'write' ? 'w' : 'r'}`).join(' ');
}
