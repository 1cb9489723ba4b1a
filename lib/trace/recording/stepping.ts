/**
 * Where to go from a moment of a recording: to the next or the previous line of a thread, over or out of
 * calls, to lines that were chosen, to where a value changes, or to what the trace names. A thread stands at a line of the student's, also while the C library
 * works for it; a moment is a new one when the thread that runs, or the line or the call that it stands
 * in, is another one than before the last instruction. So the same moments are found in both directions.
 */
import type { Place } from '../../kernel/inspection/machine-view';
import type { Pid } from '../../kernel/pid';
import type { Direction, EventGroup } from './event-steps';
import type { Recording } from './recording';

export type Target =
  | { readonly kind: 'instruction' }
  /** A new line, of this thread or, with null, of whoever runs. */
  | { readonly kind: 'line'; readonly thread: Pid | null }
  /** The same, but not inside of functions that are called from here. */
  | { readonly kind: 'over'; readonly thread: Pid }
  /** A new line of what called the present function. */
  | { readonly kind: 'out'; readonly thread: Pid }
  /** One of these lines: a breakpoint, the line of the cursor. */
  | {
      readonly kind: 'place';
      readonly lines: readonly SourceLine[];
      readonly thread: Pid | null;
    }
  /** Where an expression, as this thread sees it, has another value than at the line before. */
  | { readonly kind: 'change'; readonly expression: string; readonly thread: Pid }
  /** What the trace tells, of this thread or of anybody. */
  | { readonly kind: 'event'; readonly of: EventGroup; readonly thread: Pid | null };

export interface SourceLine {
  readonly file: string;
  readonly line: number;
}

/** A search that was not over yet gives nothing; the last value is the moment's step, or null if there is none. */
export type Search = Generator<undefined, number | null, undefined>;

/** Looks from where the recording stands, and leaves it anywhere. A step of the search is some thousand instructions. */
export function* findMoment(recording: Recording, target: Target, direction: Direction): Search {
  const from = recording.position;
  switch (target.kind) {
    case 'event':
      return recording.eventSteps.next(target.of, target.thread, from, direction);
    case 'instruction':
      if (direction === 'forward') return recording.stepOn() ? recording.position : null;
      return yield* lastBefore(recording, from, () => () => true);
    case 'change':
      return direction === 'forward'
        ? yield* firstAfter(recording, () => changes(recording, target))
        : yield* changeBefore(recording, from, target);
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
  target: Exclude<Target, { readonly kind: 'event' | 'instruction' | 'change' }>,
): Acceptance {
  const { thread, kind } = target;
  if (kind === 'place') {
    const wanted = new Set(target.lines.map(({ file, line }) => `${line} ${file}`));
    return () => (now, before) =>
      now !== null &&
      (thread === null || now.thread === thread) &&
      isNew(now, before) &&
      wanted.has(`${now.at.line} ${now.at.file}`);
  }
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
    const start = recording.goBefore(end);
    if (start >= end) return null;
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
    yield;
    // Nothing comes before the first moment, which is always one to go back to.
    if (start === recording.start) return from > start ? start : null;
  }
}

type Change = Extract<Target, { readonly kind: 'change' }>;

/** Null: it has none where the thread stands. */
function readValue(recording: Recording, { thread, expression }: Change): string | null {
  const [value] = recording.watch(thread, [expression]);
  return value?.kind === 'value' ? value.text : null;
}

/** Out of scope it keeps the value that it had. */
function changes(recording: Recording, change: Change): Accepts {
  let last = readValue(recording, change);
  return (now, before) => {
    if (!isNew(now, before)) return false;
    const value = readValue(recording, change);
    const isOther = value !== null && last !== null && value !== last;
    last = value ?? last;
    return isOther;
  };
}

/** As `lastBefore`; but a value is compared with that at the line before, which may be in an earlier piece. */
function* changeBefore(recording: Recording, from: number, change: Change): Search {
  let end = from;
  let later: { readonly step: number; readonly value: string } | null = null;
  for (;;) {
    const start = recording.goBefore(end);
    if (start >= end) return null;
    const walk = new Walk(recording);
    let first: { readonly step: number; readonly value: string } | null = null;
    let last: string | null = null;
    let found: number | null = null;
    for (let count = 1; recording.position < end; count++) {
      const before = walk.place;
      if (!walk.stepOn() || recording.position > end) break;
      if (count % PAUSE_STEPS === 0) yield;
      if (recording.position >= from || !isNew(walk.place, before)) continue;
      const value = readValue(recording, change);
      if (value === null) continue;
      if (last !== null && value !== last) found = recording.position;
      first ??= { step: recording.position, value };
      last = value;
    }
    if (later !== null && last !== null && later.value !== last) return later.step;
    if (found !== null) return found;
    later = first ?? later;
    if (start === recording.start) return null;
    end = start;
    yield;
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
