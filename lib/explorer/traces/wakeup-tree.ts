/**
 * Sequences of events, sleep sets and wakeup trees, as in Abdulla, Aronis, Jonsson and Sagonas,
 * "Source Sets: A Foundation for Optimal Dynamic Partial Order Reduction" (JACM 64:4, 2017). A wakeup
 * tree holds what is still to be explored from a state: each path from its root to a leaf is the
 * beginning of executions that nothing explored or planned so far is equivalent to.
 */
import type { ThreadId } from '../system';
import type { FootprintId, Footprints } from './footprints';

/** A step that was or will be taken. */
export interface PlannedEvent {
  readonly thread: ThreadId;
  readonly way: number;
  /** All that it touches, or more than that if it hasn't been taken yet. */
  readonly footprint: FootprintId;
}

export interface WakeupBranch extends PlannedEvent {
  /** Known exactly once the step was taken. */
  footprint: FootprintId;
  /** In the order in which they are explored. */
  readonly children: WakeupBranch[];
}

const notInitial = -1;
const independent = -2;

/**
 * Where the event stands in the sequence if the sequence is equivalent to one that begins with it;
 * `independent` if the sequence doesn't have it and commutes with it; else `notInitial`.
 */
function placeOf(
  event: PlannedEvent,
  sequence: readonly PlannedEvent[],
  footprints: Footprints,
): number {
  for (let at = 0; at < sequence.length; at++) {
    const other = sequence[at];
    if (other === undefined) break;
    if (other.thread === event.thread) return other.way === event.way ? at : notInitial;
    if (footprints.conflict(other.footprint, event.footprint)) return notInitial;
  }
  return independent;
}

/** Whether the event is a weak initial of the sequence: what begins so was explored with the event. */
export function isWeakInitial(
  event: PlannedEvent,
  sequence: readonly PlannedEvent[],
  footprints: Footprints,
): boolean {
  return placeOf(event, sequence, footprints) !== notInitial;
}

/** Where a sequence would be added to a tree, and what of it, or nothing if the tree covers it. */
export interface Graft {
  readonly children: WakeupBranch[];
  readonly sequence: readonly PlannedEvent[];
}

export function graftFor(
  root: WakeupBranch[],
  sequence: readonly PlannedEvent[],
  footprints: Footprints,
): Graft | undefined {
  let children = root;
  let rest = sequence;
  for (;;) {
    let child: WakeupBranch | undefined;
    let place = notInitial;
    for (const candidate of children) {
      place = placeOf(candidate, rest, footprints);
      if (place === notInitial) continue;
      child = candidate;
      break;
    }
    if (child === undefined) return { children, sequence: rest };
    // A leaf: whatever begins with it will be explored.
    if (child.children.length === 0) return undefined;
    if (place !== independent) rest = rest.toSpliced(place, 1);
    if (rest.length === 0) return undefined;
    children = child.children;
  }
}

export function graft({ children, sequence }: Graft): void {
  let at = children;
  for (const event of sequence) {
    const branch: WakeupBranch = { ...event, children: [] };
    at.push(branch);
    at = branch.children;
  }
}
