/** Signals as a signalfd tells them: struct signalfd_siginfo, signalfd(2). */
import { processOf, type Kernel } from '../kernel';
import { user } from '../files/credentials';
import { lowestPending } from '../signals/pending-signals';
import { codeOf, type SignalInfo } from '../signals/signal-info';
import type { SignalSet } from '../signals/signal-set';
import { takeSignal } from '../signals/taking-signals';
import type { Thread } from '../threads/thread';

export const SIGNAL_RECORD_BYTES = 128;

/** At most `max` of a thread's pending signals, the lowest first; null: none is pending. */
export function takeSignals(
  kernel: Kernel,
  thread: Thread,
  set: SignalSet,
  max: number,
): Uint8Array | null {
  const process = processOf(kernel, thread.process);
  const records: Uint8Array[] = [];
  while (records.length < max) {
    const signal = lowestPending(set, thread.signals, process.signals);
    if (signal === null) break;
    records.push(encode(signal, takeSignal(kernel, process, thread, signal).info));
  }
  if (records.length === 0) return null;
  const bytes = new Uint8Array(SIGNAL_RECORD_BYTES * records.length);
  records.forEach((record, k) => {
    bytes.set(record, SIGNAL_RECORD_BYTES * k);
  });
  return bytes;
}

function encode(signal: number, info: SignalInfo): Uint8Array {
  const bytes = new Uint8Array(SIGNAL_RECORD_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signal, true);
  view.setInt32(8, codeOf(info), true);
  switch (info.kind) {
    case 'user':
    case 'queued':
    case 'child':
      view.setUint32(12, info.from, true);
      view.setUint32(16, user.student.user, true);
      if (info.kind === 'queued') putValue(view, info.value);
      if (info.kind === 'child') {
        view.setInt32(40, info.status, true);
        view.setBigUint64(56, BigInt(info.userTicks), true);
        view.setBigUint64(64, BigInt(info.systemTicks), true);
      }
      break;
    case 'timer':
      view.setUint32(24, info.timer, true);
      view.setUint32(32, info.overrun, true);
      putValue(view, info.value);
      break;
    case 'fault':
      view.setBigUint64(72, BigInt(info.address), true);
      break;
    case 'kernel':
      break;
  }
  return bytes;
}

/** ssi_int and ssi_ptr. */
function putValue(view: DataView, value: bigint): void {
  view.setInt32(44, Number(BigInt.asIntN(32, value)), true);
  view.setBigUint64(48, BigInt.asUintN(64, value), true);
}
