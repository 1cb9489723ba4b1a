/** What the kernel does with the processor's traps: system calls, findings, faults. */
import { TEXT_BASE } from '../abi/address-space';
import { Errno } from '../abi/errno';
import { defaultAction, Signal } from '../abi/signals';
import { argument, type ExecutionContext } from '../vm/context';
import { studentPosition } from '../vm/stack-walk';
import type { FindingFact, Trap } from '../vm/trap';
import { displayName, needsNoKernel } from './ipc/posix-semaphores';
import { preempt } from './scheduling/dispatcher';
import { killProcess } from './processes/exit';
import { findingOf } from './findings';
import { block, finishCall, note, noteFinding, type Kernel } from './kernel';
import { pointedBefore } from './pointed-arguments';
import type { Process } from './processes/process';
import { withTime } from './processes/process-usage';
import type { Thread } from './threads/thread';
import { SignalCode } from './signals/signal-info';
import { catches, noteSignal, sendToThread } from './signals/signals';
import { cancelAtCall } from './threads/thread-cancellation';
import { systemCallTable, type SystemCallEntry } from './system-call-table';
import { bufferFinding, pointersFinding } from './memory/user-memory';

export function handleTrap(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  context: ExecutionContext,
  trap: Trap,
): void {
  switch (trap.kind) {
    case 'system-call':
      handleCall(kernel, process, thread, context, trap.number);
      return;
    case 'finding':
      noteFinding(kernel, process.pid, findingOf(trap.finding));
      return;
    case 'fault':
      handleFault(kernel, process, thread, context, trap.finding);
      return;
    case 'visible':
      thread.beforeVisible = true;
      preempt(kernel, thread, 'visible');
      return;
    case 'quantum':
      return;
  }
}

function handleCall(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  context: ExecutionContext,
  number: number,
): void {
  const { state } = kernel;
  const entry = systemCallTable.get(number);
  thread.call = number;
  const direct = needsNoKernel(kernel, process, context, number);
  if (!direct) {
    const { systemCallNs } = kernel.costs;
    state.timeNs += systemCallNs;
    process.usage = withTime(process.usage, 0, systemCallNs);
  }
  if (entry === undefined) {
    state.work += UNKNOWN_CALL_WORK;
    finishCall(kernel, thread, -Errno.ENOSYS);
    return;
  }
  if (!direct) state.work += entry.work;
  if (kernel.traceFull) noteCall(kernel, process, thread, context, entry);
  if (cancelAtCall(kernel, thread, number)) return;
  const wrong = wrongBuffer(context, entry);
  if (wrong?.fatal === true) {
    handleFault(kernel, process, thread, context, wrong);
    return;
  }
  if (wrong !== null) noteFinding(kernel, process.pid, findingOf(wrong));
  const result = entry.handler(kernel, process, context);
  if (typeof result === 'number') {
    if (entry.buffer !== undefined && result > 0) state.work += result >> 4;
    finishCall(kernel, thread, result);
  } else if (result !== 'no-return') block(kernel, thread, result);
}

const UNKNOWN_CALL_WORK = 100;

function noteCall(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  context: ExecutionContext,
  { name, argumentCount }: SystemCallEntry,
): void {
  const pointed = pointedBefore(context, thread.call, (address) =>
    displayName(kernel, process, context, address),
  );
  note(kernel, thread.id, {
    kind: 'called',
    call: name,
    args: Array.from({ length: argumentCount }, (_, k) => argument(context, k)),
    ...(pointed === null ? {} : { pointed }),
    at: studentPosition(context),
  });
}

function wrongBuffer(context: ExecutionContext, entry: SystemCallEntry): FindingFact | null {
  for (const k of entry.pointers) {
    const fact = pointersFinding(context, argument(context, k), entry.name);
    if (fact !== null) return fact;
  }
  if (entry.buffer === undefined) return null;
  const { address, byteCount, access, more = 0, most = Infinity } = entry.buffer;
  const size = argument(context, byteCount);
  if (size > most) return null;
  return bufferFinding(context, argument(context, address), more + size, access);
}

/** What a fault and its signal cost the host, in instructions. */
const FAULT_WORK = 2000;

/** An error that Linux would answer with a signal which can't be ignored or blocked. */
function handleFault(
  kernel: Kernel,
  process: Process,
  thread: Thread,
  { noted }: ExecutionContext,
  fact: FindingFact,
): void {
  kernel.state.work += FAULT_WORK;
  // A handler that returns makes the same instruction fail for ever: told once.
  if (!noted.has(fact.pc)) {
    noted.add(fact.pc);
    noteFinding(kernel, process.pid, findingOf(fact));
  }
  const name = fact.signal ?? 'SIGSEGV';
  const signal = Signal[name];
  if (catches(process, thread, signal)) {
    sendToThread(kernel, process, thread, signal, {
      kind: 'fault',
      code: faultCode(fact),
      address: fact.address ?? TEXT_BASE + 4 * fact.pc,
    });
    return;
  }
  noteSignal(kernel, process, signal, null, defaultAction(signal));
  killProcess(kernel, process, name);
}

/** si_code as sigaction(2) lists it. */
function faultCode(fact: FindingFact): number {
  if (fact.signal === 'SIGFPE') return SignalCode.FPE_INTDIV;
  if (fact.signal === 'SIGBUS') return SignalCode.BUS_ADRERR;
  return fact.kind === 'read-only' || fact.kind === 'protected-memory'
    ? SignalCode.SEGV_ACCERR
    : SignalCode.SEGV_MAPERR;
}
