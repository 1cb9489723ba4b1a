/**
 * What pending signals do: end or stop a process, or interrupt one of its threads with a
 * handler. How a handler is entered
 * and left is signal-frame.ts.
 */
import { assertNever } from '../../abi/assert-never';
import { defaultAction, Signal } from '../../abi/signals';
import { killProcess } from '../processes/exit';
import { interruptCall } from './interruption';
import { complete, contextOf, processOf, setState, threadsOf, type Kernel } from '../kernel';
import { canServeSignals, serveSignals } from '../event-descriptors/event-reads';
import { lowestPending, type PendingSignal } from './pending-signals';
import { takeSignal } from './taking-signals';
import { setAction, type Process, type SignalAction } from '../processes/process';
import { isOrphanedGroup } from '../processes/process-groups';
import { pushHandler } from './signal-frame';
import { encodeInfo, senderOf, SignalCode } from './signal-info';
import { bit, type SignalSet } from './signal-set';
import { actionOf, nameOf, noteSignal, sendChildSignal } from './signals';
import { SigactionFlag } from './signal-flags';
import type { Thread } from '../threads/thread';
import { tellParent } from '../processes/wait';
import { leaveQueues } from '../wait-queues';

/** Come before others, since the instruction that made them can't go on: signal(7). */
const SYNCHRONOUS: SignalSet = [
  Signal.SIGSEGV,
  Signal.SIGBUS,
  Signal.SIGILL,
  Signal.SIGTRAP,
  Signal.SIGFPE,
  Signal.SIGSYS,
].reduce((set, signal) => set | bit(signal), 0n);

/** Delivers to every thread that has something pending, until nobody has. */
export function deliverSignals(kernel: Kernel): void {
  for (;;) {
    const id = kernel.state.signaled.shift();
    if (id === undefined) return;
    const thread = kernel.state.threads.get(id);
    if (thread !== undefined) deliverTo(kernel, processOf(kernel, thread.process), thread);
  }
}

/** Delivers what one thread has pending. */
export function deliverToThread(kernel: Kernel, thread: Thread): void {
  const { state } = kernel;
  if (state.signaled.length > 0) state.signaled = state.signaled.filter((id) => id !== thread.id);
  deliverTo(kernel, processOf(kernel, thread.process), thread);
}

/** Whether something pending would be delivered to the thread now. */
export function hasDeliverable(kernel: Kernel, thread: Thread): boolean {
  const process = processOf(kernel, thread.process);
  const { wait } = thread;
  if (process.state === 'zombie' || wait?.kind === 'other-threads') return false;
  if (thread.signals.pending.length === 0 && process.signals.pending.length === 0) return false;
  if (
    wait?.kind === 'signal-wait' &&
    process.stopped === null &&
    lowestPending(wait.set, thread.signals, process.signals) !== null
  )
    return true;
  return nextSignal(process, thread) !== null || canServeSignals(kernel, thread);
}

function deliverTo(kernel: Kernel, process: Process, thread: Thread): void {
  for (;;) {
    if (process.state === 'zombie' || process.state === 'terminated') return;
    if (thread.wait?.kind === 'other-threads') return;
    if (completeSignalWait(kernel, process, thread) || serveSignals(kernel, thread)) continue;
    const signal = nextSignal(process, thread);
    if (signal === null) return;
    const taken = takeSignal(kernel, process, thread, signal);
    const from = senderOf(taken.info);
    const action = actionOf(process, signal);
    const unstoppable = signal === Signal.SIGKILL || signal === Signal.SIGSTOP;
    if (action.kind === 'handle' && !unstoppable) {
      noteSignal(kernel, process, signal, from, 'handle');
      handle(kernel, process, thread, taken, action);
      continue;
    }
    if (action.kind === 'ignore' && !unstoppable) continue;
    const effect = defaultAction(signal);
    switch (effect) {
      case 'terminate':
      case 'core':
        noteSignal(kernel, process, signal, from, effect);
        killProcess(kernel, process, nameOf(signal));
        return;
      case 'stop': {
        // Nobody could ever make a member of an orphaned group go on: POSIX, 2.4.3.
        const lost = signal !== Signal.SIGSTOP && isOrphanedGroup(kernel, process.group);
        noteSignal(kernel, process, signal, from, lost ? 'ignore' : 'stop');
        if (lost) continue;
        stop(kernel, process, signal);
        return;
      }
      case 'ignore':
      case 'continue':
        break;
      default:
        assertNever(effect);
    }
  }
}

/** A stopped process, or one in vfork or served by a device, takes only SIGKILL; SIGKILL comes first anyway, then faults, then the lowest number. */
function nextSignal(process: Process, thread: Thread): number | null {
  const queues = [thread.signals, process.signals];
  if (queues.every(({ pending }) => pending.length === 0)) return null;
  const ready = ~thread.signals.blocked;
  const kill = lowestPending(bit(Signal.SIGKILL), ...queues);
  const deaf = thread.wait?.kind === 'vfork' || thread.wait?.kind === 'device';
  if (kill !== null || process.stopped !== null || deaf) return kill;
  return lowestPending(ready & SYNCHRONOUS, ...queues) ?? lowestPending(ready, ...queues);
}

/** sigwait and its kind take a pending signal without a handler. */
function completeSignalWait(kernel: Kernel, process: Process, thread: Thread): boolean {
  const { wait } = thread;
  if (wait?.kind !== 'signal-wait' || process.stopped !== null) return false;
  const signal = lowestPending(wait.set, thread.signals, process.signals);
  if (signal === null) return false;
  const { info } = takeSignal(kernel, process, thread, signal);
  leaveQueues(kernel, thread);
  if (wait.infoAddress !== 0)
    contextOf(kernel, thread.id).memory.writeBytes(wait.infoAddress, encodeInfo(signal, info));
  complete(kernel, thread, signal);
  return true;
}

function stop(kernel: Kernel, process: Process, signal: number): void {
  process.stopped = { signal: nameOf(signal), told: false };
  process.continued = false;
  for (const thread of threadsOf(kernel, process)) {
    // What is typed while it is stopped is for somebody else: it reads again when it goes on.
    if (thread.wait?.kind === 'terminal-read') {
      leaveQueues(kernel, thread);
      thread.wait = { kind: 'background' };
    }
    setState(kernel, thread, 'waiting');
  }
  tellParent(kernel, process);
  sendChildSignal(kernel, process, SignalCode.CLD_STOPPED, signal);
}

function handle(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  taken: PendingSignal,
  action: SignalAction & { readonly kind: 'handle' },
): void {
  const { signals } = thread;
  const restoreMask =
    thread.wait?.kind === 'signal' || thread.wait?.kind === 'poll' ? thread.wait.restoreMask : null;
  const restart = (action.flags & SigactionFlag.SA_RESTART) !== 0;
  if (thread.wait !== null) interruptCall(kernel, thread, restart);
  pushHandler(thread, contextOf(kernel, thread.id), taken, action, restoreMask);
  signals.blocked |= action.mask;
  if ((action.flags & SigactionFlag.SA_NODEFER) === 0) signals.blocked |= bit(taken.signal);
  if ((action.flags & SigactionFlag.SA_RESETHAND) !== 0)
    setAction(process.signals, taken.signal, {
      kind: 'default',
      flags: 0,
      mask: 0n,
      restorer: 0,
    });
}
