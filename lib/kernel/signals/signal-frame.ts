/**
 * Entering a signal handler and coming back from it.
 *
 * A handler's frames, high to low: [ucontext] siginfo | record (interrupted fp, pc) | signo, &siginfo,
 * &ucontext | record (address of the first record, restorer). The handler returns into the restorer,
 * which makes the rt_sigreturn system call; what it interrupted is kept in ThreadSignals.frames.
 * Leaves out: registers changed through the ucontext argument; a handler with SA_ONSTACK runs on the
 * thread's own stack, which gets the alternate stack's size more room where it has overflowed
 * (the first thread's only).
 */
import { FRAME_RECORD_BYTES, TEXT_BASE } from '../../abi/address-space';
import { Errno } from '../../abi/errno';
import { Signal } from '../../abi/signals';
import { argument, type ExecutionContext } from '../../vm/context';
import { Shadow } from '../../vm/shadow';
import { currentThread, type SystemCallHandler } from '../kernel';
import type { PendingSignal } from './pending-signals';
import type { SignalAction } from '../processes/process';
import { SigactionFlag } from './signal-flags';
import { encodeInfo, FROM_KERNEL, SIGINFO_BYTES } from './signal-info';
import { sendToThread } from './signals';
import type { AlternateStack, Thread } from '../threads/thread';

const SLOT_BYTES = 32;
/** ucontext_t, with room for alignment. */
const UCONTEXT_BYTES = 976;
const UCONTEXT = { stack: 16, registers: 40, mask: 296 } as const;
/** sys/ucontext.h: indices of gregs. */
const REG_RBP = 10;
const REG_RSP = 15;
const REG_RIP = 16;

const SS_ONSTACK = 1;
const SS_DISABLE = 2;
const SS_AUTODISARM = 0x8000_0000 | 0;
const STACK_T_BYTES = 24;
const MINSIGSTKSZ = 2048;

/** `restoreMask`: the mask after the handler, where it isn't the present one (sigsuspend). */
export function pushHandler(
  thread: Thread,
  context: ExecutionContext,
  { signal, info }: PendingSignal,
  action: SignalAction & { readonly kind: 'handle' },
  restoreMask: bigint | null,
): void {
  const { memory, pc, sp, fp } = context;
  const { signals } = thread;
  const withInfo = (action.flags & SigactionFlag.SA_SIGINFO) !== 0;
  const onAlternate =
    (action.flags & SigactionFlag.SA_ONSTACK) !== 0 && signals.alternateStack !== null;
  const ucontext = sp - (withInfo ? UCONTEXT_BYTES : 0);
  const information = ucontext - (withInfo ? SIGINFO_BYTES : 0);
  const interrupted = information - FRAME_RECORD_BYTES;
  const slots = interrupted - SLOT_BYTES;
  const record = slots - FRAME_RECORD_BYTES;
  if (onAlternate && signals.alternateStack !== null && isFirst(thread))
    memory.lowerStackFloor(record - signals.alternateStack.byteCount);
  const blocked = restoreMask ?? signals.blocked;
  // Frames that a longjmp left behind lie below the present stack pointer.
  signals.frames = signals.frames.filter((frame) => frame.sp > sp);
  signals.frames.push({
    signal,
    pc,
    sp,
    fp,
    blocked,
    onAlternate,
    slotLow: memory.readInt32(sp) ?? 0,
    slotHigh: memory.readInt32(sp + 4) ?? 0,
    copying: context.copying,
  });
  const frame = new Uint8Array(sp - record);
  const view = new DataView(frame.buffer);
  view.setUint32(0, interrupted, true);
  view.setUint32(8, action.restorer, true);
  view.setUint32(slots - record, signal, true);
  view.setUint32(interrupted - record, fp, true);
  view.setUint32(interrupted - record + 8, TEXT_BASE + 4 * pc, true);
  if (withInfo) {
    view.setUint32(slots - record + 8, information, true);
    view.setUint32(slots - record + 16, ucontext, true);
    frame.set(encodeInfo(signal, info), information - record);
    const at = ucontext - record;
    frame.set(stackWords(signals.alternateStack, false), at + UCONTEXT.stack);
    const register = (k: number, value: number): void => {
      view.setUint32(at + UCONTEXT.registers + 8 * k, value, true);
    };
    register(REG_RBP, fp);
    register(REG_RSP, sp);
    register(REG_RIP, TEXT_BASE + 4 * pc);
    view.setBigUint64(at + UCONTEXT.mask, BigInt.asUintN(64, blocked), true);
  }
  memory.unpoison(record, frame.length);
  // A stack without room makes the handler's first access fault, as it should.
  memory.writeBytes(record, frame);
  memory.poison(record, FRAME_RECORD_BYTES, Shadow.frameRecord);
  memory.poison(interrupted, FRAME_RECORD_BYTES, Shadow.frameRecord);
  context.sp = record;
  context.fp = record;
  context.pc = (action.handler - TEXT_BASE) >> 2;
  context.copying = null;
}

function isFirst(thread: Thread): boolean {
  return thread.id === thread.process;
}

/** Back from a handler: restores what it interrupted. */
export const rtSigreturn: SystemCallHandler = (kernel, process, context) => {
  const thread = currentThread(kernel);
  const frame = thread.signals.frames.pop();
  if (frame === undefined) {
    sendToThread(kernel, process, thread, Signal.SIGSEGV, FROM_KERNEL);
    return -Errno.EFAULT;
  }
  const { memory } = context;
  memory.unpoison(context.sp, Math.max(0, frame.sp - context.sp));
  context.pc = frame.pc;
  context.copying = frame.copying;
  context.sp = frame.sp;
  context.fp = frame.fp;
  memory.writeInt32(frame.sp, frame.slotLow);
  memory.writeInt32(frame.sp + 4, frame.slotHigh);
  thread.signals.blocked = frame.blocked;
  kernel.state.signaled.push(thread.id);
  return 'no-return';
};

/** sigaltstack(2): struct stack_t is pointer, flags, size. */
export const sigaltstack: SystemCallHandler = (kernel, _process, context) => {
  const { memory, sp } = context;
  const address = argument(context, 0);
  const oldAddress = argument(context, 1);
  const { signals } = currentThread(kernel);
  const active = signals.frames.some((frame) => frame.onAlternate && frame.sp > sp);
  const old = stackWords(signals.alternateStack, active);
  if (address !== 0) {
    const start = memory.readInt64(address);
    const flags = memory.readInt32(address + 8);
    const byteCount = memory.readInt64(address + 16);
    if (start === null || flags === null || byteCount === null) return -Errno.EFAULT;
    if (active) return -Errno.EPERM;
    if ((flags & ~(SS_ONSTACK | SS_DISABLE | SS_AUTODISARM)) !== 0) return -Errno.EINVAL;
    if ((flags & SS_DISABLE) !== 0) signals.alternateStack = null;
    else if (byteCount < MINSIGSTKSZ) return -Errno.ENOMEM;
    else signals.alternateStack = { address: start, byteCount };
  }
  if (oldAddress !== 0 && !memory.writeBytes(oldAddress, old)) return -Errno.EFAULT;
  return 0;
};

function stackWords(stack: AlternateStack | null, active: boolean): Uint8Array {
  const bytes = new Uint8Array(STACK_T_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(8, stack === null ? SS_DISABLE : active ? SS_ONSTACK : 0, true);
  if (stack === null) return bytes;
  view.setBigInt64(0, BigInt(stack.address), true);
  view.setBigInt64(16, BigInt(stack.byteCount), true);
  return bytes;
}
