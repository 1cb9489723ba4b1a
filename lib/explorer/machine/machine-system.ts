/**
 * The simulated machine as a system to explore. Threads are those of all processes, and the timers of
 * processes, which may ring at any time. Steps that are remembered (remembered-steps.ts) are not executed:
 * the machine stays behind, and comes after when something is asked that only it can tell.
 */
import type { ProgramImage } from '../../abi/image';
import { studentPosition } from '../../vm/stack-walk';
import type { SourcePosition } from '../../kernel/events';
import type { Kernel } from '../../kernel/kernel';
import type { KernelState } from '../../kernel/kernel-state';
import type { Pid } from '../../kernel/pid';
import type { Process } from '../../kernel/processes/process';
import { recordedChoices } from '../../kernel/scheduling/choice-log';
import { formatSchedule } from '../../kernel/scheduling/schedule-text';
import { restoreKernel, snapshotKernel, type KernelSnapshot } from '../../kernel/snapshot';
import type { Footprint, Move, Pending, Step, System, ThreadId } from '../system';
import { ExecutedMachine } from './executed-machine';
import type { ExploredMachine, ExploredProgram } from './explored-program';
import { initialFiles, type InitialFiles } from './kernel-hash';
import type { Operation, Way } from './operation';
import { Ownership } from './ownership';
import { keyOfPosition, type KernelPart, type LocalPart, type Position } from './position';
import { PositionReader } from './position-reader';
import {
  applied,
  changeBetween,
  effectOf,
  remember,
  valuesKey,
  type Remembered,
  type SlotWrite,
  type Standing,
} from './remembered-steps';
import { inOrderOfTime } from './virtual-timing';

export interface MachineSystemOptions {
  /**
   * `any`: what takes time may take any time, so a program that relies on sleeping is refuted. `virtual`:
   * timers ring in their order, and only when nobody can go on.
   */
  readonly timing: 'any' | 'virtual';
  /** Output so far is part of the state: wanted where all possible outputs are. */
  readonly outputs: boolean;
  /** Functions in which a visible operation is a step of its own even if nobody else touches the same. */
  readonly stepsIn?: ReadonlySet<string>;
  /** Remembered steps are executed, too, and compared: for tests. */
  readonly compares?: boolean;
}

/** A state on the way of a search, and how it was reached. */
export interface Place {
  position: Position;
  /** Of `PositionReader`, when the position was read. */
  version: number;
  /** By thread, as far as it was asked for. */
  remembered: (Remembered | undefined)[];
  /** The machine in this state, if it was kept. */
  kept: KernelSnapshot | null;
  readonly before: Place | null;
  readonly thread: ThreadId;
  readonly way: Way;
  /** Instructions executed so far. */
  readonly work: number;
  /** A step that isn't executed finds nothing, and ends nothing. */
  readonly findings: KernelState['findings'];
  readonly outcome: KernelState['outcome'];
}

/** Where the machine comes after, it is kept each so many steps: others will start from there, too. */
const KEPT_EVERY = 8;

export class MachineSystem implements System<Place> {
  /** Of the explored program; processes may go on to others with exec. */
  readonly image: ProgramImage;
  private readonly machine: ExecutedMachine;
  private readonly first: KernelSnapshot;
  private readonly files: InitialFiles;
  private ownership: Ownership;
  private reader: PositionReader;
  private present: Place;
  /** The state that the machine is in; null: of no use, a path was concluded. */
  private executed: Place | null;

  constructor(
    program: ExploredProgram,
    machine: ExploredMachine,
    private readonly options: MachineSystemOptions,
  ) {
    this.image = program.image;
    this.machine = new ExecutedMachine(program, machine, options.stepsIn ?? new Set());
    this.first = snapshotKernel(this.machine.kernel);
    this.files = initialFiles(this.machine.kernel);
    [this.ownership, this.reader] = this.forgetAll();
    this.present = this.executed = this.firstPlace();
  }

  /** The machine in the present state. */
  get kernel(): Kernel {
    this.comeAfter();
    return this.machine.kernel;
  }

  /** What the machine has found so far, and whether its run is over. */
  get findings(): KernelState['findings'] {
    return this.present.findings;
  }

  get outcome(): KernelState['outcome'] {
    return this.present.outcome;
  }

  get misjudged(): boolean {
    return this.machine.objects.sharing.grown;
  }

  /** Back to the first state, with what is known of what is shared. */
  beginAgain(): void {
    this.machine.objects.sharing.beginAgain();
    restoreKernel(this.machine.kernel, this.first);
    [this.ownership, this.reader] = this.forgetAll();
    this.present = this.executed = this.firstPlace();
  }

  /** The choices that lead to the present state, as the machine's replay makes them. */
  schedule(): string {
    return formatSchedule(recordedChoices(this.kernel.state.choices), 'chosen');
  }

  /** Somebody looks at memory from outside: changes of what is shared there are steps of their own. */
  watch(process: Process, address: number, bytes: number): void {
    this.machine.objects.watch(process, address, bytes);
  }

  /** The student's line that a thread is at. */
  positionOf(thread: Pid | null): SourcePosition | null {
    const context = thread === null ? undefined : this.kernel.contexts.get(thread);
    return context === undefined ? null : studentPosition(context);
  }

  // ---- the system's side ---------------------------------------------------------------------

  pending(): readonly Pending[] {
    if (this.present.outcome !== null) return [];
    return this.operations().map(([thread, { what, ways }]) => ({
      thread,
      enabled: ways.length > 0,
      ways: Math.max(1, ways.length),
      mayBlock: what.kind !== 'memory' && what.kind !== 'heap',
    }));
  }

  expected(thread: ThreadId): Footprint {
    return this.operationOf(thread).footprint;
  }

  operationOf(thread: ThreadId): Operation {
    if (this.options.timing === 'virtual') {
      const found = this.operations().find(([each]) => each === thread);
      if (found === undefined) throw new Error(`no thread ${thread}`);
      return found[1];
    }
    return this.rememberedOf(thread).operation;
  }

  take(move: Move): Step {
    const { thread, way: number } = move;
    const { ways, footprint } = this.operationOf(thread);
    const way = ways[number];
    if (way === undefined) throw new Error(`thread ${thread} has no step ${number}`);
    if (!this.takeRemembered(thread, number, way)) this.execute(thread, number, way);
    else if (this.options.compares === true) this.compare();
    return { move, footprint };
  }

  snapshot(): Place {
    const { present } = this;
    if (this.executed === present) present.kept ??= snapshotKernel(this.machine.kernel);
    return present;
  }

  restore(snapshot: Place): void {
    this.present = snapshot;
  }

  stateKey(): string {
    return keyOfPosition(this.present.position);
  }

  /** A path ends here: the machine says what those that are left wait for. */
  conclude(end: 'finished' | 'deadlock'): void {
    if (this.present.outcome !== null) return;
    this.comeAfter();
    this.machine.conclude(end);
    const { findings, outcome } = this.machine.kernel.state;
    this.present = this.executed = { ...this.present, findings, outcome, kept: null };
  }

  // ---- operations ----------------------------------------------------------------------------

  private operations(): readonly (readonly [ThreadId, Operation])[] {
    const { threads } = this.present.position.kernel;
    const operations = threads.map(
      (thread) => [thread, this.rememberedOf(thread).operation] as const,
    );
    return this.options.timing === 'virtual'
      ? inOrderOfTime(operations, this.kernel.state.timers)
      : operations;
  }

  private rememberedOf(thread: ThreadId): Remembered {
    const { present } = this;
    const index = present.position.kernel.threads.indexOf(thread);
    const known = present.remembered[index];
    if (known?.version === this.ownership.version) return known;
    const found = this.lookUp(thread, index);
    this.present.remembered[index] = found;
    return found;
  }

  private lookUp(thread: ThreadId, index: number): Remembered {
    this.refreshIfOld();
    const { ownership } = this;
    const standing = this.standingOf(index);
    if (standing?.version === ownership.version && !standing.isIrregular) {
      const known = standing.known.get(valuesKey(this.present.position.values, standing.words));
      if (known !== undefined) return known;
    }
    this.comeAfter();
    const operation = this.machine.next.of(thread);
    // Its touches may have told more of memory apart.
    if (this.machine.objects.sharing.hasNews) this.refresh();
    const words = this.wordsOf(thread, operation);
    const remembered: Remembered = { operation, words, version: ownership.version, effects: [] };
    this.keep(remembered, index);
    return remembered;
  }

  private standingOf(index: number): Standing | undefined {
    const { kernel, locals } = this.present.position;
    const local = locals[index];
    return local?.standings.get(contextNumber(kernel, index, local));
  }

  /** Notes an operation for states in which the thread stands so. */
  private keep(remembered: Remembered, index: number): void {
    const { kernel, locals, values } = this.present.position;
    const local = locals[index];
    if (local === undefined) return;
    const { words, version } = remembered;
    const context = contextNumber(kernel, index, local);
    let standing = local.standings.get(context);
    if (standing?.version !== version) {
      standing = { version, words, known: new Map(), isIrregular: false };
      local.standings.set(context, standing);
    } else if (standing.words.join() !== words.join()) standing.isIrregular = true;
    if (!standing.isIrregular) standing.known.set(valuesKey(values, words), remembered);
  }

  /** Slots that an operation depends on. */
  private wordsOf(thread: ThreadId, { footprint }: Operation): readonly number[] {
    const { ownership } = this;
    const { locals, kernel } = this.present.position;
    const stack = locals[kernel.threads.indexOf(thread)]?.stack ?? null;
    const words = new Set<number>();
    for (const object of footprint.keys()) {
      const slot = object < 0 ? null : ownership.slotOf(object);
      if (slot !== null) words.add(slot);
    }
    for (const slot of ownership.beside(thread, stack)) words.add(slot);
    return [...words];
  }

  // ---- steps ---------------------------------------------------------------------------------

  /** False: the step has to be executed. */
  private takeRemembered(thread: ThreadId, number: number, way: Way): boolean {
    const { present, ownership } = this;
    if (this.options.timing === 'virtual') return false;
    const remembered = this.rememberedOf(thread);
    const effect = effectOf(remembered, number, this.present.position);
    if (effect === null) return false;
    const work = present.work + effect.work;
    if (work >= this.machine.kernel.budgets.instructionsMax) return false;
    const { position, findings, outcome, version } = this.present;
    const after = applied(position, effect, thread, ownership);
    this.present = {
      position: after,
      version,
      remembered: stillTrue(this.present, after, thread, effect.writes),
      kept: null,
      before: this.present,
      thread,
      way,
      work,
      findings,
      outcome,
    };
    return true;
  }

  private execute(thread: ThreadId, number: number, way: Way): void {
    const { machine, reader } = this;
    this.comeAfter();
    if (this.present.version !== reader.version) this.refresh();
    const before = this.present;
    const remembered = this.rememberedOf(thread);
    machine.step(thread, way);
    const after = this.readPlace(before, thread, way);
    this.present = this.executed = after;
    const index = before.position.kernel.threads.indexOf(thread);
    if (
      this.options.timing === 'virtual' ||
      before.version !== after.version ||
      before.position.kernel.isOpaque[index] !== false ||
      !remembered.operation.isRepeatable ||
      !machine.hasBeenRepeatable ||
      after.findings !== before.findings ||
      after.outcome !== null
    )
      return;
    const work = after.work - before.work;
    const { words } = remembered;
    const effect = changeBetween(before.position, after.position, thread, words, work);
    if (effect !== null)
      remember(remembered, number, before.position, effect, machine.hasMadeCalls);
  }

  /** Throws unless the machine is in the very state that was remembered. */
  private compare(): void {
    if (this.present.version !== this.reader.version) return;
    const remembered = this.present.position;
    this.comeAfter();
    const executed = this.readPosition();
    if (
      executed.kernel !== remembered.kernel ||
      executed.output !== remembered.output ||
      executed.locals.some((local, k) => local !== remembered.locals[k]) ||
      executed.values.some((value, slot) => value !== remembered.values[slot])
    )
      throw new Error('a step was remembered wrongly');
  }

  /** The machine takes the steps that it is behind. */
  private comeAfter(): void {
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

  private readPlace(before: Place | null, thread: ThreadId, way: Way): Place {
    const { state } = this.machine.kernel;
    const position = this.readPosition();
    return {
      position,
      version: this.reader.version,
      remembered: [],
      kept: null,
      before,
      thread,
      way,
      work: state.work,
      findings: state.findings,
      outcome: state.outcome,
    };
  }

  private readPosition(): Position {
    const time = this.machine.objects.clockIsRead || this.options.timing === 'virtual';
    return this.reader.read(this.machine.kernel, time);
  }

  /** Words have got a slot since the position was read. */
  private refreshIfOld(): void {
    if (this.present.position.values.length === this.ownership.slots.length) return;
    this.comeAfter();
    this.refresh();
  }

  /** Reads the present position again. */
  private refresh(): void {
    const { present } = this;
    present.position = this.readPosition();
    present.version = this.reader.version;
    present.remembered = [];
  }

  private firstPlace(): Place {
    this.machine.settle();
    const place = this.readPlace(null, 0, []);
    place.kept = snapshotKernel(this.machine.kernel);
    return place;
  }

  private forgetAll(): [Ownership, PositionReader] {
    const { sharing, spaces } = this.machine.objects;
    const ownership = new Ownership(sharing, spaces);
    const { outputs } = this.options;
    return [
      ownership,
      new PositionReader(sharing, spaces, ownership, { outputs, files: this.files }),
    ];
  }
}

/** A call depends on all that the kernel has, an access to memory only on memory that is nobody's. */
function contextNumber(kernel: KernelPart, index: number, { dependsOnKernel }: LocalPart): number {
  return kernel.isPlain[index] === true && !dependsOnKernel ? kernel.rest : kernel.number;
}

/** Operations that a step leaves as they are: of the others, where it didn't write what they depend on. */
function stillTrue(
  { position, remembered }: Place,
  after: Position,
  thread: ThreadId,
  writes: readonly SlotWrite[],
): (Remembered | undefined)[] {
  if (after.kernel !== position.kernel) return [];
  return remembered.map((each, k) =>
    position.kernel.threads[k] === thread ||
    each?.words.some((word) => writes.some(({ slot }) => slot === word)) === true
      ? undefined
      : each,
  );
}
