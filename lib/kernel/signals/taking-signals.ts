/** A pending signal is taken, by a handler, by sigwait or by a signalfd: timers go on then. */
import type { Kernel } from '../kernel';
import type { Process } from '../processes/process';
import type { Thread } from '../threads/thread';
import { timerSignalTaken } from '../time/posix-timer-expirations';
import { takePending, type PendingSignal } from './pending-signals';

export function takeSignal(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  signal: number,
): PendingSignal {
  const taken = takePending(signal, thread.signals, process.signals);
  if (taken.info.kind !== 'timer') return taken;
  const { overrun, ...info } = taken.info;
  return {
    signal,
    info: { ...info, overrun: overrun + timerSignalTaken(kernel, process, info.timer) },
  };
}
