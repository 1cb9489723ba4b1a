/**
 * The end of a process: exit, exit_group, and death by a signal. Everything that it held is given back;
 * what is left is a zombie with a status, until its parent waits for it. Orphans go to init, which waits
 * for them at once, or die too (cascading termination, where the machine is set so).
 */
import { Signal, type SignalName } from '../../abi/signals';
import { argument32 } from '../../vm/context';
import { leakFindings } from '../../vm/leak-report';
import { studentPosition } from '../../vm/stack-walk';
import { closeAllDescriptors } from '../files/descriptors';
import type { ExitStatus } from '../events';
import { findingOf } from '../findings';
import { releaseInode } from '../files/inodes';
import { admitJobs, withdraw } from '../scheduling/job-queue';
import {
  contextOf,
  note,
  noteFinding,
  processOf,
  threadOf,
  threadsOf,
  type Kernel,
  type SystemCallHandler,
} from '../kernel';
import { INIT_PID } from '../pid';
import type { Process } from './process';
import { hangUpOrphanedGroups } from './process-groups';
import { detachAll } from '../memory/mappings';
import { SigactionFlag } from '../signals/signal-flags';
import { actionOf, send, sendChildSignal } from '../signals/signals';
import { undoSemaphores } from '../ipc/system-v-semaphores';
import { abandonMutexes } from '../threads/robust-mutexes';
import { removeThread } from '../threads/thread-end';
import { removePosixTimers } from '../time/posix-timers';
import { removeTimer } from '../time/timers';
import { borrowsMemory, releaseVforkParent } from './vfork';
import { leaveQueues } from '../wait-queues';
import { childLost, childNews, childrenOf, reap, tellParent } from './wait';

export const exit: SystemCallHandler = (kernel, process, context) => {
  // A child of vfork ends in its parent's memory.
  if (!borrowsMemory(kernel, process))
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
  process.atFork = null;
  if (process.pid === state.firstPid) state.firstStatus = status;
  releaseVforkParent(kernel, process);
  withdraw(state, process.pid);
  process.stopped = null;
  const first = threadOf(kernel, process.pid);
  const threads = threadsOf(kernel, process);
  for (const thread of threads) if (thread !== first) removeThread(kernel, process, thread, false);
  leaveQueues(kernel, first);
  first.wait = null;
  for (const thread of threads)
    abandonMutexes(kernel, process, contextOf(kernel, process.pid), thread);
  removeTimer(state, process.pid, 'alarm');
  removePosixTimers(kernel, process);
  closeAllDescriptors(kernel, process);
  undoSemaphores(kernel, process);
  detachAll(kernel, process);
  releaseInode(kernel, process.directory);
  removeThread(kernel, process, first, false);
  process.state = 'zombie';
  process.joinable.clear();
  admitJobs(kernel);
  leaveChildren(kernel, process);
  if (process.parent === INIT_PID) {
    reap(kernel, process, INIT_PID);
    return;
  }
  const parent = processOf(kernel, process.parent);
  const action = actionOf(parent, Signal.SIGCHLD);
  const { code, status: detail } = childNews(process);
  if (action.kind === 'ignore' || (action.flags & SigactionFlag.SA_NOCLDWAIT) !== 0) {
    sendChildSignal(kernel, process, code, detail);
    reap(kernel, process, null);
    childLost(kernel, parent);
  } else {
    tellParent(kernel, process);
    sendChildSignal(kernel, process, code, detail);
  }
}

/** Death by a signal. No core is written: the limit on core files is 0, as most systems have it. */
export function killProcess(kernel: Kernel, process: Process, signal: SignalName): void {
  endProcess(kernel, process, { kind: 'signaled', signal, coreDumped: false });
}

function leaveChildren(kernel: Kernel, process: Process): void {
  const children = childrenOf(kernel, process);
  const reaper = reaperOf(kernel, process);
  for (const child of children) {
    child.parent = reaper?.pid ?? INIT_PID;
    note(kernel, child.pid, { kind: 'reparented', from: process.pid, to: child.parent });
    if (child.state === 'zombie') {
      child.leftZombie = true;
      if (reaper === null) reap(kernel, child, INIT_PID);
      else {
        const { code, status } = childNews(child);
        tellParent(kernel, child);
        sendChildSignal(kernel, child, code, status);
      }
      continue;
    }
    if (child.parentDeathSignal !== 0) send(kernel, child, child.parentDeathSignal, process.pid);
    if (kernel.orphans === 'cascade') send(kernel, child, Signal.SIGKILL, null);
  }
  hangUpOrphanedGroups(kernel, process, children);
}

/** Who adopts its children: the nearest ancestor that asked for it (prctl), or init (null). */
function reaperOf(kernel: Kernel, process: Process): Process | null {
  for (
    let ancestor = kernel.state.processes.get(process.parent);
    ancestor !== undefined;
    ancestor = kernel.state.processes.get(ancestor.parent)
  )
    if (ancestor.subreaper && ancestor.state !== 'zombie') return ancestor;
  return null;
}
