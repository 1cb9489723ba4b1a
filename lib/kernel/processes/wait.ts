/** Waiting for children: which child has news, telling the parent, reaping. The calls are wait-calls.ts. */
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import type { ExitStatus } from '../events';
import { complete, contextOf, note, threadsOf, type Kernel } from '../kernel';
import { INIT_PID, type Pid } from '../pid';
import type { Process } from './process';
import { reportOf } from './process-report';
import { cpuTicksOf, encodeUsage, usageOf } from './resource-usage';
import { sumOfUsage } from './process-usage';
import type { ChildReport } from '../threads/thread';
import { encodeInfo, SignalCode, SIGINFO_BYTES } from '../signals/signal-info';

export const WaitOption = {
  WNOHANG: 1,
  WUNTRACED: 2,
  WEXITED: 4,
  WCONTINUED: 8,
  WNOWAIT: 0x0100_0000,
} as const;

/** As wait(2) encodes it. */
export function statusWord(status: ExitStatus): number {
  switch (status.kind) {
    case 'exited':
      return (status.code & 0xff) << 8;
    case 'signaled':
      return Signal[status.signal] | (status.coreDumped ? 0x80 : 0);
  }
}

/** si_code and si_status for what a child has news of. */
export function childNews(child: Process): { readonly code: number; readonly status: number } {
  if (child.status?.kind === 'exited')
    return { code: SignalCode.CLD_EXITED, status: child.status.code };
  if (child.status?.kind === 'signaled') {
    const code = child.status.coreDumped ? SignalCode.CLD_DUMPED : SignalCode.CLD_KILLED;
    return { code, status: Signal[child.status.signal] };
  }
  if (child.stopped !== null)
    return { code: SignalCode.CLD_STOPPED, status: Signal[child.stopped.signal] };
  return { code: SignalCode.CLD_CONTINUED, status: Signal.SIGCONT };
}

/** A child ended, stopped or goes on: completes its parent's wait if that is what it waits for. */
export function tellParent(kernel: Kernel, child: Process): void {
  const parent = kernel.state.processes.get(child.parent);
  if (parent === undefined) return;
  for (const thread of threadsOf(kernel, parent)) {
    const { wait } = thread;
    if (wait?.kind !== 'child' || !matches(parent, child, wait.target)) continue;
    if (!hasNews(child, wait.options)) continue;
    complete(kernel, thread, collect(kernel, parent, child, wait.report, wait.options));
    // Another thread may wait for the same child.
    childLost(kernel, parent);
    return;
  }
}

/** A child went without being waited for: threads of the parent that wait for such a one now wait for nobody. */
export function childLost(kernel: Kernel, parent: Process): void {
  for (const thread of threadsOf(kernel, parent)) {
    const { wait } = thread;
    if (wait?.kind !== 'child') continue;
    if (candidatesOf(kernel, parent, wait.target).length > 0) continue;
    complete(kernel, thread, -Errno.ECHILD);
  }
}

/** Frees a zombie's control block. `by` null: its parent doesn't want to know (SIGCHLD ignored). */
export function reap(kernel: Kernel, child: Process, by: Pid | null): void {
  const { state } = kernel;
  note(kernel, child.pid, { kind: 'state', from: child.state, to: 'terminated', reason: null });
  child.state = 'terminated';
  state.processes.delete(child.pid);
  const creator = by !== null && by !== INIT_PID && by === child.createdBy ? by : null;
  state.ended.push(reportOf(kernel, child, creator));
  state.scheduling.delete(child.pid);
  if (by !== null) note(kernel, child.pid, { kind: 'reaped', by });
}

export function childrenOf(kernel: Kernel, parent: Process): Process[] {
  const children: Process[] = [];
  for (const process of kernel.state.processes.values())
    if (process.parent === parent.pid) children.push(process);
  return children;
}

/** Children that a wait's target names: a pid, -1 for any, 0 for the caller's group, -group. */
export function candidatesOf(kernel: Kernel, parent: Process, target: number): Process[] {
  return childrenOf(kernel, parent).filter((child) => matches(parent, child, target));
}

export function hasNews(child: Process, options: number): boolean {
  if (child.state === 'zombie') return (options & WaitOption.WEXITED) !== 0;
  if (child.stopped !== null) return (options & WaitOption.WUNTRACED) !== 0 && !child.stopped.told;
  return (options & WaitOption.WCONTINUED) !== 0 && child.continued;
}

/** Gives a child's news to its parent, and with it the child, unless it is only looked at. */
export function collect(
  kernel: Kernel,
  parent: Process,
  child: Process,
  report: ChildReport,
  options: number,
): number {
  const { memory } = contextOf(kernel, parent.pid);
  const { code, status } = childNews(child);
  if (report.usageAddress !== 0) {
    const bytes = encodeUsage(sumOfUsage(usageOf(kernel, child), child.childrenUsage));
    if (!memory.writeBytes(report.usageAddress, bytes)) return -Errno.EFAULT;
  }
  if (report.kind === 'status') {
    const word =
      child.status !== null
        ? statusWord(child.status)
        : child.stopped !== null
          ? (status << 8) | 0x7f
          : 0xffff;
    if (report.address !== 0 && !memory.writeInt32(report.address, word)) return -Errno.EFAULT;
  } else if (report.address !== 0) {
    const ticks = cpuTicksOf(kernel, child);
    const bytes = encodeInfo(Signal.SIGCHLD, {
      kind: 'child',
      code,
      from: child.pid,
      status,
      userTicks: ticks.user,
      systemTicks: ticks.system,
    });
    if (!memory.writeBytes(report.address, bytes.subarray(0, SIGINFO_BYTES))) return -Errno.EFAULT;
  }
  const { pid } = child;
  if ((options & WaitOption.WNOWAIT) === 0) take(kernel, parent, child);
  return report.kind === 'status' ? pid : 0;
}

function take(kernel: Kernel, parent: Process, child: Process): void {
  if (child.state === 'zombie') {
    const used = sumOfUsage(usageOf(kernel, child), child.childrenUsage);
    parent.childrenUsage = sumOfUsage(parent.childrenUsage, used);
    reap(kernel, child, parent.pid);
  } else if (child.stopped !== null) child.stopped = { ...child.stopped, told: true };
  else child.continued = false;
}

function matches(parent: Process, child: Process, target: number): boolean {
  if (target > 0) return child.pid === target;
  if (target === -1) return true;
  return child.group === (target === 0 ? parent.group : -target);
}
