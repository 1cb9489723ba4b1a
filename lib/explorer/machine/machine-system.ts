/**
 * The simulated machine as a system to explore. Threads are those of all processes, and the timers of
 * processes, which may ring at any time. A step is one operation on what is shared and all private work up
 * to the next one. Between steps every thread stands before a shared operation, or waits in the kernel
 * half-way through a call.
 */
import type { ProgramImage } from '../../abi/image';
import { Opcode } from '../../abi/opcodes';
import { systemCallName } from '../../abi/system-calls';
import { visitAccesses, touchesHeap } from '../../vm/accesses';
import type { ExecutionContext } from '../../vm/context';
import { studentPosition } from '../../vm/stack-walk';
import type { SourcePosition } from '../../kernel/events';
import { endStuckRun } from '../../kernel/run-loop';
import { bootProgram } from '../../kernel/boot';
import { contextOf, processOf, threadOf, type Kernel } from '../../kernel/kernel';
import type { MachineOptions } from '../../kernel/machine-options';
import { newKernel } from '../../kernel/new-kernel';
import { pid, type Pid } from '../../kernel/pid';
import type { Process } from '../../kernel/processes/process';
import { begin, executeRunning, handleRunningTrap } from '../../kernel/run-chosen';
import { record, recordedChoices } from '../../kernel/scheduling/choice-log';
import { currentProcessor } from '../../kernel/scheduling/processors';
import { recordOf } from '../../kernel/scheduling/scheduling-record';
import { formatSchedule } from '../../kernel/scheduling/schedule-text';
import type { Choice } from '../../kernel/scheduling/scheduler';
import { hasDeliverable } from '../../kernel/signals/signal-delivery';
import { actionOf } from '../../kernel/signals/signals';
import { restoreKernel, snapshotKernel, type KernelSnapshot } from '../../kernel/snapshot';
import { canAcquire } from '../../kernel/threads/mutexes';
import type { Thread } from '../../kernel/threads/thread';
import { endInput, receiveInput } from '../../kernel/terminal/terminal';
import type { Footprint, Move, Pending, Step, System, ThreadId, Use } from '../system';
import { callers } from './callers';
import { CallContext } from './call-context';
import { judge, mayTimeOut } from './enabledness';
import { touchCall } from './footprint-of-call';
import { EVERYTHING } from './objects';
import { RUN, type Action, type Operation, type OperationKind, type Way } from './operation';
import { touchProcessEnd } from './process-footprints';
import { Sharing } from './sharing';
import { initialFiles, stateKeyOf, type InitialFiles } from './state-key';
import { Touched, type SharedObjects } from './touched';
import { keyOf } from '../../kernel/ipc/posix-semaphores';
import { isOfProcess, type Timer } from '../../kernel/time/timers';

export interface ExploredProgram {
  readonly image: ProgramImage;
  readonly argv: readonly string[];
  readonly env: readonly string[];
  /** All of standard input. */
  readonly input: Uint8Array;
}

export type ExploredMachine = Omit<MachineOptions, 'scheduler' | 'processors' | 'trace'>;

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
}

export interface MachineSnapshot {
  readonly kernel: KernelSnapshot;
  readonly operations: ReadonlyMap<ThreadId, Operation> | null;
}

/** Timers of processes are threads, too: their identifiers lie above all processes'. */
const TIMERS = 2 ** 24;
/** A thread inside of a handler: its identifier, and the signal so many times. */
const HANDLERS = 2 ** 25;
/** Private work is cut here, so that a loop that waits for something private-looking comes to a stop. */
const PRIVATE_INSTRUCTIONS_MAX = 1_000_000;
const PRIVATE_OPERATIONS_MAX = 20_000;

export class MachineSystem implements System<MachineSnapshot>, SharedObjects {
  readonly kernel: Kernel;
  /** Of the explored program; processes may go on to others with exec. */
  readonly image: ProgramImage;
  readonly sharing = new Sharing();
  private readonly first: KernelSnapshot;
  private readonly files: InitialFiles;
  /** Made anew for each state, and not changed: snapshots keep it. */
  private operations: ReadonlyMap<ThreadId, Operation> | null = null;
  private readonly spaces = new Map<string, number>();
  /** Words of which different bytes are used. */
  private readonly split = new Set<number>();
  /** Somebody reads the clock: then time is part of the state. */
  private clockIsRead = false;

  constructor(
    program: ExploredProgram,
    machine: ExploredMachine,
    private readonly options: MachineSystemOptions,
  ) {
    this.image = program.image;
    this.kernel = newKernel({ ...machine, trace: 'checks' }, 'chosen');
    bootProgram(this.kernel, program.image, program.argv, program.env);
    receiveInput(this.kernel, program.input);
    endInput(this.kernel);
    this.first = snapshotKernel(this.kernel);
    this.files = initialFiles(this.kernel);
    this.settle();
  }

  get misjudged(): boolean {
    return this.sharing.grown;
  }

  /** Back to the first state, with what is known of what is shared. */
  beginAgain(): void {
    this.sharing.beginAgain();
    restoreKernel(this.kernel, this.first);
    this.operations = null;
    this.settle();
  }

  /** The choices that lead to the present state, as the machine's replay makes them. */
  schedule(): string {
    return formatSchedule(recordedChoices(this.kernel.state.choices), 'chosen');
  }

  // ---- the system's side ---------------------------------------------------------------------

  pending(): readonly Pending[] {
    const pending: Pending[] = [];
    for (const [thread, { what, ways }] of this.next())
      pending.push({
        thread,
        enabled: ways.length > 0,
        ways: Math.max(1, ways.length),
        mayBlock: what.kind !== 'memory' && what.kind !== 'heap',
      });
    return pending;
  }

  expected(thread: ThreadId): Footprint {
    return this.operationOf(thread).footprint;
  }

  operationOf(thread: ThreadId): Operation {
    const operation = this.next().get(thread);
    if (operation === undefined) throw new Error(`no thread ${thread}`);
    return operation;
  }

  take(move: Move): Step {
    const { ways, footprint } = this.operationOf(move.thread);
    const way = ways[move.way];
    if (way === undefined) throw new Error(`thread ${move.thread} has no step ${move.way}`);
    this.operations = null;
    for (const action of way) this.perform(move.thread, action);
    this.settle();
    return { move, footprint };
  }

  snapshot(): MachineSnapshot {
    return { kernel: snapshotKernel(this.kernel), operations: this.operations };
  }

  restore(snapshot: MachineSnapshot, last = false): void {
    restoreKernel(this.kernel, snapshot.kernel, last);
    this.operations = snapshot.operations;
  }

  stateKey(): string {
    return stateKeyOf(this.kernel, {
      outputs: this.options.outputs,
      time: this.clockIsRead || this.options.timing === 'virtual',
      files: this.files,
    });
  }

  /**
   * A path ends here. Those that are left are let into the calls that they can't go on from, so that the
   * machine itself says what each waits for; a replay does the same.
   */
  conclude(end: 'finished' | 'deadlock'): void {
    const { kernel } = this;
    if (kernel.state.outcome !== null) return;
    if (end === 'deadlock')
      for (const id of [...kernel.state.ready]) {
        begin(kernel, { pid: id, until: { kind: 'visible' } });
        while (currentProcessor(kernel.state).running !== null)
          handleRunningTrap(kernel, executeRunning(kernel, PRIVATE_INSTRUCTIONS_MAX));
      }
    endStuckRun(kernel);
    this.operations = null;
  }

  /** The student's line that a thread is at. */
  positionOf(thread: Pid | null): SourcePosition | null {
    const context = thread === null ? undefined : this.kernel.contexts.get(thread);
    return context === undefined ? null : studentPosition(context);
  }

  // ---- steps ---------------------------------------------------------------------------------

  private perform(thread: ThreadId, action: Action): void {
    if (action.kind === 'run') {
      this.run(pid(thread), action.way);
      return;
    }
    const id = pid(thread >= TIMERS ? thread - TIMERS : thread);
    begin(this.kernel, { pid: id, until: { kind: action.kind } });
  }

  /**
   * Lets a ready thread run: through the operation that it stands before, if it does, and on to the next
   * one that is shared or has to wait.
   */
  private run(id: Pid, way: number): void {
    const { kernel } = this;
    const choice: Choice = { pid: id, until: { kind: 'visible' }, ...(way > 0 ? { way } : {}) };
    const plain: Choice = { pid: id, until: { kind: 'visible' } };
    let operations = 0;
    begin(kernel, choice);
    const startedAt = recordOf(kernel.state, id).executed;
    for (;;) {
      const trap = executeRunning(kernel, PRIVATE_INSTRUCTIONS_MAX);
      if (trap.kind === 'visible' && this.passes(id)) {
        operations++;
        const { slice } = currentProcessor(kernel.state);
        const long =
          operations > PRIVATE_OPERATIONS_MAX ||
          recordOf(kernel.state, id).executed - startedAt > PRIVATE_INSTRUCTIONS_MAX;
        if (!long && slice.kind === 'visible') {
          kernel.state.choices = record(kernel.state.choices, plain);
          slice.through = true;
          continue;
        }
        this.shareReads(id);
      }
      handleRunningTrap(kernel, trap);
      if (currentProcessor(kernel.state).running !== id || kernel.state.outcome !== null) return;
    }
  }

  /** Whether the operation that the running thread stands before is private, and can be done at once. */
  private passes(id: Pid): boolean {
    const { kernel } = this;
    const { stepsIn } = this.options;
    if (stepsIn !== undefined && stepsIn.size > 0)
      for (const name of callers(contextOf(kernel, id))) if (stepsIn.has(name)) return false;
    this.noteTimers();
    const alone = !this.othersLive();
    // Alone it may do anything, but wait.
    if (alone && this.othersAreDone()) {
      const { image, pc } = contextOf(kernel, id);
      if (image.code[pc] !== Opcode.SYS) return true;
    }
    const { ways, footprint } = this.describe(threadOf(kernel, id));
    return ways.length === 1 && ways[0] === RUN && (alone || footprint.size === 0);
  }

  /**
   * It has gone on for long in what looks private: it may wait for what others have not touched yet. What
   * it reads here is shared from now on.
   */
  private shareReads(id: Pid): void {
    this.forcing = true;
    this.describe(threadOf(this.kernel, id));
    this.forcing = false;
  }

  private forcing = false;

  /** Somebody looks at memory from outside: changes of what is shared there are steps of their own. */
  watch(process: Process, address: number, bytes: number): void {
    this.forcing = true;
    new Touched(this, process.pid, process).memory(address, bytes, 'read');
    this.forcing = false;
  }

  /** A timer may ring in the middle of private work, and be stopped before that ends. */
  private noteTimers(): void {
    for (const timer of this.kernel.state.timers) if (isOfProcess(timer)) this.describeAlarm(timer);
  }

  /** Threads and timers beside the one that runs. */
  private othersLive(): boolean {
    const { threads, timers } = this.kernel.state;
    if (threads.size > 1) return true;
    return timers.some(isOfProcess);
  }

  /**
   * Whether all that anybody else ever did lies behind the only thread that is left: it has waited for
   * them all. One that ended and wasn't waited for may as well be late, and so may the signal whose handler
   * it is in.
   */
  private othersAreDone(): boolean {
    const { threads, processes, ended, timers } = this.kernel.state;
    if (threads.size > 1 || processes.size > 1 || timers.length > 0) return false;
    if (this.somethingDetached && this.kernel.state.tasksCreated > 1) return false;
    for (const { joinable } of processes.values()) if (joinable.size > 1) return false;
    for (const { signals } of threads.values()) if (signals.frames.length > 0) return false;
    return ended.every(({ reapedBy }) => reapedBy !== null);
  }

  /** Some thread is never joined. */
  private somethingDetached = false;

  /** Every thread that is ready goes on to its next shared operation; private events happen. */
  private settle(): void {
    const { kernel } = this;
    for (let moved = true; moved;) {
      moved = false;
      for (const id of [...kernel.state.threads.keys()].sort((a, b) => a - b)) {
        const thread = kernel.state.threads.get(id);
        if (this.isOver) return;
        if (thread !== undefined && this.settleThread(thread)) moved = true;
      }
    }
  }

  /** Whether it had something private to do. */
  private settleThread(thread: Thread): boolean {
    if (thread.state === 'ready' && !thread.beforeVisible) {
      this.run(thread.id, 0);
      return true;
    }
    if (thread.state !== 'waiting' || thread.wait?.kind !== 'sleep') return false;
    const { ways, footprint } = this.describe(thread);
    const [way] = ways;
    if (ways.length !== 1 || way === undefined || footprint.size > 0) return false;
    for (const action of way) this.perform(thread.id, action);
    return true;
  }

  private get isOver(): boolean {
    return this.kernel.state.outcome !== null;
  }

  // ---- what comes next -----------------------------------------------------------------------

  private next(): ReadonlyMap<ThreadId, Operation> {
    if (this.operations !== null) return this.operations;
    const { state } = this.kernel;
    const operations = new Map<ThreadId, Operation>();
    this.operations = operations;
    if (state.outcome !== null) return operations;
    for (const id of [...state.threads.keys()].sort((a, b) => a - b))
      operations.set(id, this.describe(threadOf(this.kernel, id)));
    for (const timer of state.timers)
      if (isOfProcess(timer) && !operations.has(TIMERS + timer.pid))
        operations.set(TIMERS + timer.pid, this.describeAlarm(timer));
    if (this.options.timing === 'virtual') this.keepTime(operations);
    return operations;
  }

  /** Timers wait until nobody else can go on; then only the first may ring. */
  private keepTime(operations: Map<ThreadId, Operation>): void {
    const isTimed = (way: Way): boolean =>
      way.some(({ kind }) => kind === 'timeout' || kind === 'alarm');
    let othersCan = false;
    for (const { ways } of operations.values())
      if (ways.some((way) => !isTimed(way))) othersCan = true;
    const [firstTimer] = this.kernel.state.timers;
    for (const [thread, operation] of operations) {
      const isFirst =
        firstTimer !== undefined &&
        thread === (isOfProcess(firstTimer) ? TIMERS + firstTimer.pid : firstTimer.pid);
      const ways = operation.ways.filter(
        (way) => !isTimed(way) || (!othersCan && (isFirst || firstTimer === undefined)),
      );
      if (ways.length !== operation.ways.length) operations.set(thread, { ...operation, ways });
    }
  }

  private describe(thread: Thread): Operation {
    const { kernel } = this;
    const process = processOf(kernel, thread.process);
    const context = contextOf(kernel, thread.id);
    const touched = new Touched(this, toucherOf(thread, context), process);
    const signal =
      (thread.signals.pending.length > 0 || process.signals.pending.length > 0) &&
      hasDeliverable(kernel, thread);
    if (thread.state !== 'ready' && thread.state !== 'running') {
      touchAlways(touched, process);
      return this.describeWaiting(thread, process, context, touched, signal);
    }
    const { code } = context.image;
    const op = code[context.pc];
    let what: OperationKind;
    let ways: readonly Way[] = [RUN];
    if (op === Opcode.SYS) {
      touchAlways(touched, process);
      if (process.threads.length > 1) touched.touch('life', process.pid, 'read');
      const call = systemCallName.get(code[context.pc + 1] as number);
      what = { kind: 'call', call };
      const callContext = new CallContext(kernel, process, thread, context, touched);
      touchCall(callContext, call);
      if (call === 'exit_group' || call === 'exit' || call === 'assert_fail')
        this.cutsOff(touched, process);
      if (call === 'thread_detach' || (call === 'thread_create' && callContext.int(4) !== 0))
        this.detaches();
      if (call === 'time' || call === 'gettimeofday' || call === 'clock_gettime') this.readsClock();
      const blocking = call === undefined ? 'goes-on' : judge(callContext, call);
      const blocks = blocking === 'blocks' || (blocking === 'try' && this.wouldBlock(thread));
      if (blocks) {
        ways =
          call !== undefined && mayTimeOut(call, callContext) && this.hasTimeLimit(thread)
            ? [[...RUN, { kind: 'timeout' }]]
            : [];
      } else if (call === 'cond_signal') ways = this.waysOfSignal(callContext);
      // A signal comes before the call, or interrupts it: what is pending is delivered to whoever blocks.
      if (signal) ways = blocks ? [[{ kind: 'signal' }], RUN] : [[{ kind: 'signal' }]];
    } else {
      if (touchesHeap(context)) {
        what = { kind: 'heap' };
        if (process.threads.length > 1) touched.touch('heap', process.pid, 'write');
      } else what = { kind: 'memory' };
      visitAccesses(context, touched.visit);
      // The only thread's own memory: nobody but its handlers comes between.
      if (process.threads.length === 1 && !touched.inRegion && touched.footprint.size === 0)
        return { what, ways: [RUN], footprint: touched.footprint };
      touchAlways(touched, process);
      if (process.threads.length > 1 && touched.inRegion)
        touched.touch('life', process.pid, 'read');
      if (signal) ways = [[{ kind: 'signal' }]];
    }
    if (signal) this.touchDelivery(thread, process, context, touched);
    return { what, ways, footprint: touched.footprint };
  }

  private describeWaiting(
    thread: Thread,
    process: Process,
    context: ExecutionContext,
    touched: Touched,
    signal: boolean,
  ): Operation {
    const { kernel } = this;
    const ways: Way[] = [];
    if (signal) {
      this.touchDelivery(thread, process, context, touched);
      ways.push([{ kind: 'signal' }]);
    }
    const { wait } = thread;
    if (wait?.kind === 'lock') {
      const address =
        wait.mutex !== null && wait.object === 'mutex' ? wait.mutex.address : wait.address;
      touched.memory(address, 8, 'write');
      if (canAcquire(kernel, thread)) ways.push([{ kind: 'acquire' }]);
    }
    if (wait?.kind === 'pipe-read' || wait?.kind === 'pipe-write')
      touched.touch('pipe', wait.pipe, 'read');
    for (const timer of kernel.state.timers)
      if (timer.pid === thread.id && !isOfProcess(timer)) {
        if (this.clockIsRead) touched.touch('clock', 0, 'write');
        ways.push([{ kind: 'timeout' }]);
      }
    return { what: { kind: 'waiting' }, ways, footprint: touched.footprint };
  }

  private describeAlarm({ pid: id }: Timer): Operation {
    const touched = new Touched(this, TIMERS + id, processOf(this.kernel, id));
    touched.touch('timer', id, 'write');
    touched.touch('signals', id, 'write');
    const isOfDescriptor = this.kernel.state.timers.some(
      (timer) => timer.kind === 'descriptor' && timer.pid === id,
    );
    touched.add(EVERYTHING, isOfDescriptor ? 'write' : 'read');
    if (this.clockIsRead) touched.touch('clock', 0, 'write');
    return { what: { kind: 'alarm' }, ways: [[{ kind: 'alarm' }]], footprint: touched.footprint };
  }

  /** A signal without a handler may end or stop the process. */
  private touchDelivery(
    thread: Thread,
    process: Process,
    context: ExecutionContext,
    touched: Touched,
  ): void {
    touched.touch('signals', process.pid, 'write');
    const handled = [...thread.signals.pending, ...process.signals.pending].every(
      ({ signal }) => actionOf(process, signal).kind === 'handle',
    );
    if (handled) return;
    this.cutsOff(touched, process);
    touchProcessEnd(new CallContext(this.kernel, process, thread, context, touched));
  }

  /** The end of the process may come before that of a thread that is never joined. */
  private cutsOff(touched: Touched, { pid: id }: Process): void {
    if (this.somethingDetached) touched.touch('life', id, 'write');
  }

  private waysOfSignal(call: CallContext): readonly Way[] {
    const waiting = this.kernel.state.lockQueues.get(conditionKey(call))?.length ?? 0;
    const all = call.int(1) !== 0;
    if (all || waiting < 2) return [RUN];
    return Array.from({ length: waiting }, (_, way): Way => [{ kind: 'run', way }]);
  }

  private detaches(): void {
    if (this.somethingDetached) return;
    this.somethingDetached = true;
    this.sharing.grown = true;
  }

  private readsClock(): void {
    if (this.clockIsRead) return;
    this.clockIsRead = true;
    this.sharing.grown = true;
  }

  /** Tries the call out: the machine makes it, and goes back. */
  private wouldBlock(thread: Thread): boolean {
    return this.tried(thread, ({ wait }) => {
      if (wait === null) return false;
      return !(wait.kind === 'socket-send' && wait.sent > 0);
    });
  }

  private hasTimeLimit(thread: Thread): boolean {
    return this.tried(
      thread,
      () =>
        this.kernel.state.timers.some(({ pid: id, kind }) => id === thread.id && kind === 'wake') ||
        threadOf(this.kernel, thread.id).wait === null,
    );
  }

  private tried(thread: Thread, examine: (after: Thread) => boolean): boolean {
    const { kernel } = this;
    const before = snapshotKernel(kernel);
    const { id } = thread;
    const processor = currentProcessor(kernel.state);
    if (processor.running === null) begin(kernel, { pid: id, until: { kind: 'visible' } });
    const { slice } = currentProcessor(kernel.state);
    if (slice.kind === 'visible') slice.through = true;
    const trap = executeRunning(kernel, 1);
    handleRunningTrap(kernel, trap);
    const after = kernel.state.threads.get(id);
    const result = after !== undefined && examine(after);
    restoreKernel(kernel, before, true);
    return result;
  }

  // ---- objects -------------------------------------------------------------------------------

  spaceOf(kind: 'p' | 'r', id: number): number {
    const name = `${kind}${id}`;
    const known = this.spaces.get(name);
    if (known !== undefined) return known;
    const space = this.spaces.size;
    this.spaces.set(name, space);
    return space;
  }

  /** A thread touches an object. True: it is shared. */
  touches(object: number, thread: ThreadId, use: Use): boolean {
    if (this.forcing && use === 'read' && object !== EVERYTHING) this.sharing.share(object);
    if (this.othersAreDone()) return this.sharing.isShared(object);
    return this.sharing.touch(object, thread, use);
  }

  isSplit(word: number): boolean {
    return this.split.has(word);
  }

  splitWord(word: number): void {
    this.split.add(word);
    this.sharing.grown = true;
  }
}

/** All that a process does conflicts with signals sent to it. */
function touchAlways(touched: Touched, { pid: id }: Process): void {
  touched.touch('signals', id, 'read');
  touched.add(EVERYTHING, 'read');
}

/** Handlers of different signals are told apart, too: one may come in the middle of another. */
function toucherOf({ id, signals }: Thread, { sp }: ExecutionContext): ThreadId {
  const signal = signals.frames.findLast((frame) => frame.sp > sp)?.signal ?? 0;
  return id + HANDLERS * signal;
}

function conditionKey(call: CallContext): string {
  return keyOf(call.process, call.arg(0));
}
