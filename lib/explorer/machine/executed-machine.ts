/**
 * The machine while it executes steps. A step is one operation on what is shared and all private work up
 * to the next one. Between steps every thread stands before a shared operation, or waits in the kernel
 * half-way through a call.
 */
import { Opcode } from '../../abi/opcodes';
import type { Trap } from '../../vm/trap';
import { bootProgram } from '../../kernel/boot';
import { contextOf, threadOf, type Kernel } from '../../kernel/kernel';
import type { KernelState } from '../../kernel/kernel-state';
import { newKernel } from '../../kernel/new-kernel';
import { pid, type Pid } from '../../kernel/pid';
import { begin, executeRunning, handleRunningTrap } from '../../kernel/run-chosen';
import { endStuckRun } from '../../kernel/run-loop';
import { record } from '../../kernel/scheduling/choice-log';
import { currentProcessor } from '../../kernel/scheduling/processors';
import { recordOf } from '../../kernel/scheduling/scheduling-record';
import type { Choice } from '../../kernel/scheduling/scheduler';
import { endInput, receiveInput } from '../../kernel/terminal/terminal';
import type { Thread, Wait } from '../../kernel/threads/thread';
import type { ThreadId } from '../system';
import { callers } from './callers';
import type { ExploredMachine, ExploredProgram } from './explored-program';
import { NextOperations } from './next-operation';
import { RUN, TIMERS, type Action, type Operation, type Way } from './operation';
import { isOnMemory } from './repeatable-calls';
import { SharedObjects } from './shared-objects';
import { goesOn } from './unannounced-ends';

/** Private work is cut here, so that a loop that waits for something private-looking comes to a stop. */
const PRIVATE_INSTRUCTIONS_MAX = 1_000_000;
const PRIVATE_OPERATIONS_MAX = 2_000;

export class ExecutedMachine {
  readonly kernel: Kernel;
  readonly objects: SharedObjects;
  readonly next: NextOperations;
  /** Somebody went on for long though nobody else was left: what it looks at is a step all the same. */
  private spinsAlone = false;
  /** Of the step that was taken last. */
  private madeCalls = false;
  private wasRepeatable = true;
  private endedProcesses: Pid[] = [];
  private releasedThreads: readonly ThreadId[] = [];

  constructor(
    program: ExploredProgram,
    machine: ExploredMachine,
    /** Functions in which a visible operation is a step of its own even if nobody else touches the same. */
    private readonly stepsIn: ReadonlySet<string>,
  ) {
    this.kernel = newKernel({ ...machine, trace: 'checks' }, 'chosen');
    bootProgram(this.kernel, program.image, program.argv, program.env);
    receiveInput(this.kernel, program.input);
    endInput(this.kernel);
    this.objects = new SharedObjects(this.kernel);
    this.next = new NextOperations(this.kernel, this.objects);
  }

  /** Whether the kernel had a say in what the last step did beside its first operation. */
  get hasMadeCalls(): boolean {
    return this.madeCalls;
  }

  /** Whether the private work of the last step was of the kind that need not be done again. */
  get hasBeenRepeatable(): boolean {
    return this.wasRepeatable;
  }

  /** Threads that waited in the kernel and that the last step let go on, or wait for something else. */
  get released(): readonly ThreadId[] {
    return this.releasedThreads;
  }

  /** Processes that ended or stopped in the last step, while it mattered to others. */
  get ended(): readonly Pid[] {
    return this.endedProcesses;
  }

  step(thread: ThreadId, way: Way): void {
    this.madeCalls = false;
    this.wasRepeatable = true;
    this.endedProcesses = [];
    const waits = waitsOfOthers(this.kernel.state, thread);
    for (const action of way) this.perform(thread, action);
    this.settle();
    this.releasedThreads = releasedOf(this.kernel.state, waits);
  }

  /** Every thread that is ready goes on to its next shared operation; private events happen. */
  settle(): void {
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

  /**
   * A path ends here. Those that are left are let into the calls that they can't go on from, so that the
   * machine itself says what each waits for; a replay does the same.
   */
  conclude(end: 'finished' | 'deadlock'): void {
    const { kernel } = this;
    if (this.isOver) return;
    if (end === 'deadlock') this.letIn(kernel.state.ready);
    endStuckRun(kernel);
  }

  /** Threads that can't go on from the calls that they stand before wait in the kernel then. */
  letIn(threads: readonly ThreadId[]): void {
    const { kernel } = this;
    for (const id of kernel.state.ready.filter((each) => threads.includes(each))) {
      begin(kernel, { pid: id, until: { kind: 'visible' } });
      while (currentProcessor(kernel.state).running !== null)
        handleRunningTrap(kernel, executeRunning(kernel, PRIVATE_INSTRUCTIONS_MAX));
    }
  }

  private get isOver(): boolean {
    return this.kernel.state.outcome !== null;
  }

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
      } else if (trap.kind !== 'visible' && trap.kind !== 'system-call') this.madeCalls = true;
      this.handle(id, trap);
      if (currentProcessor(kernel.state).running !== id || kernel.state.outcome !== null) return;
    }
  }

  private handle(id: Pid, trap: Trap): void {
    const { kernel, objects } = this;
    const { process } = threadOf(kernel, id);
    const done = objects.othersAreDone();
    handleRunningTrap(kernel, trap);
    if (!done && !goesOn(kernel.state.processes.get(process))) this.endedProcesses.push(process);
  }

  /** Whether the operation that the running thread stands before is private, and can be done at once. */
  private passes(id: Pid): boolean {
    const { kernel, objects, stepsIn } = this;
    const context = contextOf(kernel, id);
    if (stepsIn.size > 0) for (const name of callers(context)) if (stepsIn.has(name)) return false;
    this.next.noteTimers();
    // All that others did lies behind: it may do anything, but wait.
    const done = !this.spinsAlone && objects.othersAreDone();
    const { image, pc } = context;
    if (done && image.code[pc] !== Opcode.SYS) return true;
    const operation = this.next.ofThread(threadOf(kernel, id));
    const { ways, footprint } = operation;
    if (ways.length !== 1 || ways[0] !== RUN || !(done || footprint.size === 0)) return false;
    this.note(operation);
    return true;
  }

  private note({ what, isRepeatable }: Operation): void {
    if (what.kind === 'waiting' || (what.kind === 'call' && !isOnMemory(what.call)))
      this.madeCalls = true;
    if (!isRepeatable) this.wasRepeatable = false;
  }

  /**
   * It has gone on for long in what looks private: it may wait for what others have not touched yet. What
   * it reads here is shared from now on.
   */
  private shareReads(id: Pid): void {
    if (this.objects.othersAreDone()) this.spinsAlone = true;
    this.objects.shareReads(() => {
      this.next.ofThread(threadOf(this.kernel, id));
    });
  }

  /** Whether it had something private to do. */
  private settleThread(thread: Thread): boolean {
    if (thread.state === 'ready' && !thread.beforeVisible) {
      this.run(thread.id, 0);
      return true;
    }
    if (thread.state !== 'waiting' || thread.wait?.kind !== 'sleep') return false;
    const operation = this.next.ofThread(thread);
    const { ways, footprint } = operation;
    const [way] = ways;
    if (ways.length !== 1 || way === undefined || footprint.size > 0) return false;
    this.note(operation);
    for (const action of way) this.perform(thread.id, action);
    return true;
  }
}

/** Who waits in the kernel, and for what. */
function waitsOfOthers({ threads }: KernelState, mover: ThreadId): ReadonlyMap<Pid, Wait> {
  const waits = new Map<Pid, Wait>();
  for (const { id, wait } of threads.values())
    if (wait !== null && id !== mover) waits.set(id, wait);
  return waits;
}

/** Those of them that wait no longer, or for something else. */
function releasedOf({ threads }: KernelState, waits: ReadonlyMap<Pid, Wait>): readonly ThreadId[] {
  const released: ThreadId[] = [];
  for (const [id, wait] of waits) {
    const thread = threads.get(id);
    if (thread !== undefined && thread.wait !== wait) released.push(id);
  }
  return released;
}
