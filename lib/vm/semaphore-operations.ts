/**
 * POSIX semaphores without the kernel, as glibc has them: taking a unit that is there, and giving one
 * back that nobody waits for, is one change of the program's memory. The call of the library is SYS as
 * ever, and one operation for explorers and traces; only where the kernel says that nobody waits and
 * nobody looks (`directSemaphores`) is it done without a trap. Leaves out: everything that blocks,
 * wakes, fails or concerns the kernel's tables.
 */
import { ARGUMENTS_LIMIT } from '../abi/address-space';
import { SystemCall } from '../abi/system-calls';
import type { ProcessMemory } from './memory';

export const SEM_VALUE_MAX = 2_147_483_647;

const { sem_wait: WAIT, sem_trywait: TRY_WAIT, sem_post: POST } = SystemCall;

/** Does the call whose arguments lie at `sp`, or changes nothing. Never replaces the flat buffer. */
export function operateSemaphore(memory: ProcessMemory, call: number, sp: number): boolean {
  const change = call === WAIT || call === TRY_WAIT ? -1 : call === POST ? 1 : 0;
  if (change === 0) return false;
  const { i32 } = memory;
  const slot = (sp - memory.stackDelta) >> 2;
  const address = i32[slot] as number;
  if (((i32[(slot + 1) | 0] as number) | (address & -2147483645)) !== 0) return false;
  let flat = -1;
  if (address >= memory.layout.dataBase && address < memory.lowEnd)
    flat = address - memory.lowDelta;
  else if (address >= sp && address < ARGUMENTS_LIMIT) flat = address - memory.stackDelta;
  if (flat < 0) {
    if (!inMapping(memory, address, change)) return false;
  } else {
    const value = i32[flat >> 2] as number;
    if (!suits(value, change)) return false;
    i32[flat >> 2] = value + change;
    memory.markWritten(flat, 4);
  }
  i32[slot] = 0;
  return true;
}

function suits(value: number, change: number): boolean {
  return change < 0 ? value > 0 : value !== SEM_VALUE_MAX;
}

function inMapping(memory: ProcessMemory, address: number, change: number): boolean {
  if (memory.mappingAt(address) === null) return false;
  const value = memory.readInt32(address);
  return value !== null && suits(value, change) && memory.writeInt32(address, value + change);
}
