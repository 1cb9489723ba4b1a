/**
 * The medium-term scheduler: where the machine's main memory is limited, whole processes are swapped out
 * to make room for the one that is about to run: first those that wait, longest first, then ready ones,
 * youngest first. Each page costs time, out and in. Shared regions and files are not counted. A process
 * larger than the memory runs all the same, alone. Leaves out: paging, and a device for the swap space.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import { contextOf, note, processOf, threadOf, threadsOf, type Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { Process } from '../processes/process';
import { recordOf } from './scheduling-record';

/** Called when a thread has been chosen and does not run yet. */
export function makeRoom(kernel: Kernel, chosen: Pid): void {
  if (kernel.mainMemoryBytes === Infinity) return;
  const process = processOf(kernel, threadOf(kernel, chosen).process);
  if (isSwapped(kernel, process)) move(kernel, process, 'in');
  let resident = 0;
  for (const other of living(kernel))
    if (!isSwapped(kernel, other)) resident += bytesOf(kernel, other);
  for (const victim of victims(kernel, process)) {
    if (resident <= kernel.mainMemoryBytes) return;
    resident -= bytesOf(kernel, victim);
    move(kernel, victim, 'out');
  }
}

function victims(kernel: Kernel, chosen: Process): Process[] {
  const { state } = kernel;
  const others = living(kernel).filter(
    (process) => process !== chosen && process.state !== 'running' && !isSwapped(kernel, process),
  );
  const since = (process: Process): number => recordOf(state, process.pid).changedNs;
  const waiting = others.filter((process) => process.state === 'waiting');
  const ready = others.filter((process) => process.state === 'ready');
  return [
    ...waiting.sort((a, b) => since(a) - since(b)),
    ...ready.sort((a, b) => since(b) - since(a)),
  ];
}

function living(kernel: Kernel): Process[] {
  return [...kernel.state.processes.values()].filter(
    (process) => process.state !== 'zombie' && process.state !== 'new',
  );
}

function isSwapped({ state }: Kernel, process: Process): boolean {
  return recordOf(state, process.pid).swapped;
}

function bytesOf(kernel: Kernel, process: Process): number {
  const [first] = threadsOf(kernel, process);
  return first === undefined ? 0 : contextOf(kernel, first.id).memory.residentBytes;
}

function move(kernel: Kernel, process: Process, direction: 'in' | 'out'): void {
  const bytes = bytesOf(kernel, process);
  recordOf(kernel.state, process.pid).swapped = direction === 'out';
  kernel.state.timeNs += Math.ceil(bytes / PAGE_SIZE) * kernel.costs.swapPageNs;
  note(kernel, process.pid, { kind: 'swapped', direction, bytes });
}
