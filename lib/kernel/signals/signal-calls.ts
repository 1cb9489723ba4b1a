/** kill, tgkill, sigqueue, pause, and the rt_sig family. Layouts are the kernel's own, as Linux on x86-64 has them. */
import { Errno } from '../../abi/errno';
import { Signal, SIGNAL_MAX } from '../../abi/signals';
import { argument, argument32 } from '../../vm/context';
import { currentThread, type CallResult, type Kernel, type SystemCallHandler } from '../kernel';
import { INIT_PID, pid } from '../pid';
import { setAction, type Process, type SignalAction } from '../processes/process';
import { goOnRinging } from '../time/posix-timer-expirations';
import { lowestPending, pendingSet } from './pending-signals';
import { takeSignal } from './taking-signals';
import { encodeInfo, SignalCode, SIGINFO_BYTES, type SignalInfo } from './signal-info';
import { bit, blockable, readSet, writeSet } from './signal-set';
import {
  actionOf,
  discardEverywhere,
  ignores,
  isSignal,
  send,
  sendInfo,
  sendToThread,
} from './signals';
import { NANOSECONDS_PER_SECOND } from '../time/virtual-time';
import { addTimer } from '../time/timers';

const SIG_DFL = 0;
const SIG_IGN = 1;
const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SIG_SETMASK = 2;

export const kill: SystemCallHandler = (kernel, process, context) => {
  const target = argument32(context, 0);
  const signal = argument32(context, 1);
  if (signal < 0 || signal > SIGNAL_MAX) return -Errno.EINVAL;
  if (target === INIT_PID) return -Errno.EPERM;
  const targets = targetsOf(kernel, process, target);
  if (targets.length === 0) return -Errno.ESRCH;
  if (isSignal(signal)) for (const each of targets) send(kernel, each, signal, process.pid);
  return 0;
};

/** tgkill(process, thread, signal): raise(3) is this, too. */
export const tgkill: SystemCallHandler = (kernel, process, context) => {
  const group = argument32(context, 0);
  const id = argument32(context, 1);
  const signal = argument32(context, 2);
  if (group <= 0 || id <= 0 || signal < 0 || signal > SIGNAL_MAX) return -Errno.EINVAL;
  const thread = kernel.state.threads.get(pid(id));
  const target = kernel.state.processes.get(pid(group));
  if (thread === undefined || target === undefined || thread.process !== group) return -Errno.ESRCH;
  if (!isSignal(signal)) return 0;
  const info: SignalInfo = { kind: 'user', code: SignalCode.SI_TKILL, from: process.pid };
  return sendToThread(kernel, target, thread, signal, info);
};

/** sigqueue(3): the kernel takes a whole siginfo_t, of which the sender may only claim codes below 0. */
export const rtSigqueueinfo: SystemCallHandler = (kernel, process, context) => {
  const target = argument32(context, 0);
  const signal = argument32(context, 1);
  const bytes = context.memory.readBytes(argument(context, 2), SIGINFO_BYTES);
  if (bytes === null) return -Errno.EFAULT;
  const view = new DataView(bytes.buffer);
  const code = view.getInt32(8, true);
  const value = view.getBigUint64(24, true);
  if (target === INIT_PID) return -Errno.EPERM;
  const receiver = kernel.state.processes.get(pid(target));
  if (receiver === undefined) return -Errno.ESRCH;
  if ((code >= 0 || code === SignalCode.SI_TKILL) && receiver !== process) return -Errno.EPERM;
  if (signal < 0 || signal > SIGNAL_MAX) return -Errno.EINVAL;
  if (signal === 0) return 0;
  const info: SignalInfo = { kind: 'queued', code, from: process.pid, value };
  return sendInfo(kernel, receiver, signal, info);
};

export const pause: SystemCallHandler = () => ({ kind: 'signal', restoreMask: null });

/** struct kernel_sigaction: handler, flags, restorer, mask; 8 bytes each. */
export const rtSigaction: SystemCallHandler = (kernel, process, context) => {
  const signal = argument32(context, 0);
  const address = argument(context, 1);
  const oldAddress = argument(context, 2);
  const { memory } = context;
  if (!isSignal(signal)) return -Errno.EINVAL;
  if (address !== 0 && (signal === Signal.SIGKILL || signal === Signal.SIGSTOP))
    return -Errno.EINVAL;
  let action: SignalAction | null = null;
  if (address !== 0) {
    const bytes = memory.readBytes(address, 32);
    if (bytes === null) return -Errno.EFAULT;
    action = decodeAction(new DataView(bytes.buffer));
  }
  if (oldAddress !== 0 && !memory.writeBytes(oldAddress, encodeAction(actionOf(process, signal))))
    return -Errno.EFAULT;
  if (action !== null) {
    setAction(process.signals, signal, action);
    if (ignores(process, signal)) discardEverywhere(kernel, process, bit(signal));
    else goOnRinging(kernel, process, signal);
  }
  return 0;
};

function decodeAction(view: DataView): SignalAction {
  const handler = view.getUint32(0, true);
  const common = {
    flags: view.getInt32(8, true),
    restorer: view.getUint32(16, true),
    mask: blockable(view.getBigUint64(24, true)),
  };
  if (handler === SIG_DFL) return { kind: 'default', ...common };
  if (handler === SIG_IGN) return { kind: 'ignore', ...common };
  return { kind: 'handle', handler, ...common };
}

function encodeAction(action: SignalAction): Uint8Array {
  const view = new DataView(new ArrayBuffer(32));
  view.setUint32(
    0,
    action.kind === 'handle' ? action.handler : action.kind === 'ignore' ? SIG_IGN : SIG_DFL,
    true,
  );
  view.setInt32(8, action.flags, true);
  view.setUint32(16, action.restorer, true);
  view.setBigUint64(24, action.mask, true);
  return new Uint8Array(view.buffer);
}

export const rtSigprocmask: SystemCallHandler = (kernel, _process, context) => {
  const { id, signals } = currentThread(kernel);
  const address = argument(context, 1);
  const oldAddress = argument(context, 2);
  const old = signals.blocked;
  if (address !== 0) {
    const set = readSet(context, address);
    if (set === null) return -Errno.EFAULT;
    const mask = changedMask(old, argument32(context, 0), set);
    if (mask === null) return -Errno.EINVAL;
    signals.blocked = blockable(mask);
    kernel.state.signaled.push(id);
  }
  if (oldAddress !== 0 && !writeSet(context, oldAddress, old)) return -Errno.EFAULT;
  return 0;
};

function changedMask(old: bigint, how: number, set: bigint): bigint | null {
  switch (how) {
    case SIG_BLOCK:
      return old | set;
    case SIG_UNBLOCK:
      return old & ~set;
    case SIG_SETMASK:
      return set;
    default:
      return null;
  }
}

export const rtSigpending: SystemCallHandler = (kernel, process, context) => {
  const { signals } = currentThread(kernel);
  const pending = pendingSet(signals, process.signals) & signals.blocked;
  return writeSet(context, argument(context, 0), pending) ? 0 : -Errno.EFAULT;
};

/** Waits for a signal with another mask; the old one comes back after the handler. */
export const rtSigsuspend: SystemCallHandler = (kernel, _process, context) => {
  const { id, signals } = currentThread(kernel);
  const set = readSet(context, argument(context, 0));
  if (set === null) return -Errno.EFAULT;
  const restoreMask = signals.blocked;
  signals.blocked = blockable(set);
  kernel.state.signaled.push(id);
  return { kind: 'signal', restoreMask };
};

/** sigtimedwait(set, siginfo, timeout): takes a pending signal of the set, or waits for one. */
export const rtSigtimedwait: SystemCallHandler = (kernel, process, context): CallResult => {
  const { memory } = context;
  const wanted = readSet(context, argument(context, 0));
  const infoAddress = argument(context, 1);
  const timeoutAddress = argument(context, 2);
  if (wanted === null) return -Errno.EFAULT;
  const set = blockable(wanted);
  let timeoutNs = Infinity;
  if (timeoutAddress !== 0) {
    const seconds = memory.readInt64(timeoutAddress);
    const nanoseconds = memory.readInt64(timeoutAddress + 8);
    if (seconds === null || nanoseconds === null) return -Errno.EFAULT;
    if (seconds < 0 || nanoseconds < 0 || nanoseconds >= NANOSECONDS_PER_SECOND)
      return -Errno.EINVAL;
    timeoutNs = seconds * NANOSECONDS_PER_SECOND + nanoseconds;
  }
  const thread = currentThread(kernel);
  const signal = lowestPending(set, thread.signals, process.signals);
  if (signal !== null) {
    const { info } = takeSignal(kernel, process, thread, signal);
    if (infoAddress !== 0 && !memory.writeBytes(infoAddress, encodeInfo(signal, info)))
      return -Errno.EFAULT;
    return signal;
  }
  if (timeoutNs === 0) return -Errno.EAGAIN;
  if (timeoutNs === Infinity) return { kind: 'signal-wait', set, infoAddress, untilNs: null };
  const untilNs = kernel.state.timeNs + timeoutNs;
  addTimer(kernel.state, { kind: 'wake', untilNs, pid: thread.id, intervalNs: 0 });
  return { kind: 'signal-wait', set, infoAddress, untilNs };
};

function targetsOf(kernel: Kernel, sender: Process, target: number): Process[] {
  const all = [...kernel.state.processes.values()];
  if (target > 0) return all.filter((process) => process.pid === target);
  if (target === -1) return all.filter((process) => process !== sender);
  const group = target === 0 ? sender.group : -target;
  return all.filter((process) => process.group === group);
}
