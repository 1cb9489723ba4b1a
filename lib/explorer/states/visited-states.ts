/**
 * The states that a search has met, numbered in that order: of each 96 bits of its key and what was asleep
 * when it was explored, in typed arrays, so that millions of states fit. Two different states have the same
 * 96 bits with a chance of about 1 in 10^17 in a search of a million (state-hash.ts).
 */
import { StateHash } from '../machine/state-hash';
import type { MoveNumber } from './sleep-set';

const FIRST_CAPACITY = 1024;
const NOTHING_ASLEEP = 0;

export class VisitedStates {
  private count = 0;
  /** Open addressing: a state's number and 1; 0 where nothing is. At most half full. */
  private table = new Int32Array(2 * FIRST_CAPACITY);
  /** Three of each state. */
  private keys = new Int32Array(3 * FIRST_CAPACITY);
  /** By state: which of `sleepSets`. */
  private asleep = new Int32Array(FIRST_CAPACITY);
  /** By state: how often it is on the path that the search is on. */
  private onPath = new Int32Array(FIRST_CAPACITY);
  private readonly sleepSets: (readonly MoveNumber[])[] = [[]];
  private readonly sleepSetNumbers = new Map<string, number>([['', NOTHING_ASLEEP]]);

  get size(): number {
    return this.count;
  }

  /** The number of the state with this key: that of the last one if it is met for the first time. */
  meet(key: string): number {
    const { a, b, c } = bitsOf(key);
    let at = this.placeOf(a, b, c);
    const found = this.table[at] as number;
    if (found !== 0) return found - 1;
    if (2 * this.count + 2 > this.table.length) {
      this.grow();
      at = this.placeOf(a, b, c);
    }
    const number = this.count++;
    this.table[at] = number + 1;
    this.keys[3 * number] = a;
    this.keys[3 * number + 1] = b;
    this.keys[3 * number + 2] = c;
    return number;
  }

  asleepIn(state: number): readonly MoveNumber[] {
    return this.sleepSets[this.asleep[state] as number] ?? [];
  }

  putToSleep(state: number, moves: readonly MoveNumber[]): void {
    const text = moves.join();
    let number = this.sleepSetNumbers.get(text);
    if (number === undefined) {
      number = this.sleepSets.length;
      this.sleepSets.push(moves.slice());
      this.sleepSetNumbers.set(text, number);
    }
    this.asleep[state] = number;
  }

  enter(state: number): void {
    (this.onPath[state] as number)++;
  }

  leave(state: number): void {
    (this.onPath[state] as number)--;
  }

  isOnPath(state: number): boolean {
    return (this.onPath[state] as number) > 0;
  }

  /** Where these bits are, or belong. */
  private placeOf(a: number, b: number, c: number): number {
    const { table, keys } = this;
    const mask = table.length - 1;
    for (let at = (a ^ (b >>> 7)) & mask; ; at = (at + 1) & mask) {
      const number = table[at] as number;
      if (number === 0) return at;
      const k = 3 * (number - 1);
      if (keys[k] === a && keys[k + 1] === b && keys[k + 2] === c) return at;
    }
  }

  private grow(): void {
    const capacity = 2 * this.asleep.length;
    this.keys = enlarged(this.keys, 3 * capacity);
    this.asleep = enlarged(this.asleep, capacity);
    this.onPath = enlarged(this.onPath, capacity);
    this.table = new Int32Array(2 * capacity);
    const { keys } = this;
    for (let number = 0; number < this.count; number++) {
      const [a, b, c] = keys.subarray(3 * number, 3 * number + 3) as Iterable<number>;
      this.table[this.placeOf(a ?? 0, b ?? 0, c ?? 0)] = number + 1;
    }
  }
}

function enlarged(array: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(length);
  larger.set(array);
  return larger;
}

/** A key of six units is a hash already (state-hash.ts). */
function bitsOf(key: string): { readonly a: number; readonly b: number; readonly c: number } {
  if (key.length === 6) {
    const unit = (k: number): number => key.charCodeAt(k);
    return {
      a: (unit(0) << 16) | unit(1),
      b: (unit(2) << 16) | unit(3),
      c: (unit(4) << 16) | unit(5),
    };
  }
  const own = new StateHash();
  own.text(key);
  return own.result();
}
