/**
 * The end of a process: exit, exit_group, and death by a signal. Everything that it held is given back;
 * what is left is a zombie with a status, until its parent waits for it. Orphans go to init, which waits
 * for them at once, or die too (cascading termination, where the machine is set so).
 */
import { Signal, type SignalName } from '../abi/signals';
import { argument32 } from '../vm/context';
import { leakFindings } from '../vm/leak-report';
import { studentPosition } from '../vm/stack-walk';
import { closeAllDescriptors } from './descriptors';
import type { ExitStatus } from './events';
import { findingOf } from './findings';
import { releaseInode } from './inodes';
import {
  complete,
  contextOf,
  note,
  noteFinding,
  processOf,
  setState,
  type Kernel,
  type SystemCallHandler,
} from './kernel';
import { INIT_PID } from './pid';
import type { Process } from './process';
import { instructionsOf } from './process-report';
import { detachAll } from './mappings';
import { actionOf, send } from './signals';
import { undoSemaphores } from './system-v-semaphores';
import { removeTimer } from './virtual-time';
import { childLost, childrenOf, reap, tellParent } from './wait';
import { leaveQueues } from './wait-queues';

const SA_NOCLDWAIT = 2;

export const exit: SystemCallHandler = (kernel, process, context) => {
  for (const fact of leakFindings(context)) noteFinding(kernel, process.pid, findingOf(fact));
  endProcess(kernel, process, { kind: 'exited', code: argument32(context, 0) & 0xff });
  return 'no-return';
};

/** Precondition: not a zombie. */
export function endProcess(kernel: Kernel, process: Process, status: ExitStatus): void {
  const { state } = kernel;
  const at = studentPosition(contextOf(kernel, process.pid));
  note(kernel, process.pid, { kind: 'ended', status, at });
  process.status = status;
  if (process.pid === state.firstPid) state.firstStatus = status;
  leaveQueues(kernel, process);
  process.wait = null;
  process.stopped = null;
  removeTimer(state, process.pid, 'alarm');
  closeAllDescriptors(kernel, process);
  undoSemaphores(kernel, process);
  detachAll(kernel, process);
  releaseInode(kernel, process.directory);
  process.instructionsBefore = instructionsOf(kernel, process);
  kernel.contexts.delete(process.pid);
  releaseVforkParent(kernel, process);
  setState(kernel, process, 'zombie');
  leaveChildren(kernel, process);
  if (process.parent === INIT_PID) {
    reap(kernel, process, INIT_PID);
    return;
  }
  const parent = processOf(kernel, process.parent);
  const action = actionOf(parent, Signal.SIGCHLD);
  const unwanted =
    action.kind === 'ignore' || (action.kind === 'handle' && (action.flags & SA_NOCLDWAIT) !== 0);
  if (unwanted) {
    reap(kernel, process, null);
    childLost(kernel, parent);
  } else tellParent(kernel, process);
  send(kernel, parent, Signal.SIGCHLD, process.pid);
}

/** Death by a signal. No core is written: the limit on core files is 0, as most systems have it. */
export function killProcess(kernel: Kernel, process: Process, signal: SignalName): void {
  endProcess(kernel, process, { kind: 'signaled', signal, coreDumped: false });
}

/** A child of vfork ended or runs another program: its parent goes on. */
export function releaseVforkParent(kernel: Kernel, child: Process): void {
  const parent = kernel.state.processes.get(child.parent);
  if (parent?.wait?.kind === 'vfork' && parent.wait.child === child.pid)
    complete(kernel, parent, child.pid);
}

function leaveChildren(kernel: Kernel, process: Process): void {
  for (const child of childrenOf(kernel, process)) {
    child.parent = INIT_PID;
    note(kernel, child.pid, { kind: 'reparented', from: process.pid, to: INIT_PID });
    if (child.state === 'zombie') {
      child.leftZombie = true;
      reap(kernel, child, INIT_PID);
    } else if (kernel.orphans === 'cascade') send(kernel, child, Signal.SIGKILL, null);
  }
}
