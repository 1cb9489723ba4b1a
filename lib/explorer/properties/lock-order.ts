/**
 * Lock-order inversion: threads that take the same locks in orders that together make a circle could
 * wait for each other for ever, even if it never happened in the executions that were explored (Havelund
 * 2000, "Goodlock"). The edges of all executions are put together. Not counted are circles whose edges a
 * common lock keeps apart, or of which one ended before another began (created after, or joined
 * before). Locks are mutexes, spinlocks and read-write locks; a semaphore belongs to nobody, so a
 * deadlock of semaphores is found where it happens.
 */
import type { SourcePosition } from '../../kernel/events';
import type { Action, Occurrence, SharedObject } from '../occurrence';
import { lineText, type Scene } from '../scene';
import type { ThreadId } from '../system';
import type { Violation } from '../result';
import type { Judge, Property } from './property';
import { joined, startOfTime, ticked, type VectorClock } from './vector-clock';

interface Held {
  readonly object: SharedObject;
  readonly at: SourcePosition | null;
  readonly times: number;
}

/** A thread asked for one lock while it had another. */
interface Edge {
  readonly thread: ThreadId;
  readonly threadName: string;
  readonly from: string;
  readonly fromName: string;
  readonly fromAt: SourcePosition | null;
  readonly to: string;
  readonly toName: string;
  readonly toAt: SourcePosition | null;
  /** All that it had. */
  readonly guards: ReadonlySet<string>;
  /** Creating and joining only. */
  readonly clock: VectorClock;
}

export function lockOrder(): Property {
  const edges = new Map<string, Edge>();
  return {
    kind: 'lock-order',
    needs: 'executions',
    judge: () => new LockOrderJudge(edges, new Map(), new Map()),
  };
}

class LockOrderJudge implements Judge {
  constructor(
    /** Of all executions. */
    private readonly edges: Map<string, Edge>,
    private readonly held: Map<ThreadId, readonly Held[]>,
    private readonly clocks: Map<ThreadId, VectorClock>,
  ) {}

  stepped(occurrence: Occurrence, scene: Scene): Violation | null {
    let found: Violation | null = null;
    for (const action of occurrence.actions) {
      this.order(action);
      if (action.kind === 'wait') found ??= this.asks(action, scene);
      else if (action.kind === 'lock' && isLock(action.object)) {
        if (!action.tried) found ??= this.asks(action, scene);
        this.takes(action);
      } else if (action.kind === 'unlock') this.givesBack(action);
    }
    return found;
  }

  ended(): null {
    return null;
  }

  clone(): LockOrderJudge {
    return new LockOrderJudge(this.edges, new Map(this.held), new Map(this.clocks));
  }

  /** Who has what is the state's own; where it was taken only words. */
  key(): string {
    return '';
  }

  private clockOf(thread: ThreadId): VectorClock {
    return this.clocks.get(thread) ?? ticked(startOfTime, thread);
  }

  private order(action: Action): void {
    const { thread } = action;
    if (action.kind === 'create') {
      const clock = this.clockOf(thread);
      this.clocks.set(action.child, ticked(clock, action.child));
      this.clocks.set(thread, ticked(clock, thread));
    } else if (action.kind === 'join') {
      const clock = joined(this.clockOf(thread), this.clockOf(action.child));
      this.clocks.set(thread, clock);
    }
  }

  private asks(
    action: Action & { readonly kind: 'lock' | 'wait' },
    scene: Scene,
  ): Violation | null {
    const { object, thread } = action;
    if (object === null || !isLock(object)) return null;
    const to = keyOf(object);
    const held = this.held.get(thread) ?? [];
    if (held.some((each) => keyOf(each.object) === to)) return null;
    for (const each of held) {
      const edge: Edge = {
        thread,
        threadName: scene.nameOf(thread),
        from: keyOf(each.object),
        fromName: scene.objectName(thread, each.object),
        fromAt: each.at,
        to,
        toName: scene.objectName(thread, object),
        toAt: action.at,
        guards: new Set(held.map((other) => keyOf(other.object))),
        clock: this.clockOf(thread),
      };
      const name = `${thread} ${edge.from} ${to} ${[...edge.guards].join()}`;
      if (!this.edges.has(name)) this.edges.set(name, edge);
      const circle = this.circleFrom([edge]);
      if (circle !== null) return violation(circle);
    }
    return null;
  }

  /** Edges that lead from the last one's end back to the first one's begin. */
  private circleFrom(path: readonly Edge[]): readonly Edge[] | null {
    const [first] = path;
    const last = path.at(-1);
    if (first === undefined || last === undefined) return null;
    for (const edge of this.edges.values()) {
      if (edge.from !== last.to) continue;
      if (path.some((each) => !mayMeet(each, edge))) continue;
      const longer = [...path, edge];
      if (edge.to === first.from) return longer;
      const circle = this.circleFrom(longer);
      if (circle !== null) return circle;
    }
    return null;
  }

  private takes({ thread, object, at }: Action & { readonly kind: 'lock' }): void {
    const held = this.held.get(thread) ?? [];
    const key = keyOf(object);
    const before = held.find((each) => keyOf(each.object) === key);
    this.held.set(thread, [
      ...held.filter((each) => each !== before),
      { object, at: before?.at ?? at, times: (before?.times ?? 0) + 1 },
    ]);
  }

  private givesBack({ thread, object }: Action & { readonly kind: 'unlock' }): void {
    const key = keyOf(object);
    this.held.set(
      thread,
      (this.held.get(thread) ?? []).flatMap((each) => {
        if (keyOf(each.object) !== key) return [each];
        return each.times > 1 ? [{ ...each, times: each.times - 1 }] : [];
      }),
    );
  }
}

function isLock({ kind }: SharedObject): boolean {
  return kind === 'mutex' || kind === 'read-write-lock';
}

function keyOf({ kind, key }: SharedObject): string {
  return `${kind} ${key}`;
}

/** Whether two threads could be at these places at one time. */
function mayMeet(a: Edge, b: Edge): boolean {
  if (a.thread === b.thread) return false;
  for (const guard of a.guards) if (b.guards.has(guard)) return false;
  return !isBefore(a, b) && !isBefore(b, a);
}

function isBefore(a: Edge, b: Edge): boolean {
  const time = a.clock.get(a.thread) ?? 0;
  return time <= (b.clock.get(a.thread) ?? 0);
}

function violation(circle: readonly Edge[]): Violation {
  const told = circle.map(
    ({ threadName, fromName, fromAt, toName, toAt }) =>
      `${threadName} asks for ${toName}${lineText(toAt)} while it has ${fromName} (since line ${fromAt?.line ?? '?'})`,
  );
  return {
    kind: 'lock-order',
    message: `The order of locks goes in a circle: ${told.join('; ')}. Whenever all are there at one time, none can go on.`,
    location: circle[0]?.toAt ?? null,
    details: {
      circle: circle.map(({ thread, from, to, fromAt, toAt }) => ({
        thread,
        from,
        to,
        fromAt,
        toAt,
      })),
    },
  };
}
