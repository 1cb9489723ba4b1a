/**
 * The simulated machine as a system to explore. Threads are those of all processes, and the timers of
 * processes, which may ring at any time. A step is looked up where it is remembered (remembered-steps.ts),
 * and else executed.
 */
import type { ProgramImage } from '../../abi/image';
import { studentPosition } from '../../vm/stack-walk';
import type { SourcePosition } from '../../kernel/events';
import type { Kernel } from '../../kernel/kernel';
import type { KernelState } from '../../kernel/kernel-state';
import { pid, type Pid } from '../../kernel/pid';
import { recordedChoices } from '../../kernel/scheduling/choice-log';
import { formatSchedule } from '../../kernel/scheduling/schedule-text';
import { restoreKernel, snapshotKernel, type KernelSnapshot } from '../../kernel/snapshot';
import type { Footprint, Move, Pending, PlaceInProgram, Step, System, ThreadId } from '../system';
import { ExecutedMachine } from './executed-machine';
import type { ExploredMachine, ExploredProgram } from './explored-program';
import { initialFiles, type InitialFiles } from './kernel-hash';
import { Looks, type Findings, type Look } from './looks';
import type { Operation, Way } from './operation';
import { Places, type Place } from './places';
import { keyOfPosition } from './position';
import { pendingOf, RememberedOperations } from './remembered-operations';
import { applied, changeBetween, effectOf, remember, stillTrue } from './remembered-steps';
import { isOnMemory } from './repeatable-calls';
import { scout } from './scout';
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
  /** False: states are not compared, as in a search of traces. Then nothing is remembered either. */
  readonly states?: boolean;
  /** Remembered steps are executed, too, and states compared with the machine's: for tests. */
  readonly compares?: boolean;
}

export class MachineSystem implements System<Place> {
  /** Of the explored program; processes may go on to others with exec. */
  readonly image: ProgramImage;
  private readonly machine: ExecutedMachine;
  private readonly first: KernelSnapshot;
  private readonly files: InitialFiles;
  private places: Places;
  private remembered: RememberedOperations;
  private looks: Looks;
  private lookedUp = 0;
  private readonly locations = new Map<string, number>();
  /** By object that steps need: what it is where it is free. */
  private readonly needed = new Map<number, 'zero' | 'not-zero'>();

  constructor(
    program: ExploredProgram,
    machine: ExploredMachine,
    private readonly options: MachineSystemOptions,
  ) {
    this.image = program.image;
    this.machine = new ExecutedMachine(program, machine, options.stepsIn ?? new Set());
    this.first = snapshotKernel(this.machine.kernel);
    this.files = initialFiles(this.machine.kernel);
    // By virtual time not every execution is one.
    if (options.timing === 'any') {
      scout(this.machine, this.first);
      restoreKernel(this.machine.kernel, this.first);
      this.machine.objects.sharing.beginAgain();
    }
    this.places = this.newPlaces();
    this.remembered = new RememberedOperations(this.machine, this.places);
    this.looks = new Looks(this.machine, this.places, this.locations);
  }

  /** The machine in the present state. */
  get kernel(): Kernel {
    this.places.comeAfter();
    return this.machine.kernel;
  }

  /** Steps that were not executed, of all since the system was made. */
  get stepsLookedUp(): number {
    return this.lookedUp;
  }

  /** What the machine has found so far, and whether its run is over. */
  get findings(): KernelState['findings'] {
    return this.places.present.findings;
  }

  get outcome(): KernelState['outcome'] {
    return this.places.present.outcome;
  }

  get misjudged(): boolean {
    return this.machine.objects.sharing.grown;
  }

  /** Back to the first state, with what is known of what is shared. */
  beginAgain(): void {
    this.machine.objects.sharing.beginAgain();
    restoreKernel(this.machine.kernel, this.first);
    this.places = this.newPlaces();
    this.remembered = new RememberedOperations(this.machine, this.places);
    this.looks = new Looks(this.machine, this.places, this.locations);
  }

  /** The choices that lead to the present state, as the machine's replay makes them. */
  schedule(): string {
    return formatSchedule(recordedChoices(this.kernel.state.choices), 'chosen');
  }

  /** The student's line that a thread is at. */
  positionOf(thread: Pid | null): SourcePosition | null {
    const context = thread === null ? undefined : this.kernel.contexts.get(thread);
    return context === undefined ? null : studentPosition(context);
  }

  /** Of all processes, without their timers. */
  get threads(): readonly ThreadId[] {
    return this.looks.threads;
  }

  /** Names of the functions on a thread's stack. */
  functionsOf(thread: ThreadId): ReadonlySet<string> {
    return this.looks.functionsOf(thread);
  }

  /** What was put out so far. */
  get output(): string {
    return this.looks.output();
  }

  /**
   * Somebody looks from outside at the memory of each process that runs: changes of what is shared there are
   * steps of their own. Gives what was found, by the process's first thread.
   */
  inMemories<T>(findings: Findings<T>, look: Look<T>): Iterable<readonly [ThreadId, T]> {
    return this.looks.inMemories(findings, look);
  }

  // ---- the system's side ---------------------------------------------------------------------

  pending(): readonly Pending[] {
    if (this.outcome !== null) return [];
    if (this.options.timing === 'virtual')
      return this.operationsInTime().map(([thread, operation]) => pendingOf(thread, operation));
    return this.remembered.all().map(({ pending }) => pending);
  }

  expected(thread: ThreadId): Footprint {
    return this.operationOf(thread).footprint;
  }

  operationOf(thread: ThreadId): Operation {
    if (this.options.timing === 'virtual') {
      const found = this.operationsInTime().find(([each]) => each === thread);
      if (found === undefined) throw new Error(`no thread ${thread}`);
      return found[1];
    }
    return this.remembered.of(thread).operation;
  }

  standing(thread: ThreadId): PlaceInProgram {
    const { what, needs } = this.operationOf(thread);
    if (needs !== undefined) this.needed.set(needs.object, needs.isFree);
    return { location: this.looks.locationOf(thread, what.kind), needs: needs?.object ?? null };
  }

  isTaken(object: number): boolean {
    const { ownership, present } = this.places;
    const slot = ownership.slotOf(object);
    const value = slot === null ? undefined : present.position.values[slot];
    // Of which some bytes have no value is not told.
    if (value === undefined || value < 0 || value >= 2 ** 32) return false;
    const isFree = this.needed.get(object);
    return isFree === (value === 0 ? 'not-zero' : 'zero');
  }

  take(move: Move): Step {
    const { thread, way: number } = move;
    const { ways, footprint } = this.operationOf(thread);
    const way = ways[number];
    if (way === undefined) throw new Error(`thread ${thread} has no step ${number}`);
    const released = this.takeRemembered(thread, number, way) ?? this.execute(thread, number, way);
    if (this.options.compares === true) this.compare();
    return released.length === 0 ? { move, footprint } : { move, footprint, released };
  }

  snapshot(): Place {
    return this.places.expectReturn();
  }

  restore(snapshot: Place, last = false): void {
    this.places.comeBack(snapshot, last);
  }

  stateKey(): string {
    if (this.options.states === false) throw new Error('states are not told apart');
    return keyOfPosition(this.places.present.position);
  }

  /** A path ends here: the machine says what those that are left wait for. */
  conclude(end: 'finished' | 'deadlock'): void {
    if (this.outcome === null) this.places.conclude(end);
  }

  /** The path goes no further: those that have to wait are let into their calls, and can be asked what for. */
  letWaitersIn(): void {
    const waiters = this.pending().filter(({ enabled }) => !enabled);
    this.places.letWaitersIn(waiters.map(({ thread }) => thread));
  }

  /** By virtual time. */
  private operationsInTime(): readonly (readonly [ThreadId, Operation])[] {
    const { threads } = this.places.present.position.kernel;
    const operations = threads.map(
      (thread) => [thread, this.remembered.of(thread).operation] as const,
    );
    return inOrderOfTime(operations, this.kernel.state.timers);
  }

  // ---- steps ---------------------------------------------------------------------------------

  /** Whom it released; null: the step has to be executed. */
  private takeRemembered(thread: ThreadId, number: number, way: Way): readonly ThreadId[] | null {
    const { places, machine } = this;
    if (this.options.timing === 'virtual') return null;
    const remembered = this.remembered.of(thread);
    const { present } = places;
    const effect = effectOf(remembered, number, present.position);
    if (effect === null) return null;
    const work = present.work + effect.work;
    if (work >= machine.kernel.budgets.instructionsMax) return null;
    const position = applied(present.position, effect, thread, places.ownership);
    this.lookedUp++;
    const { version, findings, outcome } = present;
    const still = stillTrue(present.remembered, present.position, position, thread, effect.writes);
    const how = { before: present, thread, way, work };
    places.present = {
      position,
      version,
      remembered: still,
      kept: null,
      isAwaited: false,
      ...how,
      findings,
      outcome,
    };
    return effect.released;
  }

  /** Whom it released. */
  private execute(thread: ThreadId, number: number, way: Way): readonly ThreadId[] {
    const { machine, places } = this;
    places.comeAfter();
    if (places.present.version !== places.reader.version) places.refresh();
    const before = places.present;
    const remembered = this.remembered.of(thread);
    places.keepIfAwaited();
    const pc = machine.kernel.contexts.get(pid(thread))?.pc ?? 0;
    machine.step(thread, way);
    const { released } = machine;
    const { operation } = remembered;
    const unannounced = machine.ended.filter((each) => each !== operation.mayEnd);
    machine.objects.noteEnds(thread, pc, unannounced);
    const isRepeatable = operation.isRepeatable && machine.hasBeenRepeatable;
    const onMemory = isRepeatable && !machine.hasMadeCalls && isOnlyMemory(operation, way);
    places.executedStep(thread, way, onMemory);
    const after = places.present;
    const index = before.position.kernel.threads.indexOf(thread);
    if (
      this.options.timing === 'virtual' ||
      before.version !== after.version ||
      before.position.kernel.isOpaque[index] !== false ||
      !isRepeatable ||
      after.findings !== before.findings ||
      after.outcome !== null
    )
      return released;
    const work = after.work - before.work;
    const { words } = remembered;
    const effect = changeBetween(before.position, after.position, thread, words, work, released);
    if (effect !== null)
      remember(remembered, number, before.position, effect, machine.hasMadeCalls);
    return released;
  }

  /** Throws unless the machine is in the very state that is remembered. */
  private compare(): void {
    const { places } = this;
    if (places.present.version !== places.reader.version) return;
    const remembered = places.present.position;
    places.comeAfter();
    const executed = places.readPosition();
    if (
      executed.kernel !== remembered.kernel ||
      executed.output !== remembered.output ||
      executed.locals.some((local, k) => local !== remembered.locals[k]) ||
      executed.values.some((value, slot) => value !== remembered.values[slot])
    )
      throw new Error('a state was remembered wrongly');
  }

  private newPlaces(): Places {
    const { outputs, timing, states = true } = this.options;
    const { machine, files } = this;
    return new Places(machine, { outputs, states, files, time: timing === 'virtual' });
  }
}

/** Whether the kernel has nothing to do with it. */
function isOnlyMemory({ what }: Operation, way: Way): boolean {
  if (way.some(({ kind }) => kind !== 'run')) return false;
  return what.kind === 'memory' || (what.kind === 'call' && isOnMemory(what.call));
}
