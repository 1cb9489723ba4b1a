/** Sets of the signals 1 to 64, as sigset_t has them: bit n - 1 for signal n. */
import { Signal } from '../../abi/signals';
import type { ExecutionContext } from '../../vm/context';

export type SignalSet = bigint;

export const NO_SIGNALS: SignalSet = 0n;

export function bit(signal: number): SignalSet {
  return 1n << BigInt(signal - 1);
}

export function has(set: SignalSet, signal: number): boolean {
  return (set & bit(signal)) !== 0n;
}

/** Can be neither caught, blocked nor ignored. */
export const UNBLOCKABLE = bit(Signal.SIGKILL) | bit(Signal.SIGSTOP);

/** Without the two that can't be blocked. */
export function blockable(set: SignalSet): SignalSet {
  return set & ~UNBLOCKABLE;
}

/** The kernel's sigset_t of 8 bytes; null: EFAULT. */
export function readSet(context: ExecutionContext, address: number): SignalSet | null {
  const bytes = context.memory.readBytes(address, 8);
  return bytes === null ? null : new DataView(bytes.buffer).getBigUint64(0, true);
}

export function writeSet(context: ExecutionContext, address: number, set: SignalSet): boolean {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, set, true);
  return context.memory.writeBytes(address, bytes);
}
