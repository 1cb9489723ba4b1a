/**
 * Pointers to locals of returned functions that the student's code gives to the library. By the
 * time the library uses one, its own frames lie over that memory, so it looks accessible. But
 * student code has no honest pointer below its own frame: one among the arguments of its call dangles.
 */
import { FRAME_RECORD_BYTES, STACK_TOP, TEXT_BASE } from '../abi/address-space';
import type { ExecutionContext } from './context';
import { functionAt } from './debug-info';

/** Arguments looked at; more than any function of the library has, except the printf family. */
const ARGUMENTS_MAX = 12;

/** True for an address that is such an argument of the call that led into the library. */
export function isDangling(context: ExecutionContext, address: number): boolean {
  if (address < context.sp || address >= STACK_TOP) return false;
  const entry = libraryEntryFrame(context);
  if (entry === null) return false;
  const outgoing = entry + FRAME_RECORD_BYTES;
  if (address >= outgoing) return false;
  const { i32, stackDelta } = context.memory;
  const first = (outgoing - stackDelta) >> 2;
  for (let k = 0; k < ARGUMENTS_MAX; k++) {
    if (i32[first + 2 * k] === address && i32[first + 2 * k + 1] === 0) return true;
  }
  return false;
}

/** fp of the library function that the student's code called; null: the student's own code runs. */
function libraryEntryFrame(context: ExecutionContext): number | null {
  const { memory, image } = context;
  let { pc, fp } = context;
  if (functionAt(image, pc)?.library !== true) return null;
  for (;;) {
    const word = (fp - memory.stackDelta) >> 2;
    const saved = memory.i32[word] ?? 0;
    const returnAddress = memory.i32[word + 2] ?? 0;
    if (returnAddress <= TEXT_BASE || saved <= fp || saved > STACK_TOP) return null;
    pc = ((returnAddress - TEXT_BASE) >> 2) - 1;
    if (functionAt(image, pc)?.library === false) return fp;
    fp = saved;
  }
}
