/**
 * Threads of a process: creating, ending, joining and detaching them, as pthread_create(3) and its
 * relatives need it. A pthread_t is the thread's thread pointer (see vm/start.ts).
 * Leaves out: joining by two threads at once (the second gets EINVAL, as from glibc).
 */
import { TEXT_BASE } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { argument, argument32 } from '../../vm/context';
import { startThread } from '../../vm/start';
import { studentPosition } from '../../vm/stack-walk';
import { fitsLimits, limitHeap } from '../memory/memory-limits';
import { endProcess } from '../processes/exit';
import { newPid, tasks } from '../processes/fork';
import {
  complete,
  contextOf,
  currentThread,
  endRun,
  makeReady,
  note,
  setState,
  threadOf,
  threadsOf,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import type { Pid } from '../pid';
import type { Process } from '../processes/process';
import { SignalCode } from '../signals/signal-info';
import { isSignal, sendToThread } from '../signals/signals';
import { liveThread } from './live-thread';
import { newThread, type Thread } from './thread';
import { abandonMutexes } from './robust-mutexes';
import { removeThread } from './thread-end';
import { nameOf } from './thread-names';
import { deadline } from './lock-queues';
import { addTimer } from '../time/timers';

const STACK_BYTES_MIN = 16 * 1024;
/** So many refused threads, and it is a thread bomb. */
const REFUSALS_MAX = 100;
const RESULT_BYTES = 8;

export const gettid: SystemCallHandler = (kernel) => currentThread(kernel).id;

/** (entry, stack bytes, two arguments for entry, detached, address for the pthread_t) */
export const threadCreate: SystemCallHandler = (kernel, process, context) => {
  const refusal = overBudget(kernel, process);
  if (refusal !== null) return refusal;
  const { memory, sp } = context;
  const first = memory.readBytes(sp + 16, 8);
  const second = memory.readBytes(sp + 24, 8);
  if (first === null || second === null) return -Errno.EFAULT;
  if (!memory.writeInt64(argument(context, 5), 0)) return -Errno.EFAULT;
  const entry = (argument(context, 0) - TEXT_BASE) / 4;
  const stackBytes = Math.max(STACK_BYTES_MIN, argument(context, 1));
  if (!fitsLimits(process, context, stackBytes, true)) return -Errno.EAGAIN;
  const started = startThread(context, entry, stackBytes, first, second);
  if (started === null) return -Errno.EAGAIN;
  limitHeap(kernel, process, context);
  const creator = currentThread(kernel);
  const thread = newThread(newPid(kernel), process.pid, creator);
  thread.detached = argument32(context, 4) !== 0;
  thread.name = nameOf(process, creator);
  kernel.state.threads.set(thread.id, thread);
  process.threads.push(thread.id);
  kernel.contexts.set(thread.id, started);
  const at = studentPosition(context);
  note(kernel, thread.id, { kind: 'thread-created', process: process.pid, by: creator.id, at });
  if (!thread.detached) process.joinable.set(started.tp, { thread: thread.id, result: null });
  memory.writeInt64(argument(context, 5), started.tp);
  setState(kernel, thread, 'ready');
  return 0;
};

/** Threads count as processes do: those that are there, and those that were ever made. */
function overBudget(kernel: Kernel, process: Process): number | null {
  const { state, budgets } = kernel;
  const refuse = (budget: 'forksMax' | 'processesMax', message: string): void => {
    endRun(kernel, {
      kind: 'budget',
      budget,
      limit: budgets[budget],
      pid: process.pid,
      message: `${message} Does the loop that creates threads ever end?`,
    });
  };
  if (state.tasksCreated >= budgets.forksMax) {
    refuse('forksMax', `The program made more than ${budgets.forksMax} processes and threads.`);
    return -Errno.EAGAIN;
  }
  if (tasks(kernel) < budgets.processesMax) return null;
  process.forksRefused++;
  if (process.forksRefused > REFUSALS_MAX)
    refuse(
      'processesMax',
      `The program has ${budgets.processesMax} processes and threads at one time and goes on creating threads.`,
    );
  return -Errno.EAGAIN;
}

/**
 * (address of the result): the calling thread ends. Returns only in the last one, for which the library
 * then calls exit(0).
 */
export const threadExit: SystemCallHandler = (kernel, process, context) => {
  const result = context.memory.readBytes(argument(context, 0), RESULT_BYTES);
  if (result === null) return -Errno.EFAULT;
  const thread = currentThread(kernel);
  const others = threadsOf(kernel, process).filter(
    (other) => other !== thread && other.wait?.kind !== 'other-threads',
  );
  if (others.length === 0) return 0;
  endThread(kernel, process, thread, result);
  return 'no-return';
};

/** exit(2): ends the thread; with the last one, its process. */
export const exitThread: SystemCallHandler = (kernel, process, context) => {
  const thread = currentThread(kernel);
  if (process.threads.length === 1)
    endProcess(kernel, process, { kind: 'exited', code: argument32(context, 0) & 0xff });
  else endThread(kernel, process, thread, new Uint8Array(RESULT_BYTES));
  return 'no-return';
};

function endThread(kernel: Kernel, process: Process, thread: Thread, result: Uint8Array): void {
  const { tp } = contextOf(kernel, thread.id);
  note(kernel, thread.id, { kind: 'thread-ended', process: process.pid });
  abandonMutexes(kernel, process, contextOf(kernel, thread.id), thread);
  if (thread.detached) process.endedUnseen = true;
  else process.joinable.set(tp, { thread: thread.id, result });
  const joiner = threadsOf(kernel, process).find(
    ({ wait }) => wait?.kind === 'thread' && wait.handle === tp,
  );
  if (thread.id === process.pid) {
    // The process keeps its first thread, as Linux keeps it as a zombie, until the others have ended.
    thread.wait = { kind: 'other-threads' };
    setState(kernel, thread, 'waiting');
  } else removeThread(kernel, process, thread, thread.detached);
  if (joiner?.wait?.kind === 'thread')
    complete(kernel, joiner, collect(kernel, process, joiner, tp, joiner.wait.resultAddress));
}

const TRY = 1;

/** (pthread_t, address for the result or 0, 1 to try only, timeout or 0, clock) */
export const threadJoin: SystemCallHandler = (kernel, process, context) => {
  const handle = argument(context, 0);
  const resultAddress = argument(context, 1);
  const found = process.joinable.get(handle);
  if (found === undefined)
    return liveThread(kernel, process, handle) === null ? -Errno.ESRCH : -Errno.EINVAL;
  const thread = currentThread(kernel);
  if (found.thread === thread.id || waitsFor(kernel, process, found.thread, thread.id))
    return -Errno.EDEADLK;
  const taken = threadsOf(kernel, process).some(
    ({ wait }) => wait?.kind === 'thread' && wait.handle === handle,
  );
  if (taken) return -Errno.EINVAL;
  if (found.result !== null) return collect(kernel, process, thread, handle, resultAddress);
  if (argument32(context, 2) === TRY) return -Errno.EBUSY;
  const until = deadline(kernel, context, 3);
  if (typeof until === 'number') return until;
  if (until.untilNs !== null)
    addTimer(kernel.state, {
      kind: 'wake',
      untilNs: until.untilNs,
      pid: thread.id,
      intervalNs: 0,
    });
  return { kind: 'thread', handle, thread: found.thread, resultAddress };
};

/** Whether a thread is blocked in joining another: glibc finds that two threads join each other. */
function waitsFor(kernel: Kernel, process: Process, thread: Pid, other: Pid): boolean {
  const wait = kernel.state.threads.get(thread)?.wait;
  return wait?.kind === 'thread' && wait.thread === other && process.threads.includes(other);
}

/** Gives an ended thread's result to the one that joins it. */
function collect(
  kernel: Kernel,
  process: Process,
  joiner: Thread,
  handle: number,
  resultAddress: number,
): number {
  const found = process.joinable.get(handle);
  if (found?.result == null) throw new Error(`thread ${handle} has not ended`);
  const context = contextOf(kernel, joiner.id);
  if (resultAddress !== 0 && !context.memory.writeBytes(resultAddress, found.result))
    return -Errno.EFAULT;
  process.joinable.delete(handle);
  releaseStack(kernel, process, handle);
  note(kernel, found.thread, { kind: 'thread-joined', process: process.pid, by: joiner.id });
  return 0;
}

/** (pthread_t) */
export const threadDetach: SystemCallHandler = (kernel, process, context) => {
  const handle = argument(context, 0);
  const found = process.joinable.get(handle);
  if (found === undefined)
    return liveThread(kernel, process, handle) === null ? -Errno.ESRCH : -Errno.EINVAL;
  process.joinable.delete(handle);
  if (found.result === null) threadOf(kernel, found.thread).detached = true;
  else {
    process.endedUnseen = true;
    releaseStack(kernel, process, handle);
  }
  return 0;
};

/** The stack of an ended thread, which its pthread_t lies in. */
function releaseStack(kernel: Kernel, process: Process, handle: number): void {
  const { memory } = contextOf(kernel, process.pid);
  const area = memory.threadStackAt(handle);
  if (area !== null) memory.removeThreadStack(area);
}

/** (pthread_t, signal) */
export const threadKill: SystemCallHandler = (kernel, process, context) => {
  const signal = argument32(context, 1);
  if (signal !== 0 && !isSignal(signal)) return -Errno.EINVAL;
  const thread = liveThread(kernel, process, argument(context, 0));
  // A thread that has ended but can still be joined takes signals without any effect: glibc since 2.34.
  if (thread === null) return process.joinable.has(argument(context, 0)) ? 0 : -Errno.ESRCH;
  if (signal === 0) return 0;
  const info = { kind: 'user', code: SignalCode.SI_TKILL, from: process.pid } as const;
  return sendToThread(kernel, process, thread, signal, info);
};

/** execve: the calling thread becomes the process's only one, and takes its pid for its id. */
export function becomeOnlyThread(kernel: Kernel, process: Process): Thread {
  const caller = currentThread(kernel);
  for (const other of threadsOf(kernel, process))
    if (other !== caller && other.id !== process.pid) removeThread(kernel, process, other, true);
  process.joinable.clear();
  process.endedUnseen = false;
  if (caller.id === process.pid) return caller;
  const first = threadOf(kernel, process.pid);
  first.wait = null;
  first.call = caller.call;
  first.signals = caller.signals;
  removeThread(kernel, process, caller, true);
  makeReady(kernel, first);
  return first;
}
