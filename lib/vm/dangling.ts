/**
 * Pointers to locals of returned functions that the student's code gives to the library. By the
 * time the library uses one, its own frames lie over that memory, so it looks accessible. But
 * student code has no honest pointer below its own frame: one among the arguments of its call dangles.
 */
import { FRAME_RECORD_BYTES, STACK_TOP, TEXT_BASE } from '../abi/address-space';
import type { ProgramImage } from '../abi/image';
import { Opcode, OPCODES } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { functionAt, hasStudentCode } from './debug-info';

/** Arguments looked at; more than any function of the library has, except the printf family. */
const ARGUMENTS_MAX = 12;

/** True for an address that is such an argument of the call that led into the library. */
export function isDangling(context: ExecutionContext, address: number): boolean {
  if (address < context.sp || address >= STACK_TOP) return false;
  const entry = libraryEntry(context);
  if (entry === null) return false;
  const outgoing = entry.fp + FRAME_RECORD_BYTES;
  if (address >= outgoing) return false;
  const { i32, stackDelta } = context.memory;
  const first = (outgoing - stackDelta) >> 2;
  for (let k = 0; k < ARGUMENTS_MAX; k++) {
    if (i32[first + 2 * k] !== address || i32[first + 2 * k + 1] !== 0) continue;
    const slot = (outgoing - entry.callerFp) / 4;
    return isPointerArgument(context.image, entry.call, slot, k);
  }
  return false;
}

/**
 * Whether argument `k` of the call that ends at the code word `call` was set for it, all before it too, and
 * with a pointer. The first argument lies in `slot`. What lies behind the arguments are the caller's
 * temporaries, and what was left there by who used the memory before.
 */
function isPointerArgument(image: ProgramImage, call: number, slot: number, k: number): boolean {
  const { code } = image;
  const caller = functionAt(image, call);
  /** Slots by whether an instruction that makes pointers wrote them last. */
  const set = new Map<number, boolean>();
  let at = caller?.start ?? call;
  while (at < call) {
    const opcode = code[at] as number;
    const operands = OPCODES[opcode]?.operands ?? '';
    const targets = opcode === Opcode.SWITCH ? (code[at + 3] as number) : 0;
    const end = at + 1 + operands.replace('*', '').length + targets;
    if (end > call) break;
    if (calls.has(opcode)) {
      // A call leaves its result where the first argument of the next one may be.
      set.clear();
      set.set(slot, true);
    } else if (operands.startsWith('d')) set.set(code[at + 1] as number, makers.has(opcode));
    at = end;
  }
  for (let before = 0; before < k; before++) if (!set.has(slot + 2 * before)) return false;
  return set.get(slot + 2 * k) === true;
}

/** What a pointer in an argument is made with: copied, loaded, returned, or an address reckoned. */
const makers: ReadonlySet<number> = new Set([
  Opcode.MOV64,
  Opcode.MOVI64,
  Opcode.LEA,
  Opcode.PADD,
  Opcode.PADD64,
  Opcode.ADDI64,
  Opcode.ADD64,
  Opcode.LD64,
  Opcode.LDG64,
  Opcode.LDX64,
  Opcode.LDY64,
  Opcode.GRES64,
]);

const calls: ReadonlySet<number> = new Set([Opcode.CALL, Opcode.CALLR, Opcode.SYS, Opcode.INTR]);

interface LibraryEntry {
  /** Of the library function that the student's code called. */
  readonly fp: number;
  readonly callerFp: number;
  /** Last word of the calling instruction. */
  readonly call: number;
}

/** null: the student's own code runs. */
function libraryEntry(context: ExecutionContext): LibraryEntry | null {
  const { memory, image } = context;
  if (!hasStudentCode(image)) return null;
  let { pc, fp } = context;
  if (functionAt(image, pc)?.library !== true) return null;
  for (;;) {
    const word = (fp - memory.stackDelta) >> 2;
    const saved = memory.i32[word] ?? 0;
    const returnAddress = memory.i32[word + 2] ?? 0;
    if (returnAddress <= TEXT_BASE || saved <= fp || saved > STACK_TOP) return null;
    pc = ((returnAddress - TEXT_BASE) >> 2) - 1;
    if (functionAt(image, pc)?.library === false) return { fp, callerFp: saved, call: pc };
    fp = saved;
  }
}
