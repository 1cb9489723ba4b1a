/**
 * A system with its observers, as one system: what they remember of the path goes back with it. A step that ends other threads (of a process that it lets crash)
 * touches the life of each, which all their steps use: that it will isn't known before. So does a step
 * that lets another go on from where it waits.
 */
import type { EndKind, Observer } from './properties/observer';
import type { Violation } from './result';
import type { Footprint, Move, Pending, Step, System, ThreadId, Use } from './system';

interface ObservedSnapshot<Snapshot> {
  readonly inner: Snapshot;
  readonly observed: readonly unknown[];
}

export class ObservedSystem<Snapshot, S extends System<Snapshot>> implements System<
  ObservedSnapshot<Snapshot>
> {
  constructor(
    private readonly inner: S,
    private readonly observers: readonly Observer<S>[],
    /** Found in the first state, or by the step just taken. */
    private readonly report: (violation: Violation) => void,
  ) {
    for (const observer of observers)
      for (const violation of observer.begin(inner)) report(violation);
  }

  get misjudged(): boolean {
    return this.inner.misjudged === true;
  }

  pending(): readonly Pending[] {
    return this.inner.pending();
  }

  expected(thread: ThreadId): Footprint {
    return new Map([...this.inner.expected(thread), [lifeOf(thread), 'read']]);
  }

  take(move: Move): Step {
    const { step, violations } = this.observedStep(move);
    for (const violation of violations) this.report(violation);
    return step;
  }

  /** A step that was taken before: what was found then isn't told again. */
  retake(move: Move): Step {
    return this.observedStep(move).step;
  }

  ended(end: EndKind): readonly Violation[] {
    return this.observers.flatMap((observer) => observer.ended(this.inner, end));
  }

  snapshot(): ObservedSnapshot<Snapshot> {
    return {
      inner: this.inner.snapshot(),
      observed: this.observers.map((observer) => observer.snapshot()),
    };
  }

  restore({ inner, observed }: ObservedSnapshot<Snapshot>): void {
    this.inner.restore(inner);
    for (const [at, observer] of this.observers.entries()) observer.restore(observed[at]);
  }

  stateKey(): string {
    return this.inner.stateKey() + this.observers.map((observer) => observer.key()).join('');
  }

  private observedStep(move: Move): { step: Step; violations: readonly Violation[] } {
    const before = this.inner.pending();
    for (const observer of this.observers) observer.before?.(this.inner, move);
    const taken = this.inner.take(move);
    const violations = this.observers.flatMap((observer) => observer.after(this.inner, taken));
    const footprint = new Map<number, Use>(taken.footprint);
    footprint.set(lifeOf(move.thread), 'read');
    const left = this.inner.pending();
    for (const { thread } of before)
      if (thread !== move.thread && left.every((other) => other.thread !== thread))
        footprint.set(lifeOf(thread), 'write');
    for (const thread of taken.released ?? []) footprint.set(lifeOf(thread), 'write');
    return { step: { ...taken, footprint }, violations };
  }
}

/** Beyond the numbers of systems. */
export function lifeOf(thread: ThreadId): number {
  return -(2 ** 51) - thread;
}
