/**
 * The states on the way of a search, and which of them the machine is in. Steps that are remembered are not
 * executed: the machine stays behind, and comes after when something is asked that only it can tell.
 */
import type { KernelState } from '../../kernel/kernel-state';
import { restoreKernel, snapshotKernel, type KernelSnapshot } from '../../kernel/snapshot';
import type { ThreadId } from '../system';
import type { ExecutedMachine } from './executed-machine';
import type { InitialFiles } from './kernel-hash';
import type { Way } from './operation';
import { Ownership } from './ownership';
import type { Position, Remembered } from './position';
import { PositionReader, type Since } from './position-reader';

/** A state on the way, and how it was reached. */
export interface Place {
  position: Position;
  /** Of `PositionReader`, when the position was read. */
  version: number;
  /** By thread, as far as it was asked for. */
  remembered: (Remembered | undefined)[];
  /** The machine in this state, if it was kept. */
  kept: KernelSnapshot | null;
  /** The search comes back here. */
  isAwaited: boolean;
  readonly before: Place | null;
  readonly thread: ThreadId;
  readonly way: Way;
  /** Instructions executed so far. */
  readonly work: number;
  /** A step that isn't executed finds nothing, and ends nothing. */
  readonly findings: KernelState['findings'];
  readonly outcome: KernelState['outcome'];
}

export interface PlacesOptions {
  readonly files: InitialFiles;
  readonly outputs: boolean;
  /** States are compared: then their parts are told apart, and steps remembered. */
  readonly states: boolean;
  /** Virtual time is part of states, also if nobody reads the clock. */
  readonly time: boolean;
}

/** Where the machine comes after, it is kept each so many steps: others will start from there, too. */
const KEPT_EVERY = 8;

export class Places {
  present: Place;
  readonly ownership: Ownership;
  readonly reader: PositionReader;
  /** The state that the machine is in. */
  private executed: Place;

  /** The machine is in its first state, where nobody has done anything yet. */
  constructor(
    private readonly machine: ExecutedMachine,
    private readonly options: PlacesOptions,
  ) {
    const { sharing, spaces, stacks } = machine.objects;
    this.ownership = new Ownership(sharing, spaces);
    this.reader = new PositionReader(sharing, spaces, this.ownership, stacks, options);
    machine.settle();
    this.present = this.executed = this.read(null, 0, []);
    this.present.kept = snapshotKernel(machine.kernel);
  }

  /** Whether states are compared, and their parts told apart. */
  get tellsParts(): boolean {
    return this.options.states;
  }

  /** Whether states with different outputs are told apart. */
  get tellsOutputs(): boolean {
    return this.options.states && this.options.outputs;
  }

  /** The machine has taken a step from the present state. `onMemory`: it was no affair of the kernel's. */
  executedStep(thread: ThreadId, way: Way, onMemory: boolean): void {
    this.present = this.executed = this.read(this.present, thread, way, onMemory);
  }

  /** Somebody will come back to the present state: keeps the machine, if it is there. */
  expectReturn(): Place {
    const { present } = this;
    present.isAwaited = true;
    this.keepIfAwaited();
    return present;
  }

  /** `last`: for the last time. */
  comeBack(place: Place, last: boolean): void {
    this.present = place;
    if (last) place.isAwaited = false;
  }

  /** Before the machine leaves the present state. */
  keepIfAwaited(): void {
    const { present } = this;
    if (this.executed === present && present.isAwaited)
      present.kept ??= snapshotKernel(this.machine.kernel);
  }

  /** The machine takes the steps that it is behind. */
  comeAfter(): void {
    const { present, machine } = this;
    if (this.executed === present) return;
    const behind: Place[] = [];
    let place = present;
    while (place !== this.executed && place.kept === null) {
      behind.push(place);
      if (place.before === null) throw new Error('a state that the machine was never in');
      place = place.before;
    }
    if (place !== this.executed && place.kept !== null) restoreKernel(machine.kernel, place.kept);
    let steps = 0;
    for (let next = behind.pop(); next !== undefined; next = behind.pop()) {
      machine.step(next.thread, next.way);
      if (++steps % KEPT_EVERY === 0) next.kept = snapshotKernel(machine.kernel);
    }
    this.executed = present;
  }

  /** All who have to wait are let into the calls in which they do: the machine says then what for. */
  letWaitersIn(waiters: readonly ThreadId[]): void {
    this.comeAfter();
    this.machine.letIn(waiters);
    // What was asked of the threads before was asked in another state.
    this.present = this.executed = {
      ...this.present,
      remembered: [],
      kept: null,
      isAwaited: false,
    };
  }

  /** A path ends in the present state. */
  conclude(end: 'finished' | 'deadlock'): void {
    this.comeAfter();
    this.machine.conclude(end);
    const { findings, outcome } = this.machine.kernel.state;
    this.present = this.executed = {
      ...this.present,
      findings,
      outcome,
      kept: null,
      isAwaited: false,
    };
  }

  /** Touches may have told more of memory apart. */
  learn(): void {
    if (this.machine.objects.sharing.hasNews) this.refresh();
  }

  /** Memory is told apart in another way than when the present position was read: reads it again. */
  refresh(): void {
    const { present } = this;
    this.comeAfter();
    present.position = this.readPosition();
    present.version = this.reader.version;
    present.remembered = [];
  }

  /** Words have got a slot since the position was read. */
  refreshIfOld(): void {
    if (this.present.position.values.length !== this.ownership.slots.length) this.refresh();
  }

  readPosition(since: Since | null = null): Position {
    const { kernel, objects } = this.machine;
    if (!this.options.states) return this.reader.withoutParts(kernel);
    const time = objects.clockIsRead || this.options.time;
    return this.reader.read(kernel, { time, lastUsers: objects.lastUsersAreRead }, since);
  }

  private read(before: Place | null, thread: ThreadId, way: Way, onMemory = false): Place {
    const { state } = this.machine.kernel;
    const since = before !== null && onMemory ? sinceOf(before, thread) : null;
    const position = this.readPosition(since);
    return {
      position,
      version: this.reader.version,
      remembered: [],
      kept: null,
      isAwaited: false,
      before,
      thread,
      way,
      work: state.work,
      findings: state.findings,
      outcome: state.outcome,
    };
  }
}

function sinceOf({ position, version }: Place, thread: ThreadId): Since | null {
  const index = position.kernel.threads.indexOf(thread);
  const local = position.locals[index];
  return local === undefined || position.kernel.isPlain[index] !== true
    ? null
    : { position, version, process: local.process };
}
