/**
 * Which step happened before which, as C11 5.1.2.4 and POSIX (XBD 4.12, memory synchronization) order
 * them: a thread's own steps, and from whoever lets go of something to whoever gets it later: a mutex, a
 * semaphore's unit, a message, a process's end. Accesses to memory order nothing, but for atomic ones,
 * which are all taken as seq_cst. A semaphore or a pipe orders all that was given before all that is
 * taken later, which is more than the unit or the byte that came over.
 */
import type { Action, SharedObject } from '../occurrence';
import type { ThreadId } from '../system';
import { joined, startOfTime, ticked, type VectorClock } from './vector-clock';

export class HappensBefore {
  private readonly threads: Map<ThreadId, VectorClock>;
  /** What came with each object when it was let go. */
  private readonly released: Map<string, VectorClock>;

  constructor(of: HappensBefore | null = null) {
    this.threads = new Map(of?.threads);
    this.released = new Map(of?.released);
  }

  clone(): HappensBefore {
    return new HappensBefore(this);
  }

  /** Equal where the same is ordered. */
  key(): string {
    const text = (clock: VectorClock): string =>
      [...clock]
        .map((each) => each.join('@'))
        .sort()
        .join();
    const threads = [...this.threads].map(([thread, clock]) => `${thread}:${text(clock)}`);
    const released = [...this.released].map(([key, clock]) => `${key}:${text(clock)}`);
    return [...threads.sort(), ...released.sort()].join(';');
  }

  clockOf(thread: ThreadId): VectorClock {
    return this.threads.get(thread) ?? startOfTime;
  }

  /** Whether the `time`-th stretch of a thread happened before what `thread` does now. */
  isBefore(other: ThreadId, time: number, thread: ThreadId): boolean {
    return other === thread || time <= (this.clockOf(thread).get(other) ?? 0);
  }

  timeOf(thread: ThreadId): number {
    return this.clockOf(thread).get(thread) ?? 0;
  }

  /** The first thread was created by nobody. */
  enter(thread: ThreadId): void {
    if (!this.threads.has(thread)) this.threads.set(thread, ticked(startOfTime, thread));
  }

  /** Takes account of one action, in the order in which they happen. */
  add(action: Action): void {
    const { thread } = action;
    this.enter(thread);
    switch (action.kind) {
      case 'lock':
        this.acquire(thread, keyOf(action.object));
        if (action.mode === 'exclusive') this.acquire(thread, `${keyOf(action.object)} shared`);
        break;
      case 'unlock':
        this.release(
          thread,
          action.mode === 'exclusive' ? keyOf(action.object) : `${keyOf(action.object)} shared`,
        );
        break;
      case 'take':
      case 'receive':
      case 'notified':
      case 'pass':
        this.acquire(thread, keyOf(action.object));
        break;
      case 'give':
      case 'send':
      case 'notify':
      case 'arrive':
        this.release(thread, keyOf(action.object));
        break;
      case 'create':
        this.threads.set(action.child, ticked(this.clockOf(thread), action.child));
        this.tick(thread);
        break;
      case 'end':
        this.release(thread, `end ${thread}`);
        break;
      case 'join':
        this.acquire(thread, `end ${action.child}`);
        break;
      case 'access':
        if (!action.atomic) break;
        // Reading synchronizes with whoever wrote; an update does both.
        if (action.use !== 'write') this.acquire(thread, atomicKey(action));
        if (action.use !== 'read') this.release(thread, atomicKey(action));
        break;
      case 'wait':
      case 'output':
      case 'finding':
      case 'signal':
      case 'timeout':
      case 'call':
        break;
    }
  }

  private acquire(thread: ThreadId, key: string): void {
    const clock = this.released.get(key);
    if (clock !== undefined) this.threads.set(thread, joined(this.clockOf(thread), clock));
  }

  private release(thread: ThreadId, key: string): void {
    this.released.set(key, joined(this.clockOf(thread), this.released.get(key) ?? startOfTime));
    this.tick(thread);
  }

  private tick(thread: ThreadId): void {
    this.threads.set(thread, ticked(this.clockOf(thread), thread));
  }
}

function keyOf(object: SharedObject): string {
  return `${object.kind} ${object.key}`;
}

function atomicKey({ place }: Action & { readonly kind: 'access' }): string {
  return `atomic ${place.space} ${place.address}`;
}
