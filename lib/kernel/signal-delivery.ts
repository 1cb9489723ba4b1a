/**
 * What pending signals do: end, stop, or interrupt a process with a handler. How a handler is entered
 * and left is signal-frame.ts.
 */
import { assertNever } from '../abi/assert-never';
import { defaultAction, Signal } from '../abi/signals';
import { killProcess } from './exit';
import { interruptCall } from './interruption';
import { complete, contextOf, setState, type Kernel } from './kernel';
import { lowestPending, takePending } from './pending-signals';
import type { PendingSignal, Process, SignalAction } from './process';
import { isOrphanedGroup } from './process-groups';
import { pushHandler } from './signal-frame';
import { encodeInfo, senderOf, SignalCode } from './signal-info';
import { bit, type SignalSet } from './signal-set';
import { actionOf, nameOf, noteSignal, sendChildSignal } from './signals';
import { SigactionFlag } from './signal-flags';
import { tellParent } from './wait';
import { leaveQueues } from './wait-queues';

/** Come before others, since the instruction that made them can't go on: signal(7). */
const SYNCHRONOUS: SignalSet = [
  Signal.SIGSEGV,
  Signal.SIGBUS,
  Signal.SIGILL,
  Signal.SIGTRAP,
  Signal.SIGFPE,
  Signal.SIGSYS,
].reduce((set, signal) => set | bit(signal), 0n);

/** Delivers to every process that has something pending, until nobody has. */
export function deliverSignals(kernel: Kernel): void {
  for (;;) {
    const pid = kernel.state.signaled.shift();
    if (pid === undefined) return;
    const process = kernel.state.processes.get(pid);
    if (process !== undefined) deliverTo(kernel, process);
  }
}

function deliverTo(kernel: Kernel, process: Process): void {
  for (;;) {
    if (process.state === 'zombie' || process.state === 'terminated') return;
    if (completeSignalWait(kernel, process)) continue;
    const signal = nextSignal(process);
    if (signal === null) return;
    const taken = takePending(process, signal);
    const from = senderOf(taken.info);
    const action = actionOf(process, signal);
    const unstoppable = signal === Signal.SIGKILL || signal === Signal.SIGSTOP;
    if (action.kind === 'handle' && !unstoppable) {
      noteSignal(kernel, process, signal, from, 'handle');
      handle(kernel, process, taken, action);
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

/** A stopped process, or one in vfork, takes only SIGKILL; SIGKILL comes first anyway, then faults, then the lowest number. */
function nextSignal(process: Process): number | null {
  const { signals } = process;
  if (signals.pending.length === 0) return null;
  const ready = ~signals.blocked;
  const kill = lowestPending(process, bit(Signal.SIGKILL));
  if (kill !== null || process.stopped !== null || process.wait?.kind === 'vfork') return kill;
  return lowestPending(process, ready & SYNCHRONOUS) ?? lowestPending(process, ready);
}

/** sigwait and its kind take a pending signal without a handler. */
function completeSignalWait(kernel: Kernel, process: Process): boolean {
  const { wait } = process;
  if (wait?.kind !== 'signal-wait' || process.stopped !== null) return false;
  const signal = lowestPending(process, wait.set);
  if (signal === null) return false;
  const { info } = takePending(process, signal);
  leaveQueues(kernel, process);
  if (wait.infoAddress !== 0)
    contextOf(kernel, process.pid).memory.writeBytes(wait.infoAddress, encodeInfo(signal, info));
  complete(kernel, process, signal);
  return true;
}

function stop(kernel: Kernel, process: Process, signal: number): void {
  process.stopped = { signal: nameOf(signal), told: false };
  process.continued = false;
  setState(kernel, process, 'waiting');
  tellParent(kernel, process);
  sendChildSignal(kernel, process, SignalCode.CLD_STOPPED, signal);
}

function handle(
  kernel: Kernel,
  process: Process,
  taken: PendingSignal,
  action: SignalAction & { readonly kind: 'handle' },
): void {
  const { signals } = process;
  const restoreMask = process.wait?.kind === 'signal' ? process.wait.restoreMask : null;
  const restart = (action.flags & SigactionFlag.SA_RESTART) !== 0;
  if (process.wait !== null) interruptCall(kernel, process, restart);
  pushHandler(process, contextOf(kernel, process.pid), taken, action, restoreMask);
  signals.blocked |= action.mask;
  if ((action.flags & SigactionFlag.SA_NODEFER) === 0) signals.blocked |= bit(taken.signal);
  if ((action.flags & SigactionFlag.SA_RESETHAND) !== 0)
    signals.actions[taken.signal - 1] = { kind: 'default', flags: 0, mask: 0n, restorer: 0 };
}
