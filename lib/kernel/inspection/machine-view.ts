/**
 * What a stopped machine looks like to someone who watches: processes, threads, what they wait for, and
 * where in the student's source each stands. Plain data, made anew for each question. What only some views
 * need is in inspections.ts.
 */
import { functionAt, positionAt } from '../../vm/debug-info';
import { studentFrames, walkStack } from '../../vm/stack-walk';
import type { ExitStatus, ProcessState, SourcePosition, WaitReason } from '../events';
import { contextOf, threadsOf, waitReason, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { Outcome } from '../report';
import { currentProcessor } from '../scheduling/processors';
import type { Thread } from '../threads/thread';

export interface MachineView {
  readonly step: number;
  readonly timeNs: number;
  /** null while somebody can go on. */
  readonly outcome: Outcome | null;
  /** The thread that executes the next instruction; null: nobody does. */
  readonly running: Pid | null;
  /** Alive and zombie, in order of creation. */
  readonly processes: readonly ProcessView[];
}

export interface ProcessView {
  readonly pid: Pid;
  readonly parent: Pid;
  readonly name: string;
  readonly state: ProcessState;
  readonly status: ExitStatus | null;
  /** In order of creation; none in a zombie. */
  readonly threads: readonly ThreadView[];
}

export interface ThreadView {
  readonly id: Pid;
  readonly state: ProcessState;
  readonly reason: WaitReason | null;
  /** Calls of the student's own functions, innermost first. */
  readonly frames: readonly SourcePosition[];
}

/** Where the next instruction is, if it is the student's own code. */
export interface Place {
  readonly thread: Pid;
  readonly at: SourcePosition;
  /** Frame pointer: lower in called functions, so that calls and returns can be told apart. */
  readonly frame: number;
}

export function viewOf(kernel: Kernel): MachineView {
  const { state } = kernel;
  return {
    step: state.step,
    timeNs: state.timeNs,
    outcome: state.outcome,
    running: runningThread(kernel),
    processes: [...state.processes.values()].map((process) => ({
      pid: process.pid,
      parent: process.parent,
      name: process.name,
      state: process.state,
      status: process.status,
      threads: threadsOf(kernel, process).map((thread) => threadView(kernel, thread)),
    })),
  };
}

function threadView(kernel: Kernel, thread: Thread): ThreadView {
  return {
    id: thread.id,
    state: thread.state,
    reason: thread.state === 'waiting' ? waitReason(kernel, thread) : null,
    frames: [...studentFrames(contextOf(kernel, thread.id))].flatMap(({ position }) =>
      position === null ? [] : [position],
    ),
  };
}

/** Of the thread that runs; null in the C library, and while nobody runs. */
export function placeOf(kernel: Kernel): Place | null {
  const running = runningThread(kernel);
  if (running === null) return null;
  const { image, pc, fp } = contextOf(kernel, running);
  if (functionAt(image, pc)?.library !== false) return null;
  const at = positionAt(image, pc);
  return at === null ? null : { thread: running, at, frame: fp };
}

/** As `placeOf`, of any thread that has not ended, in the innermost of the student's frames from `frameMin` up. */
export function standingOf(kernel: Kernel, thread: Pid | null, frameMin: number): Place | null {
  const context = thread === null ? undefined : kernel.contexts.get(thread);
  if (thread === null || context === undefined) return null;
  const frame = walkStack(context).find((each) => !each.function.library && each.fp >= frameMin);
  return frame === undefined || frame.position === null
    ? null
    : { thread, at: frame.position, frame: frame.fp };
}

export function runningThread({ state }: Kernel): Pid | null {
  return state.outcome === null ? currentProcessor(state).running : null;
}
