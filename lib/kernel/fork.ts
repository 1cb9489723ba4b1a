/**
 * fork and vfork. The child has a copy of its parent's memory (pages shared until one writes), the same
 * open file descriptions, signal actions, mappings and working directory.
 * How vfork's parent gets its memory back is vfork.ts.
 */
import { Errno } from '../abi/errno';
import { forkContext } from '../vm/context';
import { studentPosition } from '../vm/stack-walk';
import { inheritDescriptors } from './descriptors';
import { hold, inodeOf } from './file-system';
import {
  contextOf,
  endRun,
  finishCall,
  note,
  setState,
  type Kernel,
  type SystemCallHandler,
} from './kernel';
import { inheritMappings } from './mappings';
import { pid, type Pid } from './pid';
import { cloneSignals, NO_CPU_TIMERS, type Process } from './process';
import { Resource, softLimit } from './resource-limits';
import { NO_USAGE } from './resource-usage';

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
  const created = state.processes.size + state.ended.length;
  if (created >= budgets.forksMax) {
    endRun(kernel, {
      kind: 'budget',
      budget: 'forksMax',
      limit: budgets.forksMax,
      pid: parent.pid,
      message: `The program made more than ${budgets.forksMax} processes. Does every child leave the loop that forks?`,
    });
    return -Errno.EAGAIN;
  }
  if (state.processes.size >= budgets.processesMax) {
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
  if (state.processes.size >= softLimit(parent, Resource.RLIMIT_NPROC)) return -Errno.EAGAIN;
  const context = contextOf(kernel, parent.pid);
  const at = studentPosition(context);
  const child: Process = {
    ...parent,
    pid: newPid(kernel),
    parent: parent.pid,
    createdBy: parent.pid,
    startedNs: state.timeNs,
    state: 'new',
    leftZombie: false,
    descriptors: parent.descriptors.slice(),
    signals: { ...cloneSignals(parent.signals), pending: [] },
    continued: false,
    parentDeathSignal: 0,
    subreaper: false,
    executed: false,
    usage: NO_USAGE,
    childrenUsage: NO_USAGE,
    cpuTimers: NO_CPU_TIMERS,
    undo: [],
    instructionsBefore: 0,
    forksRefused: 0,
    beforeVisible: false,
  };
  state.processes.set(child.pid, child);
  kernel.contexts.set(child.pid, forkContext(context));
  note(kernel, child.pid, { kind: 'created', parent: parent.pid, by, name: child.name, at });
  inheritDescriptors(kernel, child);
  inheritMappings(kernel, child);
  hold(state.files, inodeOf(state.files, child.directory));
  finishCall(kernel, child, 0);
  setState(kernel, child, 'ready');
  return child.pid;
}

export function newPid(kernel: Kernel): Pid {
  return pid(kernel.state.nextPid++);
}
