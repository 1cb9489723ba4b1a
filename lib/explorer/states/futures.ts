/**
 * What each thread may still do, as far as it was seen: for each place in its program (a thread's control,
 * whatever its data) what it touches there, where it comes to next, and which object it can't go on without
 * (a semaphore, a mutex). A search that relies on it (persistent-sets.ts) begins with nothing known, and is made
 * again as long as it sees something new: the last one relies on what it found to be so everywhere. Decision
 * 074 says why that holds then of the states, too, that it left out.
 */
import type { Footprint, Use } from '../system';

/** By number: where a thread stands. */
export type Location = number;

interface Stop {
  readonly touches: Map<number, Use>;
  readonly next: Set<Location>;
  /** undefined: not seen yet. null: it may go on, whatever others have. */
  needs: number | null | undefined;
}

export type Uses = ReadonlyMap<number, Use>;

export interface Seen {
  readonly location: Location;
  readonly footprint: Footprint;
  /** The object without which this step can't be taken. */
  readonly needs: number | null;
  /** It could be taken though somebody has that object. */
  readonly goesOnWithout: boolean;
}

export class Futures {
  /** Grows when something is seen that wasn't known: what was left out on the strength of it may matter. */
  version = 0;
  /** The program does what no reduction reckons with. */
  isUnfit = false;
  private readonly stops = new Map<Location, Stop>();
  private readonly reached = new Map<string, Uses>();
  private readonly needed = new Set<number>();

  /** A thread stands somewhere. */
  see({ location, footprint, needs, goesOnWithout }: Seen): void {
    const stop = this.at(location);
    for (const [object, use] of footprint) {
      const before = stop.touches.get(object);
      if (before === 'write' || before === use) continue;
      stop.touches.set(object, use);
      this.grow();
    }
    const really = goesOnWithout ? null : needs;
    if (stop.needs === undefined) {
      stop.needs = really;
      if (really !== null) this.needed.add(really);
      this.grow();
    } else if (stop.needs !== really && stop.needs !== null) {
      stop.needs = null;
      this.grow();
    }
  }

  /** A thread has come from one place to another, or was made by one that stood there. */
  cameTo(from: Location, to: Location): void {
    const { next } = this.at(from);
    if (next.has(to)) return;
    next.add(to);
    this.grow();
  }

  /** Objects that somebody can't go on without, somewhere. */
  get neededObjects(): Iterable<number> {
    return this.needed;
  }

  /**
   * All that a thread may touch from a place on, as long as nobody gives back the objects that are `taken`: it
   * waits where it needs one of them.
   */
  from(location: Location, taken: readonly number[]): Uses {
    const key = `${location}/${taken.join()}`;
    const known = this.reached.get(key);
    if (known !== undefined) return known;
    const uses = new Map<number, Use>();
    const queue: Location[] = [location];
    const visited = new Set(queue);
    for (const each of queue) {
      const stop = this.at(each);
      if (stop.needs != null && taken.includes(stop.needs)) continue;
      for (const [object, use] of stop.touches)
        if (use === 'write' || !uses.has(object)) uses.set(object, use);
      for (const next of stop.next) {
        if (visited.has(next)) continue;
        visited.add(next);
        queue.push(next);
      }
    }
    this.reached.set(key, uses);
    return uses;
  }

  private at(location: Location): Stop {
    let stop = this.stops.get(location);
    if (stop === undefined) {
      stop = { touches: new Map(), next: new Set(), needs: undefined };
      this.stops.set(location, stop);
    }
    return stop;
  }

  private grow(): void {
    this.version++;
    this.reached.clear();
  }
}
