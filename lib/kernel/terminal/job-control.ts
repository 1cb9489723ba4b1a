/**
 * Job control: which processes may use the terminal. POSIX, 11.1.4: a background process that reads
 * from its controlling terminal stops its group with SIGTTIN; one that changes the terminal, or writes
 * under TOSTOP, with SIGTTOU.
 */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { argument, type ExecutionContext } from '../../vm/context';
import { currentThread, type CallResult, type Kernel } from '../kernel';
import type { Process } from '../processes/process';
import { isOrphanedGroup, membersOf } from '../processes/process-groups';
import { has } from '../signals/signal-set';
import { ignores, sendToGroup } from '../signals/signals';

export type TerminalUse = 'read' | 'write' | 'change';

/** The console is the controlling terminal of the process's session. */
export function controls(kernel: Kernel, process: Process): boolean {
  const { state } = kernel;
  return state.console.terminal && process.session === state.terminalSession;
}

/** What stops a process from using its terminal now; null: nothing. */
export function checkBackground(
  kernel: Kernel,
  process: Process,
  use: TerminalUse,
): CallResult | null {
  if (!controls(kernel, process) || process.group === kernel.state.foreground) return null;
  const signal = use === 'read' ? Signal.SIGTTIN : Signal.SIGTTOU;
  const deaf = has(currentThread(kernel).signals.blocked, signal) || ignores(process, signal);
  if (deaf) return use === 'read' ? -Errno.EIO : null;
  if (isOrphanedGroup(kernel, process.group)) return -Errno.EIO;
  sendToGroup(kernel, process.group, signal, null);
  return { kind: 'background' };
}

/** tcgetpgrp */
export function readForeground(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
): CallResult {
  if (!controls(kernel, process)) return -Errno.ENOTTY;
  const address = argument(context, 2);
  return context.memory.writeInt32(address, kernel.state.foreground) ? 0 : -Errno.EFAULT;
}

/** tcsetpgrp */
export function setForeground(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
): CallResult {
  if (!controls(kernel, process)) return -Errno.ENOTTY;
  const refused = checkBackground(kernel, process, 'change');
  if (refused !== null) return refused;
  const group = context.memory.readInt32(argument(context, 2));
  if (group === null) return -Errno.EFAULT;
  if (group < 0) return -Errno.EINVAL;
  const members = membersOf(kernel, group);
  if (members.length === 0) return -Errno.ESRCH;
  if (!members.some((member) => member.session === process.session)) return -Errno.EPERM;
  kernel.state.foreground = group;
  return 0;
}
