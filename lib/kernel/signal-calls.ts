/** kill, pause, and the rt_sig family. Layouts are the kernel's own, as Linux on x86-64 has them. */
import { Errno } from '../abi/errno';
import { Signal } from '../abi/signals';
import { argument, argument32 } from '../vm/context';
import type { Kernel, SystemCallHandler } from './kernel';
import { INIT_PID } from './pid';
import type { Process, SignalAction } from './process';
import { actionOf, bit, ignores, isSignal, send, UNBLOCKABLE } from './signals';

const SIG_DFL = 0;
const SIG_IGN = 1;
const SIG_BLOCK = 0;
const SIG_UNBLOCK = 1;
const SIG_SETMASK = 2;
const SIGNAL_MAX = 64;

export const kill: SystemCallHandler = (kernel, process, context) => {
  const target = argument32(context, 0);
  const signal = argument32(context, 1);
  if (signal < 0 || signal > SIGNAL_MAX) return -Errno.EINVAL;
  // Init takes no signals that it has no handler for.
  if (target === INIT_PID) return signal === 0 ? 0 : -Errno.EPERM;
  const targets = targetsOf(kernel, process, target);
  if (targets.length === 0) return -Errno.ESRCH;
  if (isSignal(signal)) for (const each of targets) send(kernel, each, signal, process.pid);
  return 0;
};

export const pause: SystemCallHandler = () => ({ kind: 'signal', restoreMask: null });

/** struct kernel_sigaction: handler, flags, restorer, mask; 8 bytes each. */
export const rtSigaction: SystemCallHandler = (_kernel, process, context) => {
  const signal = argument32(context, 0);
  const address = argument(context, 1);
  const oldAddress = argument(context, 2);
  const { memory } = context;
  if (signal < 1 || signal > SIGNAL_MAX) return -Errno.EINVAL;
  if (address !== 0 && (signal === Signal.SIGKILL || signal === Signal.SIGSTOP))
    return -Errno.EINVAL;
  let action: SignalAction | null = null;
  if (address !== 0) {
    const bytes = memory.readBytes(address, 32);
    if (bytes === null) return -Errno.EFAULT;
    const view = new DataView(bytes.buffer);
    const handler = view.getUint32(0, true);
    action =
      handler === SIG_DFL
        ? { kind: 'default' }
        : handler === SIG_IGN
          ? { kind: 'ignore' }
          : {
              kind: 'handle',
              handler,
              flags: view.getUint32(8, true) | 0,
              restorer: view.getUint32(16, true),
              mask: view.getInt32(24, true) & ~UNBLOCKABLE,
            };
  }
  if (oldAddress !== 0) {
    const view = new DataView(new ArrayBuffer(32));
    const old = actionOf(process, signal);
    view.setUint32(0, old.kind === 'default' ? SIG_DFL : SIG_IGN, true);
    if (old.kind === 'handle') {
      view.setUint32(0, old.handler, true);
      view.setUint32(8, old.flags, true);
      view.setUint32(16, old.restorer, true);
      view.setUint32(24, old.mask, true);
    }
    if (!memory.writeBytes(oldAddress, new Uint8Array(view.buffer))) return -Errno.EFAULT;
  }
  if (action !== null && isSignal(signal)) {
    process.signals.actions[signal - 1] = action;
    if (ignores(process, signal)) process.signals.pending &= ~bit(signal);
  }
  return 0;
};

export const rtSigprocmask: SystemCallHandler = (kernel, process, context) => {
  const address = argument(context, 1);
  const oldAddress = argument(context, 2);
  const old = process.signals.blocked;
  if (address !== 0) {
    const set = context.memory.readInt32(address);
    if (set === null) return -Errno.EFAULT;
    switch (argument32(context, 0)) {
      case SIG_BLOCK:
        process.signals.blocked = old | set;
        break;
      case SIG_UNBLOCK:
        process.signals.blocked = old & ~set;
        break;
      case SIG_SETMASK:
        process.signals.blocked = set;
        break;
      default:
        return -Errno.EINVAL;
    }
    process.signals.blocked &= ~UNBLOCKABLE;
    kernel.state.signaled.push(process.pid);
  }
  if (oldAddress !== 0 && !context.memory.writeInt64(oldAddress, old >>> 0)) return -Errno.EFAULT;
  return 0;
};

export const rtSigpending: SystemCallHandler = (_kernel, process, context) => {
  const pending = (process.signals.pending & process.signals.blocked) >>> 0;
  return context.memory.writeInt64(argument(context, 0), pending) ? 0 : -Errno.EFAULT;
};

/** Waits for a signal with another mask; the old one comes back after the handler. */
export const rtSigsuspend: SystemCallHandler = (kernel, process, context) => {
  const set = context.memory.readInt32(argument(context, 0));
  if (set === null) return -Errno.EFAULT;
  const restoreMask = process.signals.blocked;
  process.signals.blocked = set & ~UNBLOCKABLE;
  kernel.state.signaled.push(process.pid);
  return { kind: 'signal', restoreMask };
};

function targetsOf(kernel: Kernel, sender: Process, target: number): Process[] {
  const all = [...kernel.state.processes.values()];
  if (target > 0) return all.filter((process) => process.pid === target);
  if (target === -1) return all.filter((process) => process !== sender);
  const group = target === 0 ? sender.group : -target;
  return all.filter((process) => process.group === group);
}
