/**
 * What a signal tells about itself: sigaction(2), "The siginfo_t argument". Who sent it and why, with a
 * value where sigqueue gave one. Leaves out: SIGIO's file descriptor, machine-check details.
 */
import type { Pid } from '../pid';
import { user } from '../files/credentials';

export const SIGINFO_BYTES = 128;

export const SignalCode = {
  SI_USER: 0,
  SI_KERNEL: 0x80,
  SI_QUEUE: -1,
  SI_TIMER: -2,
  SI_MESGQ: -3,
  SI_TKILL: -6,
  CLD_EXITED: 1,
  CLD_KILLED: 2,
  CLD_DUMPED: 3,
  CLD_STOPPED: 5,
  CLD_CONTINUED: 6,
  FPE_INTDIV: 1,
  SEGV_MAPERR: 1,
  SEGV_ACCERR: 2,
  BUS_ADRERR: 2,
} as const;

/** A sigval: 8 bytes, of which programs use the low int or the whole pointer. */
export type SignalValue = bigint;

export type SignalInfo =
  /** kill, raise and tgkill. */
  | { readonly kind: 'user'; readonly code: number; readonly from: Pid }
  /** sigqueue, or what a timer or message queue was told to send; `code` tells which. */
  | {
      readonly kind: 'queued';
      readonly code: number;
      readonly from: Pid;
      readonly value: SignalValue;
    }
  | {
      readonly kind: 'timer';
      readonly timer: number;
      readonly overrun: number;
      readonly value: SignalValue;
    }
  | {
      readonly kind: 'child';
      readonly code: number;
      readonly from: Pid;
      readonly status: number;
      /** Ticks of sysconf(_SC_CLK_TCK). */
      readonly userTicks: number;
      readonly systemTicks: number;
    }
  | { readonly kind: 'fault'; readonly code: number; readonly address: number }
  | { readonly kind: 'kernel' };

export const FROM_KERNEL: SignalInfo = { kind: 'kernel' };

export function sentBy(from: Pid | null): SignalInfo {
  return from === null ? FROM_KERNEL : { kind: 'user', code: SignalCode.SI_USER, from };
}

/** Null: the kernel. */
export function senderOf(info: SignalInfo): Pid | null {
  switch (info.kind) {
    case 'user':
    case 'queued':
    case 'child':
      return info.from;
    case 'timer':
    case 'fault':
    case 'kernel':
      return null;
  }
}

/** siginfo_t as x86-64 lays it out. */
export function encodeInfo(signal: number, info: SignalInfo): Uint8Array {
  const bytes = new Uint8Array(SIGINFO_BYTES);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, signal, true);
  view.setInt32(8, codeOf(info), true);
  switch (info.kind) {
    case 'user':
    case 'queued':
    case 'child':
      view.setInt32(16, info.from, true);
      view.setInt32(20, user.student.user, true);
      if (info.kind === 'queued') view.setBigUint64(24, BigInt.asUintN(64, info.value), true);
      if (info.kind === 'child') {
        view.setInt32(24, info.status, true);
        view.setBigInt64(32, BigInt(info.userTicks), true);
        view.setBigInt64(40, BigInt(info.systemTicks), true);
      }
      break;
    case 'timer':
      view.setInt32(16, info.timer, true);
      view.setInt32(20, info.overrun, true);
      view.setBigUint64(24, BigInt.asUintN(64, info.value), true);
      break;
    case 'fault':
      view.setBigUint64(16, BigInt.asUintN(64, BigInt(info.address)), true);
      break;
    case 'kernel':
      break;
  }
  return bytes;
}

export function codeOf(info: SignalInfo): number {
  switch (info.kind) {
    case 'user':
    case 'queued':
    case 'child':
    case 'fault':
      return info.code;
    case 'timer':
      return SignalCode.SI_TIMER;
    case 'kernel':
      return SignalCode.SI_KERNEL;
  }
}
