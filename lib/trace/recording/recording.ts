/**
 * A run that can be watched at any of its moments, forwards and backwards. A moment is named by the
 * machine's step: how many instructions were executed. The machine runs once to the end and leaves
 * snapshots on its way; to go anywhere is to restore the one before and to run on from there, which comes
 * to exactly the same state, since a run is a function of program, input and schedule. Snapshots share
 * unchanged pages, and when there are too many, every other one goes. Where steps are taken backwards some
 * more are made for a while, so that the way from one to the present moment is short in any run.
 * Leaves out: changing the run. Whoever wants another one makes another recording.
 */
import type { TraceEvent } from '../../kernel/events';
import type { InspectionPart, Inspections } from '../../kernel/inspection/inspections';
import type { MachineView, Place } from '../../kernel/inspection/machine-view';
import type { WatchValue } from '../../kernel/inspection/watch';
import type { Machine, MachineSnapshot } from '../../kernel/machine';
import type { Pid } from '../../kernel/pid';
import { ScheduleMismatch } from '../../kernel/scheduling/policies/replay';
import { EventSteps } from './event-steps';

/** What came from outside, and when. */
export interface RecordedInput {
  readonly step: number;
  /** null: no more will come. */
  readonly bytes: Uint8Array | null;
}

/** `waiting`: for input that there was none of. `stopped`: the run would go on, its schedule or the recording does not. */
export type RecordingState = 'recording' | 'finished' | 'waiting' | 'stopped';

export interface RecordingLimits {
  readonly snapshotsMax: number;
  /** Of all snapshots together, pages that they share counted in each. */
  readonly snapshotBytesMax: number;
  /** Steps from one snapshot to the next at first; doubled when there are too many. */
  readonly interval: number;
}

/** To run on for so long takes less than to restore a snapshot of many processes. */
const RUN_ON_STEPS = 10_000;
/** Backwards, one instruction after the other is looked at from a snapshot on: so many at most. */
const NEAR_STEPS = 1_000;
const NEAR_SNAPSHOTS_MAX = 32;

const DEFAULT_LIMITS: RecordingLimits = {
  snapshotsMax: 200,
  snapshotBytesMax: 512 * 1024 * 1024,
  interval: 1_000,
};

interface Kept {
  readonly step: number;
  readonly inputsGiven: number;
  readonly snapshot: MachineSnapshot;
}

export class Recording {
  state: RecordingState = 'recording';
  /** The last step that was recorded. */
  end = 0;
  /** Of the whole run, once it is recorded. */
  events: readonly TraceEvent[] = [];
  private ofEvents: EventSteps | null = null;
  /** Why the schedule could not be followed further. */
  mismatch: string | null = null;
  /** In order of steps, the first one before anything ran. */
  private kept: Kept[] = [];
  /** Between those, around where steps were last taken backwards. In order of steps. */
  private near: Kept[] = [];
  private interval: number;
  private inputsGiven = 0;

  /** `machine`: booted, nothing has run; nobody else uses it from now on. */
  constructor(
    private readonly machine: Machine,
    private readonly inputs: readonly RecordedInput[],
    private readonly limits: RecordingLimits = DEFAULT_LIMITS,
  ) {
    this.interval = limits.interval;
    this.settle();
  }

  get position(): number {
    return this.machine.step;
  }

  view(): MachineView {
    return this.machine.view();
  }

  inspect(parts: readonly InspectionPart[], memoryOf?: readonly Pid[]): Inspections {
    return this.machine.inspect(parts, memoryOf);
  }

  watch(thread: Pid | null, expressions: readonly string[]): readonly WatchValue[] {
    return this.machine.watch(thread, expressions);
  }

  place(): Place | null {
    return this.machine.place();
  }

  /** Where a thread's next instruction is, or the student's line that called the library. */
  standing(thread = this.running, frameMin = 0): Place | null {
    return this.machine.standing(thread, frameMin);
  }

  get running(): Pid | null {
    return this.machine.running;
  }

  /** Where which events are. */
  get eventSteps(): EventSteps {
    return (this.ofEvents ??= new EventSteps(this.events));
  }

  /** The first moment. */
  get start(): number {
    return this.firstKept.step;
  }

  /** Goes on recording for about so many steps, from wherever it stands. */
  record(stepsMax: number): RecordingState {
    if (this.state !== 'recording') return this.state;
    this.goTo(this.end);
    const target = this.end + stepsMax;
    while (this.position < target) {
      const due = this.lastKept.step + this.interval;
      const state = this.advanceAsScheduled(Math.min(target, due));
      this.end = this.position;
      if (state !== 'paused') {
        this.close(state);
        break;
      }
      if (this.position >= due) this.keep();
    }
    return this.state;
  }

  /** Enough: what was recorded until now is the recording. */
  stop(): void {
    if (this.state !== 'recording') return;
    this.goTo(this.end);
    this.close('stopped');
  }

  private close(state: Exclude<RecordingState, 'recording'>): void {
    this.state = state;
    this.events = this.machine.events.slice();
    // Time can pass without an instruction: the last moment is what the run came to.
    this.keep();
  }

  /** To the first moment at or after `step`: an instruction that works much may count as several. */
  goTo(step: number): void {
    const target = Math.max(this.firstKept.step, Math.min(step, this.end));
    const from = this.nearestBefore(target);
    const isLast = target === this.end && this.state !== 'recording';
    const isAhead = from.step - this.position > RUN_ON_STEPS;
    if (isLast || this.position > target || isAhead) this.restore(from);
    while (this.position < target) if (this.advance(target) !== 'paused') break;
  }

  /**
   * Where moments are looked for backwards, one piece after the other: the step of a snapshot shortly before.
   * Goes there.
   */
  goBefore(step: number): number {
    let from = this.nearestBefore(step - 1);
    while (step - from.step > NEAR_STEPS) {
      const middle = from.step + Math.ceil((step - from.step) / 2);
      this.goTo(middle);
      // One instruction that works much may count as many.
      if (this.position >= step || this.position <= from.step) break;
      from = this.keepNear();
    }
    this.goTo(from.step);
    return this.position;
  }

  /** Goes on by one instruction. False at the end of what was recorded. */
  stepOn(): boolean {
    if (this.position >= this.end) return false;
    this.advance(this.position + 1);
    if (this.position >= this.end) this.goTo(this.end);
    return true;
  }

  /** Runs until `target` or until nothing more can run, and gives the input that is due on the way. */
  private advance(target: number): 'paused' | 'finished' | 'waiting' {
    for (;;) {
      const { step } = this.machine;
      const next = this.inputs[this.inputsGiven];
      const stop = Math.min(target, next?.step ?? Infinity);
      const state = step < stop ? this.machine.run(stop - step) : this.machine.run(0);
      if (state === 'finished') return 'finished';
      if (next !== undefined && (this.machine.step >= next.step || state === 'waiting-for-input')) {
        this.give(next);
        continue;
      }
      if (state === 'waiting-for-input') return 'waiting';
      if (this.machine.step >= target) return 'paused';
    }
  }

  /** A schedule may lead to what is wrong and no further; or it is of another program, and says so. */
  private advanceAsScheduled(target: number): 'paused' | 'finished' | 'waiting' | 'stopped' {
    try {
      return this.advance(target);
    } catch (error) {
      if (!(error instanceof ScheduleMismatch)) throw error;
      this.mismatch = error.message;
      return 'stopped';
    }
  }

  private give({ bytes }: RecordedInput): void {
    this.inputsGiven++;
    if (bytes === null) this.machine.closeInput();
    else this.machine.provideInput(bytes);
  }

  /** The moment before the first instruction. */
  private settle(): void {
    const state = this.advance(this.machine.step);
    this.end = this.machine.step;
    this.keep();
    if (state !== 'paused') this.close(state);
  }

  private keep(): void {
    const { step } = this.machine;
    this.kept.push({ step, inputsGiven: this.inputsGiven, snapshot: this.machine.snapshot() });
    const { snapshotsMax, snapshotBytesMax } = this.limits;
    const bytes = this.kept.reduce((sum, { snapshot }) => sum + snapshot.byteCount, 0);
    if (this.kept.length <= snapshotsMax && bytes <= snapshotBytesMax) return;
    if (this.kept.length < 4) return;
    const last = this.lastKept;
    this.kept = this.kept.filter((each, k) => k % 2 === 0 || each === last);
    this.interval *= 2;
  }

  private keepNear(): Kept {
    const { step } = this.machine;
    const made = { step, inputsGiven: this.inputsGiven, snapshot: this.machine.snapshot() };
    this.near.splice(indexBefore(this.near, step) + 1, 0, made);
    const bytesMax = this.limits.snapshotBytesMax / 2;
    let bytes = this.near.reduce((sum, { snapshot }) => sum + snapshot.byteCount, 0);
    while (this.near.length > NEAR_SNAPSHOTS_MAX || (bytes > bytesMax && this.near.length > 1)) {
      const [first] = this.near;
      const isFirstFar =
        first !== undefined && step - first.step > (this.near.at(-1)?.step ?? 0) - step;
      const gone = isFirstFar ? this.near.shift() : this.near.pop();
      bytes -= gone?.snapshot.byteCount ?? 0;
    }
    return made;
  }

  private restore({ snapshot, inputsGiven }: Kept): void {
    this.machine.restore(snapshot);
    this.inputsGiven = inputsGiven;
  }

  get snapshotCount(): number {
    return this.kept.length + this.near.length;
  }

  private get firstKept(): Kept {
    const [first] = this.kept;
    if (first === undefined) throw new Error('a recording has a first snapshot');
    return first;
  }

  private get lastKept(): Kept {
    return this.kept.at(-1) ?? this.firstKept;
  }

  /** The last snapshot at or before `step`. */
  private nearestBefore(step: number): Kept {
    const far = this.kept[indexBefore(this.kept, step)] ?? this.firstKept;
    const near = this.near[indexBefore(this.near, step)];
    return near !== undefined && near.step > far.step ? near : far;
  }
}

/** Of the last one at or before `step`; -1: none is. */
function indexBefore(kept: readonly Kept[], step: number): number {
  let low = 0;
  let high = kept.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((kept[middle]?.step ?? Infinity) <= step) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
