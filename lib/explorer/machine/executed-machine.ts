/**
 * The machine while it executes steps. A step is one operation on what is shared and all private work up
 * to the next one. Between steps every thread stands before a shared operation, or waits in the kernel
 * half-way through a call.
 */
import { Opcode } from '../../abi/opcodes';
import { bootProgram } from '../../kernel/boot';
import { contextOf, threadOf, type Kernel } from '../../kernel/kernel';
import { newKernel } from '../../kernel/new-kernel';
import { pid, type Pid } from '../../kernel/pid';
import { begin, executeRunning, handleRunningTrap } from '../../kernel/run-chosen';
import { endStuckRun } from '../../kernel/run-loop';
import { record } from '../../kernel/scheduling/choice-log';
import { currentProcessor } from '../../kernel/scheduling/processors';
import { recordOf } from '../../kernel/scheduling/scheduling-record';
import type { Choice } from '../../kernel/scheduling/scheduler';
import { endInput, receiveInput } from '../../kernel/terminal/terminal';
import type { Thread } from '../../kernel/threads/thread';
import type { ThreadId } from '../system';
import { callers } from './callers';
import type { ExploredMachine, ExploredProgram } from './explored-program';
import { NextOperations } from './next-operation';
import { RUN, TIMERS, type Action, type Operation, type Way } from './operation';
import { isOnMemory } from './repeatable-calls';
import { SharedObjects } from './shared-objects';

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

  step(thread: ThreadId, way: Way): void {
    this.madeCalls = false;
    this.wasRepeatable = true;
    for (const action of way) this.perform(thread, action);
    this.settle();
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
    if (end === 'deadlock')
      for (const id of [...kernel.state.ready]) {
        begin(kernel, { pid: id, until: { kind: 'visible' } });
        while (currentProcessor(kernel.state).running !== null)
          handleRunningTrap(kernel, executeRunning(kernel, PRIVATE_INSTRUCTIONS_MAX));
      }
    endStuckRun(kernel);
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
      handleRunningTrap(kernel, trap);
      if (currentProcessor(kernel.state).running !== id || kernel.state.outcome !== null) return;
    }
  }

  /** Whether the operation that the running thread stands before is private, and can be done at once. */
  private passes(id: Pid): boolean {
    const { kernel, objects, stepsIn } = this;
    const context = contextOf(kernel, id);
    if (stepsIn.size > 0) for (const name of callers(context)) if (stepsIn.has(name)) return false;
    this.next.noteTimers();
    const alone = !this.spinsAlone && !objects.othersLive();
    const { image, pc } = context;
    // Alone it may do anything, but wait.
    if (alone && image.code[pc] !== Opcode.SYS && objects.othersAreDone()) return true;
    const operation = this.next.ofThread(threadOf(kernel, id));
    const { ways, footprint } = operation;
    if (ways.length !== 1 || ways[0] !== RUN || !(alone || footprint.size === 0)) return false;
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
    if (!this.objects.othersLive()) this.spinsAlone = true;
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
