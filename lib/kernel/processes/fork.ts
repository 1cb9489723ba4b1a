/**
 * fork and vfork. The child has one thread, as the one that forked, a copy of its parent's memory
 * (pages shared until one writes), the same open file descriptions, signal actions, mappings and
 * working directory. How vfork's parent gets its memory back is vfork.ts.
 */
import { Errno } from '../../abi/errno';
import { forkContext } from '../../vm/context';
import { studentPosition } from '../../vm/stack-walk';
import { inheritDescriptors } from '../files/descriptors';
import { hold, inodeOf } from '../files/file-system';
import {
  contextOf,
  currentThread,
  endRun,
  finishCall,
  note,
  threadOf,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { submit } from '../scheduling/job-queue';
import { inheritMappings } from '../memory/mappings';
import { pid, type Pid } from '../pid';
import { descendant, PAST_LINEAGE } from '../pid-lineage';
import { currentProcessor } from '../scheduling/processors';
import { NO_CPU_TIMERS, type Process } from './process';
import { Resource, softLimit } from './process-limits';
import { NO_USAGE } from './process-usage';
import { cloneThread, newThread, type Thread } from '../threads/thread';

/** So many refused forks, and it is a fork bomb. */
const REFUSALS_MAX = 100;

export const fork: SystemCallHandler = (kernel, process) => makeChild(kernel, process, 'fork');

export const vfork: SystemCallHandler = (kernel, process) => {
  const child = makeChild(kernel, process, 'vfork');
  return child < 0 ? child : { kind: 'vfork', child: pid(child) };
};

/** The child's pid, or -EAGAIN. */
function makeChild(kernel: Kernel, parent: Process, by: 'fork' | 'vfork'): number {
  const { state, budgets } = kernel;
  if (state.tasksCreated >= budgets.forksMax) {
    endRun(kernel, {
      kind: 'budget',
      budget: 'forksMax',
      limit: budgets.forksMax,
      pid: parent.pid,
      message: `The program made more than ${budgets.forksMax} processes. Does every child leave the loop that forks?`,
    });
    return -Errno.EAGAIN;
  }
  if (tasks(kernel) >= budgets.processesMax) {
    parent.forksRefused++;
    if (parent.forksRefused > REFUSALS_MAX)
      endRun(kernel, {
        kind: 'budget',
        budget: 'processesMax',
        limit: budgets.processesMax,
        pid: parent.pid,
        message: `The program has ${budgets.processesMax} processes at one time and goes on forking. Does every child leave the loop that forks?`,
      });
    return -Errno.EAGAIN;
  }
  if (tasks(kernel) >= softLimit(parent, Resource.RLIMIT_NPROC)) return -Errno.EAGAIN;
  const context = contextOf(kernel, currentThread(kernel).id);
  const at = studentPosition(context);
  const child: Process = {
    ...parent,
    pid: newPid(kernel),
    parent: parent.pid,
    createdBy: parent.pid,
    name: currentThread(kernel).name ?? parent.name,
    startedNs: state.timeNs,
    state: 'new',
    threads: [],
    joinable: new Map(),
    endedUnseen: false,
    leftZombie: false,
    descriptors: parent.descriptors.slice(),
    signals: { ...parent.signals, pending: [] },
    continued: false,
    parentDeathSignal: 0,
    subreaper: false,
    executed: false,
    usage: NO_USAGE,
    childrenUsage: NO_USAGE,
    cpuTimers: NO_CPU_TIMERS,
    posixTimers: new Map(),
    undo: [],
    instructionsBefore: 0,
    forksRefused: 0,
    atFork: null,
  };
  const caller = currentThread(kernel);
  const thread = copyOf(caller, child.pid);
  child.threads.push(thread.id);
  child.joinable.set(context.tp, { thread: thread.id, result: null });
  state.threads.set(thread.id, thread);
  state.processes.set(child.pid, child);
  kernel.contexts.set(child.pid, forkContext(context));
  // Pages are shared with the two until they change: it costs what is written over.
  if (kernel.traceFull && by === 'fork') {
    const { pc, fp, memory } = context;
    child.atFork = { parent: parent.pid, memory: memory.snapshot(), pc, fp };
  }
  note(kernel, child.pid, { kind: 'created', parent: parent.pid, by, name: child.name, at });
  inheritDescriptors(kernel, child);
  inheritMappings(kernel, child);
  hold(state.files, inodeOf(state.files, child.directory));
  finishCall(kernel, thread, 0);
  submit(kernel, thread);
  return child.pid;
}

/** The child's only thread, as the one that forked. */
function copyOf(caller: Thread, child: Pid): Thread {
  const thread = newThread(child, child, caller);
  thread.signals = { ...cloneThread(caller).signals, pending: [] };
  return thread;
}

/** Processes, zombies too, and threads. */
export function tasks(kernel: Kernel): number {
  let count = 0;
  for (const process of kernel.state.processes.values())
    count += Math.max(1, process.threads.length);
  return count;
}

/** Of a process or thread, made by the running thread; of the first process, by nobody. */
export function newPid(kernel: Kernel): Pid {
  const { state, timing } = kernel;
  state.tasksCreated++;
  const { running } = currentProcessor(state);
  if (timing === 'clock' || running === null) return pid(state.nextPid++);
  const maker = threadOf(kernel, running);
  maker.tasksMade++;
  const descended = descendant(maker.id, maker.tasksMade);
  return pid(descended ?? PAST_LINEAGE + state.nextPid++);
}
