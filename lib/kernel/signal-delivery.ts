/**
 * What pending signals do: end, stop, or interrupt a process with a handler on its own stack.
 *
 * A handler's frames, high to low: siginfo | record (interrupted fp, pc) | signo, &siginfo, 0 | record
 * (address of the first record, restorer). The handler returns into the restorer, which makes the
 * rt_sigreturn system call; what it interrupted is kept here, in SignalState.frames.
 * Leaves out: alternate stacks, the ucontext argument.
 */
import { FRAME_RECORD_BYTES, TEXT_BASE } from '../abi/address-space';
import { Errno } from '../abi/errno';
import { defaultAction, Signal, signalName } from '../abi/signals';
import type { ExecutionContext } from '../vm/context';
import { Shadow } from '../vm/shadow';
import { killProcess } from './exit';
import { complete, contextOf, setState, type Kernel, type SystemCallHandler } from './kernel';
import type { Process, SignalAction } from './process';
import { actionOf, bit, noteSignal, send } from './signals';
import { writeTimespec } from './time';
import { tellParent } from './wait';
import { leaveQueues } from './wait-queues';

const SA_NOCLDSTOP = 1;
const SA_SIGINFO = 4;
const SA_RESTART = 0x1000_0000;
const SA_NODEFER = 0x4000_0000;
const SA_RESETHAND = 0x8000_0000 | 0;
const SIGINFO_BYTES = 128;
const SLOT_BYTES = 32;
/** SYS and its operand: going back by so many words makes a call again. */
const SYS_WORDS = 2;
const SIGNAL_MAX = 31;

/** Delivers to every process that has something pending, until nobody has. */
export function deliverSignals(kernel: Kernel): void {
  for (;;) {
    const pid = kernel.state.signaled.shift();
    if (pid === undefined) return;
    const process = kernel.state.processes.get(pid);
    if (process !== undefined) deliverTo(kernel, process);
  }
}

/** Back from a handler: restores what it interrupted. */
export const rtSigreturn: SystemCallHandler = (kernel, process, context) => {
  const frame = process.signals.frames.pop();
  if (frame === undefined) {
    send(kernel, process, Signal.SIGSEGV, null);
    return -Errno.EFAULT;
  }
  const { memory } = context;
  memory.unpoison(context.sp, Math.max(0, frame.sp - context.sp));
  context.pc = frame.pc;
  context.sp = frame.sp;
  context.fp = frame.fp;
  memory.writeInt32(frame.sp, frame.slotLow);
  memory.writeInt32(frame.sp + 4, frame.slotHigh);
  process.signals.blocked = frame.blocked;
  kernel.state.signaled.push(process.pid);
  return 'no-return';
};

function deliverTo(kernel: Kernel, process: Process): void {
  const { signals } = process;
  for (;;) {
    if (process.state === 'zombie') return;
    const signal = nextSignal(process);
    if (signal === null) return;
    signals.pending &= ~bit(signal);
    const from = signals.senders.get(signal) ?? null;
    signals.senders.delete(signal);
    const action = actionOf(process, signal);
    const unstoppable = signal === Signal.SIGKILL || signal === Signal.SIGSTOP;
    if (action.kind === 'handle' && !unstoppable) {
      noteSignal(kernel, process, signal, from, 'handle');
      handle(kernel, process, signal, action);
      continue;
    }
    if (action.kind === 'ignore' && !unstoppable) continue;
    const effect = defaultAction(signal);
    noteSignal(kernel, process, signal, from, effect);
    switch (effect) {
      case 'terminate':
      case 'core': {
        const name = signalName.get(signal);
        if (name === undefined) throw new Error(`no signal ${signal}`);
        killProcess(kernel, process, name);
        return;
      }
      case 'stop':
        stop(kernel, process, signal);
        return;
      case 'ignore':
      case 'continue':
        break;
    }
  }
}

/** A stopped process takes only SIGKILL; SIGKILL comes first anyway, then the lowest number. */
function nextSignal(process: Process): number | null {
  const { pending, blocked } = process.signals;
  const ready = pending & ~blocked;
  if ((ready & bit(Signal.SIGKILL)) !== 0) return Signal.SIGKILL;
  if (process.stopped !== null) return null;
  for (let signal = 1; signal <= SIGNAL_MAX; signal++)
    if ((ready & bit(signal)) !== 0) return signal;
  return null;
}

function stop(kernel: Kernel, process: Process, signal: number): void {
  const name = signalName.get(signal);
  if (name === undefined) throw new Error(`no signal ${signal}`);
  process.stopped = { signal: name, told: false };
  setState(kernel, process, 'waiting');
  tellParent(kernel, process);
  const parent = kernel.state.processes.get(process.parent);
  if (parent === undefined) return;
  const action = actionOf(parent, Signal.SIGCHLD);
  if (action.kind !== 'handle' || (action.flags & SA_NOCLDSTOP) === 0)
    send(kernel, parent, Signal.SIGCHLD, process.pid);
}

function handle(
  kernel: Kernel,
  process: Process,
  signal: number,
  action: SignalAction & { readonly kind: 'handle' },
): void {
  const { signals } = process;
  const context = contextOf(kernel, process.pid);
  const restoreMask = process.wait?.kind === 'signal' ? process.wait.restoreMask : null;
  if (process.wait !== null) interrupt(kernel, process, context, action.flags);
  pushHandler(process, context, signal, action, restoreMask ?? signals.blocked);
  signals.blocked |= action.mask;
  if ((action.flags & SA_NODEFER) === 0) signals.blocked |= bit(signal);
  if ((action.flags & SA_RESETHAND) !== 0) signals.actions[signal - 1] = { kind: 'default' };
}

/** Ends a blocked call with EINTR, or sets it up to be made again after the handler (SA_RESTART). */
function interrupt(
  kernel: Kernel,
  process: Process,
  context: ExecutionContext,
  flags: number,
): void {
  const { wait } = process;
  if (wait === null) return;
  leaveQueues(kernel, process);
  if (wait.kind === 'sleep' && wait.remainAddress !== 0) {
    const leftNs = Math.max(0, wait.untilNs - kernel.state.timeNs);
    writeTimespec(context, wait.remainAddress, leftNs);
  }
  if (wait.kind === 'pipe-write' && wait.written > 0) {
    complete(kernel, process, wait.written);
    return;
  }
  const restartable =
    wait.kind === 'child' ||
    wait.kind === 'pipe-read' ||
    wait.kind === 'pipe-write' ||
    wait.kind === 'fifo-open' ||
    wait.kind === 'record-lock' ||
    wait.kind === 'whole-lock' ||
    wait.kind === 'terminal-read' ||
    wait.kind === 'posix-semaphore';
  if (!restartable || (flags & SA_RESTART) === 0) {
    complete(kernel, process, -Errno.EINTR);
    return;
  }
  // Outgoing slot 0 still holds the first argument, and the handler's frame keeps it.
  context.pc -= SYS_WORDS;
  process.wait = null;
  if (process.stopped === null) setState(kernel, process, 'ready');
}

function pushHandler(
  process: Process,
  context: ExecutionContext,
  signal: number,
  action: SignalAction & { readonly kind: 'handle' },
  blocked: number,
): void {
  const { memory, pc, sp, fp } = context;
  const information = sp - SIGINFO_BYTES;
  const interrupted = information - FRAME_RECORD_BYTES;
  const slots = interrupted - SLOT_BYTES;
  const record = slots - FRAME_RECORD_BYTES;
  // Frames that a longjmp left behind lie below the present stack pointer.
  process.signals.frames = process.signals.frames.filter((frame) => frame.sp > sp);
  process.signals.frames.push({
    pc,
    sp,
    fp,
    blocked,
    slotLow: memory.readInt32(sp) ?? 0,
    slotHigh: memory.readInt32(sp + 4) ?? 0,
  });
  const frame = new Uint8Array(sp - record);
  const view = new DataView(frame.buffer);
  view.setUint32(0, interrupted, true);
  view.setUint32(8, action.restorer, true);
  view.setUint32(slots - record, signal, true);
  if ((action.flags & SA_SIGINFO) !== 0) view.setUint32(slots - record + 8, information, true);
  view.setUint32(interrupted - record, fp, true);
  view.setUint32(interrupted - record + 8, TEXT_BASE + 4 * pc, true);
  view.setUint32(information - record, signal, true);
  memory.unpoison(record, frame.length);
  // A stack without room makes the handler's first access fault, as it should.
  memory.writeBytes(record, frame);
  memory.poison(record, FRAME_RECORD_BYTES, Shadow.frameRecord);
  memory.poison(interrupted, FRAME_RECORD_BYTES, Shadow.frameRecord);
  context.sp = record;
  context.fp = record;
  context.pc = (action.handler - TEXT_BASE) >> 2;
}
