/**
 * Waiting for children: wait4, the status word, reaping. Leaves out: waitid, resource usage (the buffer
 * is filled with zeros).
 */
import { Errno } from '../abi/errno';
import { Signal } from '../abi/signals';
import { argument, argument32 } from '../vm/context';
import type { ExitStatus } from './events';
import {
  complete,
  contextOf,
  note,
  processOf,
  setState,
  type Kernel,
  type SystemCallHandler,
} from './kernel';
import { INIT_PID, type Pid } from './pid';
import type { Process, Wait } from './process';
import { reportOf } from './process-report';

const WNOHANG = 1;
const WUNTRACED = 2;
const WCONTINUED = 8;
const OPTIONS = WNOHANG | WUNTRACED | WCONTINUED;
/** __WNOTHREAD, __WALL, __WCLONE: without threads they change nothing. */
const THREAD_OPTIONS = 0xe000_0000 | 0;
const RUSAGE_BYTES = 144;

export const wait4: SystemCallHandler = (kernel, process, context) => {
  const target = argument32(context, 0);
  const statusAddress = argument(context, 1);
  const options = argument32(context, 2);
  const usageAddress = argument(context, 3);
  if ((options & ~(OPTIONS | THREAD_OPTIONS)) !== 0) return -Errno.EINVAL;
  if (usageAddress !== 0 && !context.memory.writeBytes(usageAddress, new Uint8Array(RUSAGE_BYTES)))
    return -Errno.EFAULT;
  const wait: Wait = { kind: 'child', target, options, statusAddress };
  const candidates = childrenOf(kernel, process).filter((child) => matches(process, child, target));
  if (candidates.length === 0) return -Errno.ECHILD;
  const ready = candidates.find((child) => hasNews(child, options));
  if (ready !== undefined) return collect(kernel, process, ready, statusAddress);
  return (options & WNOHANG) !== 0 ? 0 : wait;
};

/** As wait(2) encodes it. */
export function statusWord(status: ExitStatus): number {
  switch (status.kind) {
    case 'exited':
      return (status.code & 0xff) << 8;
    case 'signaled':
      return Signal[status.signal] | (status.coreDumped ? 0x80 : 0);
  }
}

/** A child ended or stopped: completes its parent's wait if that is what it waits for. */
export function tellParent(kernel: Kernel, child: Process): void {
  const parent = kernel.state.processes.get(child.parent);
  const wait = parent?.wait;
  if (parent === undefined || wait?.kind !== 'child') return;
  if (!matches(parent, child, wait.target) || !hasNews(child, wait.options)) return;
  complete(kernel, parent, collect(kernel, parent, child, wait.statusAddress));
}

/** A child went without being waited for: a parent that waits for such a one now waits for nobody. */
export function childLost(kernel: Kernel, parent: Process): void {
  const { wait } = parent;
  if (wait?.kind !== 'child') return;
  if (childrenOf(kernel, parent).some((child) => matches(parent, child, wait.target))) return;
  complete(kernel, parent, -Errno.ECHILD);
}

/** Frees a zombie's control block. `by` null: its parent doesn't want to know (SIGCHLD ignored). */
export function reap(kernel: Kernel, child: Process, by: Pid | null): void {
  const { state } = kernel;
  setState(kernel, child, 'terminated');
  state.processes.delete(child.pid);
  const creator = by !== null && by !== INIT_PID && by === child.createdBy ? by : null;
  state.ended.push(reportOf(kernel, child, creator));
  if (by !== null) note(kernel, child.pid, { kind: 'reaped', by });
}

export function childrenOf(kernel: Kernel, parent: Process): Process[] {
  const children: Process[] = [];
  for (const process of kernel.state.processes.values())
    if (process.parent === parent.pid) children.push(process);
  return children;
}

function matches(parent: Process, child: Process, target: number): boolean {
  if (target > 0) return child.pid === target;
  if (target === -1) return true;
  return child.group === (target === 0 ? parent.group : -target);
}

function hasNews(child: Process, options: number): boolean {
  if (child.state === 'zombie') return true;
  return (options & WUNTRACED) !== 0 && child.stopped !== null && !child.stopped.told;
}

/** Gives a child's status to its parent; the child's pid, or -EFAULT. */
function collect(kernel: Kernel, parent: Process, child: Process, statusAddress: number): number {
  const { memory } = contextOf(kernel, parent.pid);
  const word =
    child.status !== null
      ? statusWord(child.status)
      : ((child.stopped === null ? 0 : Signal[child.stopped.signal]) << 8) | 0x7f;
  if (statusAddress !== 0 && !memory.writeInt32(statusAddress, word)) return -Errno.EFAULT;
  if (child.state === 'zombie') reap(kernel, processOf(kernel, child.pid), parent.pid);
  else if (child.stopped !== null) child.stopped = { ...child.stopped, told: true };
  return child.pid;
}
