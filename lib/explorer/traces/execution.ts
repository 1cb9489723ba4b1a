/**
 * One execution, as a search goes forward and back in it: its events with what happened before them,
 * as vector clocks. An event happens before another if it is of the same thread and earlier, if it
 * created the other's thread or let it go on from where it waited, if it conflicts with the other and
 * came first, or by way of a third.
 */
import type { ThreadId } from '../system';
import type { FootprintId, Footprints } from './footprints';

/** Events are numbered from 0, in order. `none` is before all. */
export const none = -1;

export class Execution {
  length = 0;
  /** Threads by their place in clocks. */
  private readonly ids: ThreadId[] = [];
  private readonly places = new Map<ThreadId, number>();
  /** By place: the last event of the thread, and what its next one comes from: that, or what created or released it. */
  private readonly lasts: number[] = [];
  private readonly sources: number[] = [];
  /** To be undone with the event: what the source of a thread was before. */
  private readonly releases: { event: number; place: number; source: number }[] = [];

  private eventsMax = 256;
  private threadsMax = 8;
  private threads = new Int32Array(this.eventsMax);
  private ways = new Int32Array(this.eventsMax);
  private prints = new Int32Array(this.eventsMax);
  private planned = new Int32Array(this.eventsMax);
  /** The same thread's event before. */
  private befores = new Int32Array(this.eventsMax);
  /** What it comes from. */
  private pasts = new Int32Array(this.eventsMax);
  /** How many events its thread had had, this one included. */
  private indices = new Int32Array(this.eventsMax);
  /** By event and place: how many events of that thread happened before this one, or are it. */
  private clocks = new Int32Array(this.eventsMax * this.threadsMax);

  constructor(private readonly footprints: Footprints) {}

  /** Tells of a thread that exists now and didn't before the event `creator`. */
  addThread(thread: ThreadId, creator: number): void {
    let place = this.places.get(thread);
    if (place === undefined) {
      place = this.ids.length;
      this.ids.push(thread);
      this.places.set(thread, place);
      if (this.ids.length > this.threadsMax) this.allocate(this.eventsMax, this.threadsMax * 2);
    }
    this.lasts[place] = none;
    this.sources[place] = creator;
  }

  /** The last event let a thread go on from where it waited. Both touch something that one of them writes. */
  release(thread: ThreadId): void {
    const place = this.placeOf(thread);
    const event = this.length - 1;
    this.releases.push({ event, place, source: this.sources[place] ?? none });
    this.sources[place] = event;
  }

  /**
   * Adds an event, and gives the events that it races with: those of other threads that conflict with
   * it, with nothing between that happened after the one and before the other; latest first.
   */
  push(
    thread: ThreadId,
    way: number,
    footprint: FootprintId,
    expected: FootprintId,
  ): readonly number[] {
    const at = this.length;
    if (at === this.eventsMax) this.allocate(this.eventsMax * 2, this.threadsMax);
    const place = this.placeOf(thread);
    const before = this.lasts[place] ?? none;
    const size = this.threadsMax;
    const row = at * size;
    const past = this.sources[place] ?? none;
    if (past === none) this.clocks.fill(0, row, row + size);
    else this.clocks.copyWithin(row, past * size, (past + 1) * size);

    this.length++;
    this.threads[at] = place;
    this.ways[at] = way;
    this.prints[at] = footprint;
    this.planned[at] = expected;
    this.befores[at] = before;
    this.pasts[at] = past;
    const index = before === none ? 1 : (this.indices[before] ?? 0) + 1;
    this.indices[at] = index;
    this.lasts[place] = at;
    this.sources[place] = at;

    const races: number[] = [];
    for (let other = at - 1; other >= 0; other--) {
      const otherPlace = this.threads[other] ?? 0;
      if (otherPlace === place) continue;
      if ((this.clocks[row + otherPlace] ?? 0) >= (this.indices[other] ?? 0)) continue;
      if (!this.footprints.conflict(this.prints[other] ?? 0, footprint)) continue;
      races.push(other);
      const otherRow = other * size;
      for (let each = 0; each < size; each++) {
        const value = this.clocks[otherRow + each] ?? 0;
        if (value > (this.clocks[row + each] ?? 0)) this.clocks[row + each] = value;
      }
    }
    this.clocks[row + place] = index;
    return races;
  }

  pop(): void {
    this.length--;
    const event = this.length;
    const place = this.threads[event] ?? 0;
    for (
      let release = this.releases.at(-1);
      release?.event === event;
      release = this.releases.at(-1)
    ) {
      this.sources[release.place] = release.source;
      this.releases.pop();
    }
    this.lasts[place] = this.befores[event] ?? none;
    this.sources[place] = this.pasts[event] ?? none;
  }

  thread(event: number): ThreadId {
    return this.ids[this.threads[event] ?? 0] ?? 0;
  }

  way(event: number): number {
    return this.ways[event] ?? 0;
  }

  footprint(event: number): FootprintId {
    return this.prints[event] ?? 0;
  }

  /** What the event would touch, as it seemed just before. */
  expected(event: number): FootprintId {
    return this.planned[event] ?? 0;
  }

  /** What its thread came to it by: the event before, or what created or released the thread. */
  past(event: number): number {
    return this.pasts[event] ?? none;
  }

  /** The same for the next event of a thread. */
  pastOfNext(thread: ThreadId): number {
    return this.sources[this.placeOf(thread)] ?? none;
  }

  /** Whether the first is the second or happened before it. */
  happensBefore(first: number, second: number): boolean {
    if (second === none || first > second) return false;
    const clock = this.clocks[second * this.threadsMax + (this.threads[first] ?? 0)] ?? 0;
    return clock >= (this.indices[first] ?? 0);
  }

  private placeOf(thread: ThreadId): number {
    const place = this.places.get(thread);
    if (place === undefined) throw new Error(`thread ${thread} was never created`);
    return place;
  }

  private allocate(eventsMax: number, threadsMax: number): void {
    const clocks = new Int32Array(eventsMax * threadsMax);
    for (let event = 0; event < this.length; event++)
      for (let place = 0; place < this.threadsMax; place++)
        clocks[event * threadsMax + place] = this.clocks[event * this.threadsMax + place] ?? 0;
    this.clocks = clocks;
    this.threadsMax = threadsMax;
    if (eventsMax === this.eventsMax) return;
    this.eventsMax = eventsMax;
    this.threads = longer(this.threads, eventsMax);
    this.ways = longer(this.ways, eventsMax);
    this.prints = longer(this.prints, eventsMax);
    this.planned = longer(this.planned, eventsMax);
    this.befores = longer(this.befores, eventsMax);
    this.pasts = longer(this.pasts, eventsMax);
    this.indices = longer(this.indices, eventsMax);
  }
}

function longer(values: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(length);
  copy.set(values);
  return copy;
}
