/**
 * Where to go from a moment of a recording: to the next or the previous line of a thread, over or out of
 * calls, or to what the trace names. A thread stands at a line of the student's, also while the C library
 * works for it; a moment is a new one when the thread that runs, or the line or the call that it stands
 * in, is another one than before the last instruction. So the same moments are found in both directions.
 */
import type { TraceEvent } from '../../kernel/events';
import type { Place } from '../../kernel/inspection/machine-view';
import type { Pid } from '../../kernel/pid';
import type { Recording } from './recording';

export type Direction = 'forward' | 'backward';

export type Target =
  | { readonly kind: 'instruction' }
  /** A new line, of this thread or, with null, of whoever runs. */
  | { readonly kind: 'line'; readonly thread: Pid | null }
  /** The same, but not inside of functions that are called from here. */
  | { readonly kind: 'over'; readonly thread: Pid }
  /** A new line of what called the present function. */
  | { readonly kind: 'out'; readonly thread: Pid }
  /** What the trace tells, of this thread or of anybody. */
  | { readonly kind: 'event'; readonly of: EventGroup; readonly thread: Pid | null };

export type EventGroup = 'any' | 'call' | 'switch' | 'output' | 'error';

/** A search that was not over yet gives nothing; the last value is the moment's step, or null if there is none. */
export type Search = Generator<undefined, number | null, undefined>;

/** Looks from where the recording stands, and leaves it anywhere. A step of the search is some thousand instructions. */
export function* findMoment(recording: Recording, target: Target, direction: Direction): Search {
  const from = recording.position;
  switch (target.kind) {
    case 'event':
      return eventStep(recording.events, target.of, target.thread, from, direction);
    case 'instruction':
      if (direction === 'forward') return recording.stepOn() ? recording.position : null;
      return yield* lastBefore(recording, from, () => () => true);
    default: {
      const acceptance = acceptanceOf(recording, target);
      return direction === 'forward'
        ? yield* firstAfter(recording, acceptance)
        : yield* lastBefore(recording, from, acceptance);
    }
  }
}

/** `before`: where the run stood before the last instruction. */
type Accepts = (now: Place | null, before: Place | null) => boolean;

/** Made anew where a walk begins: what it accepts depends on what it has seen. */
type Acceptance = () => Accepts;

function acceptanceOf(
  recording: Recording,
  target: Extract<Target, { readonly kind: 'line' | 'over' | 'out' }>,
): Acceptance {
  const { thread, kind } = target;
  if (thread === null) return () => isNew;
  if (kind === 'line')
    return () => (now, before) =>
      now?.thread === thread && before?.thread === thread && isNew(now, before);
  const here = recording.standing(thread)?.frame ?? 0;
  const frameMin = kind === 'over' ? here : here + 1;
  return () => {
    // As if the functions below did not exist.
    let last = recording.standing(thread, frameMin);
    return (now) => {
      if (now?.thread !== thread || now.frame < frameMin) return false;
      const isOther = isNew(now, last);
      last = now;
      return isOther;
    };
  };
}

function isNew(now: Place | null, before: Place | null): boolean {
  if (now === null) return false;
  return (
    now.thread !== before?.thread ||
    now.frame !== before.frame ||
    now.at.line !== before.at.line ||
    now.at.file !== before.at.file
  );
}

const PAUSE_STEPS = 5_000;

function* firstAfter(recording: Recording, acceptance: Acceptance): Search {
  const walk = new Walk(recording);
  const accepts = acceptance();
  for (let count = 1; ; count++) {
    const before = walk.place;
    if (!walk.stepOn()) return null;
    if (accepts(walk.place, before)) return recording.position;
    if (count % PAUSE_STEPS === 0) yield;
  }
}

/** One piece of the recording after the other, each from its beginning. */
function* lastBefore(recording: Recording, from: number, acceptance: Acceptance): Search {
  let end = from;
  for (;;) {
    const start = recording.pieceBefore(end);
    if (start >= end) return null;
    recording.goTo(start);
    const walk = new Walk(recording);
    const accepts = acceptance();
    let found: number | null = null;
    for (let count = 1; recording.position < end; count++) {
      const before = walk.place;
      if (!walk.stepOn() || recording.position > end) break;
      // The moment at the end of an earlier piece is not the one that was asked from.
      const isOne = accepts(walk.place, before);
      if (isOne && recording.position < from) found = recording.position;
      if (count % PAUSE_STEPS === 0) yield;
    }
    if (found !== null) return found;
    end = start;
    // Nothing comes before the first moment, which is always one to go back to.
    if (start === recording.start) return from > start ? start : null;
  }
}

/** Goes on instruction by instruction and knows where the running thread stands. */
class Walk {
  place: Place | null;
  private inLibrary: boolean;

  constructor(private readonly recording: Recording) {
    const place = recording.place();
    this.inLibrary = place === null;
    this.place = place ?? recording.standing();
  }

  stepOn(): boolean {
    const before = this.place;
    if (!this.recording.stepOn()) return false;
    const place = this.recording.place();
    // Inside of the library the student's line stays what it was: no need to walk the stack.
    if (place !== null) this.place = place;
    else if (!this.inLibrary || this.recording.running !== before?.thread)
      this.place = this.recording.standing();
    this.inLibrary = place === null;
    return true;
  }
}

function eventStep(
  events: readonly TraceEvent[],
  of: EventGroup,
  thread: Pid | null,
  from: number,
  direction: Direction,
): number | null {
  const counts = (event: TraceEvent): boolean =>
    isOf(of, event) && (thread === null || event.pid === thread);
  const found =
    direction === 'forward'
      ? events.find((event) => event.step > from && counts(event))
      : events.findLast((event) => event.step < from && counts(event));
  return found?.step ?? null;
}

function isOf(group: EventGroup, { kind }: TraceEvent): boolean {
  switch (group) {
    case 'any':
      return kind !== 'state';
    case 'call':
      return kind === 'called';
    case 'switch':
      return kind === 'switched';
    case 'output':
      return kind === 'output';
    case 'error':
      return kind === 'finding';
  }
}
