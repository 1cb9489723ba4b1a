/**
 * The processor: a switch interpreter over typed arrays. The loop runs the usual case of each
 * instruction; what is rare, or has to be explained, or concerns somebody else (system calls,
 * intrinsics, shared mappings, redzones, faults, overflow) leaves the switch by `break`, with nothing
 * changed before, and is done by rare-instructions/ or, if that can't, by slow-path.ts. So the
 * usual case has no calls out and no allocation, and state lives in local variables.
 *
 * Longer than other files because it has to be one function: a call an instruction would cost more
 * than most instructions. Labels are numeric literals so that every bundler leaves a jump table;
 * opcode-labels.test.ts holds them against abi/opcodes.
 *
 * Frames are written without marking pages dirty: `execute` marks the live stack when it starts
 * and ENTER marks what it adds; a snapshot compares a marked page before it copies it.
 */
import { ARGUMENTS_LIMIT, PAGE_SIZE, TEXT_BASE } from '../abi/address-space';
import { stackFloorOf, type ExecutionContext } from './context';
import { executeMapped } from './mapped-access';
import { executeRare } from './rare-instructions/execute';
import { FRAME_RECORD_SHADOW } from './shadow';
import { executeSlowly, STACK_MARGIN_BYTES } from './slow-path';
import type { Trap } from './trap';
import { executeInParts } from './partial-copies';
import { isVisible } from './visible';

/** When to stop besides traps: part of `execute`'s contract with explorers. */
export const RunMode = {
  /** Run through visible operations. */
  free: 0,
  /** Stop before the next visible operation, even if it is the first instruction. */
  untilVisible: 1,
  /**
   * Perform one visible operation (it may be the first instruction), then stop before the next.
   * If the one is a system call, its trap ends this execution: go on with `untilVisible`.
   */
  throughVisible: 2,
} as const;
export type RunMode = (typeof RunMode)[keyof typeof RunMode];

const QUANTUM: Trap = { kind: 'quantum' };
/** Instructions are counted in slices that fit a small integer of any engine. */
const SLICE = 0x3fff_ffff;
const VISIBLE: Trap = { kind: 'visible' };

/**
 * Runs at most `instructionsMax` instructions; adds what it ran to `context.instructions`.
 * An intrinsic counts for its work and may overrun the limit by it. `threaded`: the process has other
 * threads, so that each access to its memory is a visible operation. `direct`: nobody waits for a POSIX
 * semaphore, and who runs freely need not trap to operate one.
 */
export function execute(
  context: ExecutionContext,
  instructionsMax: number,
  mode: RunMode = RunMode.free,
  threaded = false,
  direct = false,
): Trap {
  const { memory } = context;
  const { code } = context.image;
  memory.materialize();
  memory.closeWindow();
  memory.directSemaphores = direct && mode === RunMode.free;
  const { top: stackTop } = context.stack;
  if (context.sp < stackTop) {
    memory.markDirty(context.sp - memory.stackDelta, stackTop - context.sp);
  }
  let pc = context.pc | 0;
  let sp = context.sp | 0;
  let fp = context.fp | 0;
  let remaining = instructionsMax;
  if (remaining <= 0) return QUANTUM;
  /** The loop's usual cases hold visible operations: then it is left after each instruction. */
  const singly = threaded && mode !== RunMode.free;
  const slice = singly ? 1 : SLICE;
  let left = Math.min(remaining, slice) | 0;
  let counted = left;
  let runMode: RunMode = mode;

  // Once at the start and after each slow instruction, which may have replaced the flat buffer.
  for (;;) {
    let visible = false;
    if (singly && isVisible(context, true)) {
      if (runMode === RunMode.untilVisible) return VISIBLE;
      runMode = RunMode.untilVisible;
      visible = true;
    }
    const { u8, i32, f64, shadow, shadow16, dirty } = memory;
    const stackDelta = memory.stackDelta | 0;
    /** Flat index below which no frame may end: the buffer's beginning, or another thread's stack. */
    const stackMargin = (Math.max(0, stackFloorOf(context) - stackDelta) + STACK_MARGIN_BYTES) | 0;
    const lowDelta = memory.lowDelta | 0;
    const lowBase = memory.layout.lowBase | 0;
    const dataBase = memory.layout.dataBase | 0;
    const lowBytes = (memory.lowEnd - lowBase) | 0;
    const dataBytes = (memory.lowEnd - dataBase) | 0;
    /** Word index of the frame: slot d is i32[fpw + d]. */
    let fpw = (fp - stackDelta) >> 2;
    let slow = false;

    do {
      left = (left - 1) | 0;
      switch (code[pc] as number) {
        case 1: // NOP
          pc = (pc + 1) | 0;
          continue;
        case 2: // MOV32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[
            (fpw + (code[(pc + 2) | 0] as number)) | 0
          ] as number;
          pc = (pc + 3) | 0;
          continue;
        case 3: {
          // MOV64
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const h = i32[(a + 1) | 0] as number;
          i32[d] = i32[a] as number;
          i32[(d + 1) | 0] = h;
          pc = (pc + 3) | 0;
          continue;
        }
        case 4: // MOVI32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = code[(pc + 2) | 0] as number;
          pc = (pc + 3) | 0;
          continue;
        case 5: {
          // MOVI64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = code[(pc + 2) | 0] as number;
          i32[(d + 1) | 0] = code[(pc + 3) | 0] as number;
          pc = (pc + 4) | 0;
          continue;
        }
        case 6: // ADD32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            ((i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) +
              (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)) |
            0;
          pc = (pc + 4) | 0;
          continue;
        case 7: // SUB32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            ((i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) -
              (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)) |
            0;
          pc = (pc + 4) | 0;
          continue;
        case 8: // MUL32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = Math.imul(
            i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number,
            i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number,
          );
          pc = (pc + 4) | 0;
          continue;
        case 9: {
          // ADDS32
          const a = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          const b = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          const r = (a + b) | 0;
          if (((a ^ r) & (b ^ r)) < 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 10: {
          // SUBS32
          const a = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          const b = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          const r = (a - b) | 0;
          if (((a ^ b) & (a ^ r)) < 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 11: {
          // MULS32
          const r =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) *
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number);
          if ((r | 0) !== r) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 12: {
          // DIVS32
          const a = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          const b = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          if (b === 0 || (b === -1 && a === -2147483648)) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = (a / b) | 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 13: {
          // DIVU32
          const b = (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number) >>> 0;
          if (b === 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (((i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0) / b) | 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 14: {
          // REMS32
          const a = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          const b = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          if (b === 0 || (b === -1 && a === -2147483648)) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = (a % b) | 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 15: {
          // REMU32
          const b = (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number) >>> 0;
          if (b === 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (((i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0) % b) | 0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 16: // AND32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) &
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number);
          pc = (pc + 4) | 0;
          continue;
        case 17: // OR32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) |
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number);
          pc = (pc + 4) | 0;
          continue;
        case 18: // XOR32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) ^
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number);
          pc = (pc + 4) | 0;
          continue;
        case 19: {
          // SHL32
          const n = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          if (n >>> 0 > 31) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) << n;
          pc = (pc + 4) | 0;
          continue;
        }
        case 20: {
          // SHRS32
          const n = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          if (n >>> 0 > 31) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >> n;
          pc = (pc + 4) | 0;
          continue;
        }
        case 21: {
          // SHRU32
          const n = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          if (n >>> 0 > 31) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> n;
          pc = (pc + 4) | 0;
          continue;
        }
        case 22: // ADDI32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            ((i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) +
              (code[(pc + 3) | 0] as number)) |
            0;
          pc = (pc + 4) | 0;
          continue;
        case 23: {
          // ADDSI32
          const a = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          const b = code[(pc + 3) | 0] as number;
          const r = (a + b) | 0;
          if (((a ^ r) & (b ^ r)) < 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 24: // MULI32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = Math.imul(
            i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number,
            code[(pc + 3) | 0] as number,
          );
          pc = (pc + 4) | 0;
          continue;
        case 25: {
          // MULSI32
          const r =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) *
            (code[(pc + 3) | 0] as number);
          if ((r | 0) !== r) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 26: // ANDI32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) &
            (code[(pc + 3) | 0] as number);
          pc = (pc + 4) | 0;
          continue;
        case 27: // SHLI32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) <<
            (code[(pc + 3) | 0] as number);
          pc = (pc + 4) | 0;
          continue;
        case 28: // SHRSI32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>
            (code[(pc + 3) | 0] as number);
          pc = (pc + 4) | 0;
          continue;
        case 29: // SHRUI32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>>
            (code[(pc + 3) | 0] as number);
          pc = (pc + 4) | 0;
          continue;
        case 30: // NEG32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            -(i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) | 0;
          pc = (pc + 3) | 0;
          continue;
        case 31: // NOT32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ~(i32[
            (fpw + (code[(pc + 2) | 0] as number)) | 0
          ] as number);
          pc = (pc + 3) | 0;
          continue;
        case 32: {
          // ADD64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const bh = i32[(b + 1) | 0] as number;
          const lo = (al + (i32[b] as number)) | 0;
          const hi = (ah + bh + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          i32[d] = lo;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 33: {
          // SUB64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const bl = i32[b] as number;
          const bh = i32[(b + 1) | 0] as number;
          const hi = (ah - bh - (al >>> 0 < bl >>> 0 ? 1 : 0)) | 0;
          i32[d] = (al - bl) | 0;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 34: {
          // MUL64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const bl = i32[b] as number;
          const bh = i32[(b + 1) | 0] as number;
          const a0 = al & 0xffff;
          const a1 = al >>> 16;
          const b0 = bl & 0xffff;
          const b1 = bl >>> 16;
          const p = Math.imul(a0, b0);
          const t = (Math.imul(a1, b0) >>> 0) + (p >>> 16);
          const u = (Math.imul(a0, b1) >>> 0) + (t & 0xffff);
          i32[d] = (u << 16) | (p & 0xffff);
          i32[(d + 1) | 0] =
            (Math.imul(a1, b1) + (t >>> 16) + (u >>> 16) + Math.imul(al, bh) + Math.imul(ah, bl)) |
            0;
          pc = (pc + 4) | 0;
          continue;
        }
        case 35: {
          // ADDS64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const bh = i32[(b + 1) | 0] as number;
          const lo = (al + (i32[b] as number)) | 0;
          const hi = (ah + bh + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          if (((ah ^ hi) & (bh ^ hi)) < 0) break;
          i32[d] = lo;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 36: {
          // SUBS64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const bl = i32[b] as number;
          const bh = i32[(b + 1) | 0] as number;
          const hi = (ah - bh - (al >>> 0 < bl >>> 0 ? 1 : 0)) | 0;
          if (((ah ^ bh) & (ah ^ hi)) < 0) break;
          i32[d] = (al - bl) | 0;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 37: {
          // MULS64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const bl = i32[b] as number;
          const bh = i32[(b + 1) | 0] as number;
          if (ah !== al >> 31 || bh !== bl >> 31) break;
          const r = al * bl;
          if (r > 9007199254740992 || r < -9007199254740992) break;
          i32[d] = r | 0;
          i32[(d + 1) | 0] = Math.floor(r / 4294967296);
          pc = (pc + 4) | 0;
          continue;
        }
        case 42: {
          // AND64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const hi = (i32[(a + 1) | 0] as number) & (i32[(b + 1) | 0] as number);
          i32[d] = (i32[a] as number) & (i32[b] as number);
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 43: {
          // OR64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const hi = (i32[(a + 1) | 0] as number) | (i32[(b + 1) | 0] as number);
          i32[d] = (i32[a] as number) | (i32[b] as number);
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 44: {
          // XOR64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const hi = (i32[(a + 1) | 0] as number) ^ (i32[(b + 1) | 0] as number);
          i32[d] = (i32[a] as number) ^ (i32[b] as number);
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 45: {
          // SHL64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const n = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          if (n >>> 0 > 63) break;
          const lo = i32[a] as number;
          const hi = i32[(a + 1) | 0] as number;
          if (n === 0) {
            i32[d] = lo;
            i32[(d + 1) | 0] = hi;
          } else if (n < 32) {
            i32[d] = lo << n;
            i32[(d + 1) | 0] = (hi << n) | (lo >>> (32 - n));
          } else {
            i32[d] = 0;
            i32[(d + 1) | 0] = lo << (n - 32);
          }
          pc = (pc + 4) | 0;
          continue;
        }
        case 47: {
          // SHRU64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const n = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          if (n >>> 0 > 63) break;
          const lo = i32[a] as number;
          const hi = i32[(a + 1) | 0] as number;
          if (n === 0) {
            i32[d] = lo;
            i32[(d + 1) | 0] = hi;
          } else if (n < 32) {
            i32[d] = (lo >>> n) | (hi << (32 - n));
            i32[(d + 1) | 0] = hi >>> n;
          } else {
            i32[d] = hi >>> (n - 32);
            i32[(d + 1) | 0] = 0;
          }
          pc = (pc + 4) | 0;
          continue;
        }
        case 48: {
          // ADDI64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = code[(pc + 3) | 0] as number;
          const al = i32[a] as number;
          const lo = (al + b) | 0;
          const hi = ((i32[(a + 1) | 0] as number) + (b >> 31) + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          i32[d] = lo;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 49: {
          // ADDSI64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = code[(pc + 3) | 0] as number;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const lo = (al + b) | 0;
          const bh = b >> 31;
          const hi = (ah + bh + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          if (((ah ^ hi) & (bh ^ hi)) < 0) break;
          i32[d] = lo;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 52: // EQ32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) ===
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 53: // NE32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) !==
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 54: // LTS32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) <
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 55: // LES32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) <=
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 56: // LTU32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0 <
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number) >>> 0
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 57: // LEU32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0 <=
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number) >>> 0
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 68: // EQF64
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) ===
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 69: // NEF64
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) !==
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 70: // LTF64
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) <
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 71: // LEF64
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) <=
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number)
              ? 1
              : 0;
          pc = (pc + 4) | 0;
          continue;
        case 72: // JMP
          pc = code[(pc + 1) | 0] as number;
          continue;
        case 73: // JZ32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) === 0
              ? (code[(pc + 2) | 0] as number)
              : (pc + 3) | 0;
          continue;
        case 74: // JNZ32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) !== 0
              ? (code[(pc + 2) | 0] as number)
              : (pc + 3) | 0;
          continue;
        case 75: {
          // JZ64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          pc =
            ((i32[a] as number) | (i32[(a + 1) | 0] as number)) === 0
              ? (code[(pc + 2) | 0] as number)
              : (pc + 3) | 0;
          continue;
        }
        case 76: {
          // JNZ64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          pc =
            ((i32[a] as number) | (i32[(a + 1) | 0] as number)) !== 0
              ? (code[(pc + 2) | 0] as number)
              : (pc + 3) | 0;
          continue;
        }
        case 77: // JEQ32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) ===
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 78: // JNE32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) !==
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 79: // JLTS32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) <
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 80: // JLES32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) <=
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 81: // JLTU32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) >>> 0 <
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 82: // JLEU32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) >>> 0 <=
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) >>> 0
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 83: // JEQI32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) ===
            (code[(pc + 2) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 84: // JNEI32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) !==
            (code[(pc + 2) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 85: // JLTSI32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) <
            (code[(pc + 2) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 86: // JLESI32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) <=
            (code[(pc + 2) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 87: // JGTSI32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) >
            (code[(pc + 2) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 88: // JGESI32
          pc =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) >=
            (code[(pc + 2) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        case 89: {
          // JEQ64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          pc =
            (i32[a] as number) === (i32[b] as number) &&
            (i32[(a + 1) | 0] as number) === (i32[(b + 1) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        }
        case 90: {
          // JNE64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          pc =
            (i32[a] as number) !== (i32[b] as number) ||
            (i32[(a + 1) | 0] as number) !== (i32[(b + 1) | 0] as number)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        }
        case 91: {
          // JLTS64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const ah = i32[(a + 1) | 0] as number;
          const bh = i32[(b + 1) | 0] as number;
          pc =
            ah < bh || (ah === bh && (i32[a] as number) >>> 0 < (i32[b] as number) >>> 0)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        }
        case 92: {
          // JLES64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const ah = i32[(a + 1) | 0] as number;
          const bh = i32[(b + 1) | 0] as number;
          pc =
            ah < bh || (ah === bh && (i32[a] as number) >>> 0 <= (i32[b] as number) >>> 0)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        }
        case 93: {
          // JLTU64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const ah = i32[(a + 1) | 0] as number;
          const bh = i32[(b + 1) | 0] as number;
          pc =
            ah >>> 0 < bh >>> 0 ||
            (ah === bh && (i32[a] as number) >>> 0 < (i32[b] as number) >>> 0)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        }
        case 94: {
          // JLEU64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const ah = i32[(a + 1) | 0] as number;
          const bh = i32[(b + 1) | 0] as number;
          pc =
            ah >>> 0 < bh >>> 0 ||
            (ah === bh && (i32[a] as number) >>> 0 <= (i32[b] as number) >>> 0)
              ? (code[(pc + 3) | 0] as number)
              : (pc + 4) | 0;
          continue;
        }
        case 95: {
          // SWITCH
          const k =
            (i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number) -
            (code[(pc + 2) | 0] as number);
          pc =
            k >= 0 && k < (code[(pc + 3) | 0] as number)
              ? (code[(pc + 5 + k) | 0] as number)
              : (code[(pc + 4) | 0] as number);
          continue;
        }
        case 96: // SX8
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            ((i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) << 24) >> 24;
          pc = (pc + 3) | 0;
          continue;
        case 97: // SX16
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            ((i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) << 16) >> 16;
          pc = (pc + 3) | 0;
          continue;
        case 98: // ZX8
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) & 0xff;
          pc = (pc + 3) | 0;
          continue;
        case 99: // ZX16
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) & 0xffff;
          pc = (pc + 3) | 0;
          continue;
        case 100: {
          // SX64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const v = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          i32[d] = v;
          i32[(d + 1) | 0] = v >> 31;
          pc = (pc + 3) | 0;
          continue;
        }
        case 101: {
          // ZX64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          i32[(d + 1) | 0] = 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 102: // NEZ32
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            (i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number) !== 0 ? 1 : 0;
          pc = (pc + 3) | 0;
          continue;
        case 103: {
          // NEZ64
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] =
            ((i32[a] as number) | (i32[(a + 1) | 0] as number)) !== 0 ? 1 : 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 111: {
          // ADDF64
          const r =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) +
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number);
          if (r !== r) break;
          f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 112: {
          // SUBF64
          const r =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) -
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number);
          if (r !== r) break;
          f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 113: {
          // MULF64
          const r =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) *
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number);
          if (r !== r) break;
          f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 114: {
          // DIVF64
          const r =
            (f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number) /
            (f64[(fpw + (code[(pc + 3) | 0] as number)) >> 1] as number);
          if (r !== r) break;
          f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] = r;
          pc = (pc + 4) | 0;
          continue;
        }
        case 116: // S32_F64
          f64[(fpw + (code[(pc + 1) | 0] as number)) >> 1] = i32[
            (fpw + (code[(pc + 2) | 0] as number)) | 0
          ] as number;
          pc = (pc + 3) | 0;
          continue;
        case 124: {
          // F64_S32
          const v = f64[(fpw + (code[(pc + 2) | 0] as number)) >> 1] as number;
          if (!(v > -2147483649 && v < 2147483648)) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = v | 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 130: {
          // LEA
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = fp + (code[(pc + 2) | 0] as number);
          i32[(d + 1) | 0] = 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 131: {
          // PADD
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const al = i32[a] as number;
          const offset =
            (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number) *
            (code[(pc + 4) | 0] as number);
          const low = offset | 0;
          if (low !== offset) break;
          const lo = (al + low) | 0;
          const hi =
            ((i32[(a + 1) | 0] as number) + (low >> 31) + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          i32[d] = lo;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 5) | 0;
          continue;
        }
        case 132: {
          // PADD64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const al = i32[a] as number;
          const bl = i32[b] as number;
          const offset = bl * (code[(pc + 4) | 0] as number);
          const low = offset | 0;
          if (low !== offset || (i32[(b + 1) | 0] as number) !== bl >> 31) break;
          const lo = (al + low) | 0;
          const hi =
            ((i32[(a + 1) | 0] as number) + (low >> 31) + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          i32[d] = lo;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 5) | 0;
          continue;
        }
        case 134: {
          // LD8S
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
          if ((i32[(a + 1) | 0] as number) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
          pc = (pc + 4) | 0;
          continue;
        }
        case 135: {
          // LD8U
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
          if ((i32[(a + 1) | 0] as number) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
          pc = (pc + 4) | 0;
          continue;
        }
        case 138: {
          // LD32
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
          if ((i32[(a + 1) | 0] as number) !== 0 || (p & 3) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[f >> 2] as number;
          pc = (pc + 4) | 0;
          continue;
        }
        case 139: {
          // LD64
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const p = ((i32[a] as number) + (code[(pc + 3) | 0] as number)) | 0;
          if ((i32[(a + 1) | 0] as number) !== 0 || (p & 7) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = i32[f >> 2] as number;
          i32[(d + 1) | 0] = i32[((f >> 2) + 1) | 0] as number;
          pc = (pc + 4) | 0;
          continue;
        }
        case 140: {
          // ST8
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const p = ((i32[a] as number) + (code[(pc + 2) | 0] as number)) | 0;
          if ((i32[(a + 1) | 0] as number) !== 0) break;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          u8[f] = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          pc = (pc + 4) | 0;
          continue;
        }
        case 142: {
          // ST32
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const p = ((i32[a] as number) + (code[(pc + 2) | 0] as number)) | 0;
          if ((i32[(a + 1) | 0] as number) !== 0 || (p & 3) !== 0) break;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          i32[f >> 2] = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          pc = (pc + 4) | 0;
          continue;
        }
        case 143: {
          // ST64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const p = ((i32[a] as number) + (code[(pc + 2) | 0] as number)) | 0;
          if ((i32[(a + 1) | 0] as number) !== 0 || (p & 7) !== 0) break;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          i32[f >> 2] = i32[b] as number;
          i32[((f >> 2) + 1) | 0] = i32[(b + 1) | 0] as number;
          pc = (pc + 4) | 0;
          continue;
        }
        case 144: {
          // LDG8S
          const f = (code[(pc + 2) | 0] as number) - lowDelta;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
          pc = (pc + 3) | 0;
          continue;
        }
        case 145: {
          // LDG8U
          const f = (code[(pc + 2) | 0] as number) - lowDelta;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 148: {
          // LDG32
          const f = (code[(pc + 2) | 0] as number) - lowDelta;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[f >> 2] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 149: {
          // LDG64
          const f = ((code[(pc + 2) | 0] as number) - lowDelta) >> 2;
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = i32[f] as number;
          i32[(d + 1) | 0] = i32[(f + 1) | 0] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 150: {
          // STG8
          const f = (code[(pc + 1) | 0] as number) - lowDelta;
          dirty[f >> 12] = 1;
          u8[f] = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 152: {
          // STG32
          const f = (code[(pc + 1) | 0] as number) - lowDelta;
          dirty[f >> 12] = 1;
          i32[f >> 2] = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 153: {
          // STG64
          const f = (code[(pc + 1) | 0] as number) - lowDelta;
          dirty[f >> 12] = 1;
          const b = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          i32[f >> 2] = i32[b] as number;
          i32[((f >> 2) + 1) | 0] = i32[(b + 1) | 0] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 154: {
          // LDL8S
          const f = (fpw << 2) + (code[(pc + 2) | 0] as number);
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
          pc = (pc + 3) | 0;
          continue;
        }
        case 155: {
          // LDL8U
          const f = (fpw << 2) + (code[(pc + 2) | 0] as number);
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 158: {
          // STL8
          const f = (fpw << 2) + (code[(pc + 1) | 0] as number);
          u8[f] = i32[(fpw + (code[(pc + 2) | 0] as number)) | 0] as number;
          pc = (pc + 3) | 0;
          continue;
        }
        case 162: {
          // CALL
          const f = (sp - 16 - stackDelta) | 0;
          const w = f >> 2;
          i32[w] = fp;
          i32[(w + 1) | 0] = 0;
          i32[(w + 2) | 0] = (TEXT_BASE + ((pc + 2) << 2)) | 0;
          i32[(w + 3) | 0] = 0;
          shadow16[f >> 4] = FRAME_RECORD_SHADOW;
          sp = (sp - 16) | 0;
          fp = sp;
          fpw = w;
          pc = code[(pc + 1) | 0] as number;
          // ENTER, which every function begins with, as part of the same instruction. If the
          // stack has to grow it is left to ENTER itself, and not counted again.
          const n = code[(pc + 1) | 0] as number;
          const low = (f - n) | 0;
          if (low < stackMargin || n > PAGE_SIZE) {
            left = (left + 1) | 0;
            continue;
          }
          dirty[low >> 12] = 1;
          dirty[(low + n) >> 12] = 1;
          sp = (fp - n) | 0;
          pc = (pc + 2) | 0;
          continue;
        }
        case 164: {
          // ENTER
          const n = code[(pc + 1) | 0] as number;
          const f = (fp - n - stackDelta) | 0;
          if (f < stackMargin || n > PAGE_SIZE) break;
          dirty[f >> 12] = 1;
          dirty[(f + n) >> 12] = 1;
          sp = (fp - n) | 0;
          pc = (pc + 2) | 0;
          continue;
        }
        case 165: {
          // RET
          shadow16[fpw >> 2] = 0;
          sp = (fp + 16) | 0;
          const returnTo = i32[(fpw + 2) | 0] as number;
          fp = i32[fpw] as number;
          fpw = (fp - stackDelta) >> 2;
          pc = (returnTo - TEXT_BASE) >> 2;
          continue;
        }
        case 166: {
          // RET32
          i32[(fpw + 4) | 0] = i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number;
          shadow16[fpw >> 2] = 0;
          sp = (fp + 16) | 0;
          const returnTo = i32[(fpw + 2) | 0] as number;
          fp = i32[fpw] as number;
          fpw = (fp - stackDelta) >> 2;
          pc = (returnTo - TEXT_BASE) >> 2;
          continue;
        }
        case 167: {
          // RET64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[(fpw + 4) | 0] = i32[a] as number;
          i32[(fpw + 5) | 0] = i32[(a + 1) | 0] as number;
          shadow16[fpw >> 2] = 0;
          sp = (fp + 16) | 0;
          const returnTo = i32[(fpw + 2) | 0] as number;
          fp = i32[fpw] as number;
          fpw = (fp - stackDelta) >> 2;
          pc = (returnTo - TEXT_BASE) >> 2;
          continue;
        }
        case 177: {
          // LDX8S
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
          pc = (pc + 6) | 0;
          continue;
        }
        case 178: {
          // LDX8U
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 181: {
          // LDX32
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          if ((p & 3) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[f >> 2] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 182: {
          // LDX64
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          if ((p & 7) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = i32[f >> 2] as number;
          i32[(d + 1) | 0] = i32[((f >> 2) + 1) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 183: {
          // STX8
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728) break;
          const p =
            (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) |
            0;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          u8[f] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 185: {
          // STX32
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728) break;
          const p =
            (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) |
            0;
          if ((p & 3) !== 0) break;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          i32[f >> 2] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 186: {
          // STX64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728) break;
          const p =
            (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) |
            0;
          if ((p & 7) !== 0) break;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          const c = (fpw + (code[(pc + 5) | 0] as number)) | 0;
          i32[f >> 2] = i32[c] as number;
          i32[((f >> 2) + 1) | 0] = i32[(c + 1) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 187: {
          // LDY8S
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = ((u8[f] as number) << 24) >> 24;
          pc = (pc + 6) | 0;
          continue;
        }
        case 188: {
          // LDY8U
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = u8[f] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 191: {
          // LDY32
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          if ((p & 3) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] = i32[f >> 2] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 192: {
          // LDY64
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
          const p =
            (start + Math.imul(k, code[(pc + 4) | 0] as number) + (code[(pc + 5) | 0] as number)) |
            0;
          if ((p & 7) !== 0) break;
          let f: number;
          if ((p - lowBase) >>> 0 < lowBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = i32[f >> 2] as number;
          i32[(d + 1) | 0] = i32[((f >> 2) + 1) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 193: {
          // STY8
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
          const p =
            (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) |
            0;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          u8[f] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 195: {
          // STY32
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
          const p =
            (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) |
            0;
          if ((p & 3) !== 0) break;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          i32[f >> 2] = i32[(fpw + (code[(pc + 5) | 0] as number)) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 196: {
          // STY64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const x = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const start = i32[a] as number;
          const k = i32[x] as number;
          if (((i32[(a + 1) | 0] as number) | (start & -2147483648)) !== 0) break;
          if ((k + 67108864) >>> 0 >= 134217728 || (i32[(x + 1) | 0] as number) !== k >> 31) break;
          const p =
            (start + Math.imul(k, code[(pc + 3) | 0] as number) + (code[(pc + 4) | 0] as number)) |
            0;
          if ((p & 7) !== 0) break;
          let f: number;
          if ((p - dataBase) >>> 0 < dataBytes) f = (p - lowDelta) | 0;
          else if (p >= sp && p < ARGUMENTS_LIMIT) f = (p - stackDelta) | 0;
          else break;
          if (shadow[f >> 3] !== 0) break;
          dirty[f >> 12] = 1;
          const c = (fpw + (code[(pc + 5) | 0] as number)) | 0;
          i32[f >> 2] = i32[c] as number;
          i32[((f >> 2) + 1) | 0] = i32[(c + 1) | 0] as number;
          pc = (pc + 6) | 0;
          continue;
        }
        case 197: {
          // ADDJLTSI32
          const w = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = i32[w] as number;
          const k = code[(pc + 2) | 0] as number;
          const r = (a + k) | 0;
          if (((a ^ r) & (k ^ r)) < 0) break;
          i32[w] = r;
          pc = r < (code[(pc + 3) | 0] as number) ? (code[(pc + 4) | 0] as number) : (pc + 5) | 0;
          continue;
        }
        case 198: {
          // ADDJLESI32
          const w = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = i32[w] as number;
          const k = code[(pc + 2) | 0] as number;
          const r = (a + k) | 0;
          if (((a ^ r) & (k ^ r)) < 0) break;
          i32[w] = r;
          pc = r <= (code[(pc + 3) | 0] as number) ? (code[(pc + 4) | 0] as number) : (pc + 5) | 0;
          continue;
        }
        case 199: {
          // ADDJGTSI32
          const w = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = i32[w] as number;
          const k = code[(pc + 2) | 0] as number;
          const r = (a + k) | 0;
          if (((a ^ r) & (k ^ r)) < 0) break;
          i32[w] = r;
          pc = r > (code[(pc + 3) | 0] as number) ? (code[(pc + 4) | 0] as number) : (pc + 5) | 0;
          continue;
        }
        case 200: {
          // ADDJGESI32
          const w = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = i32[w] as number;
          const k = code[(pc + 2) | 0] as number;
          const r = (a + k) | 0;
          if (((a ^ r) & (k ^ r)) < 0) break;
          i32[w] = r;
          pc = r >= (code[(pc + 3) | 0] as number) ? (code[(pc + 4) | 0] as number) : (pc + 5) | 0;
          continue;
        }
        case 201: {
          // ADDJLTS32
          const w = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = i32[w] as number;
          const k = code[(pc + 2) | 0] as number;
          const r = (a + k) | 0;
          if (((a ^ r) & (k ^ r)) < 0) break;
          i32[w] = r;
          pc =
            r < (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
              ? (code[(pc + 4) | 0] as number)
              : (pc + 5) | 0;
          continue;
        }
        case 202: {
          // ADDJLES32
          const w = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = i32[w] as number;
          const k = code[(pc + 2) | 0] as number;
          const r = (a + k) | 0;
          if (((a ^ r) & (k ^ r)) < 0) break;
          i32[w] = r;
          pc =
            r <= (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number)
              ? (code[(pc + 4) | 0] as number)
              : (pc + 5) | 0;
          continue;
        }
        case 203: {
          // ADDJLTU32
          const w = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const r = ((i32[w] as number) + (code[(pc + 2) | 0] as number)) | 0;
          i32[w] = r;
          pc =
            r >>> 0 < (i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number) >>> 0
              ? (code[(pc + 4) | 0] as number)
              : (pc + 5) | 0;
          continue;
        }
        case 204: {
          // ADDJLTS64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const k = code[(pc + 2) | 0] as number;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const lo = (al + k) | 0;
          const kh = k >> 31;
          const hi = (ah + kh + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          if (((ah ^ hi) & (kh ^ hi)) < 0) break;
          i32[a] = lo;
          i32[(a + 1) | 0] = hi;
          const bh = i32[(b + 1) | 0] as number;
          pc =
            hi < bh || (hi === bh && lo >>> 0 < (i32[b] as number) >>> 0)
              ? (code[(pc + 4) | 0] as number)
              : (pc + 5) | 0;
          continue;
        }
        case 205: {
          // ADDJLTU64
          const a = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const b = (fpw + (code[(pc + 3) | 0] as number)) | 0;
          const k = code[(pc + 2) | 0] as number;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const lo = (al + k) | 0;
          const kh = k >> 31;
          const hi = (ah + kh + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          i32[a] = lo;
          i32[(a + 1) | 0] = hi;
          const bh = i32[(b + 1) | 0] as number;
          pc =
            hi >>> 0 < bh >>> 0 || (hi === bh && lo >>> 0 < (i32[b] as number) >>> 0)
              ? (code[(pc + 4) | 0] as number)
              : (pc + 5) | 0;
          continue;
        }
        case 206: {
          // ADDSX64
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          const a = (fpw + (code[(pc + 2) | 0] as number)) | 0;
          const b = i32[(fpw + (code[(pc + 3) | 0] as number)) | 0] as number;
          const al = i32[a] as number;
          const ah = i32[(a + 1) | 0] as number;
          const lo = (al + b) | 0;
          const bh = b >> 31;
          const hi = (ah + bh + (lo >>> 0 < al >>> 0 ? 1 : 0)) | 0;
          if (((ah ^ hi) & (bh ^ hi)) < 0) break;
          i32[d] = lo;
          i32[(d + 1) | 0] = hi;
          pc = (pc + 4) | 0;
          continue;
        }
        case 208: {
          // TPA
          const d = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          i32[d] = (context.tp + (code[(pc + 2) | 0] as number)) | 0;
          i32[(d + 1) | 0] = 0;
          pc = (pc + 3) | 0;
          continue;
        }
        case 212: {
          // BOUND
          const b = i32[(fpw + (code[(pc + 1) | 0] as number)) | 0] as number;
          if (b >>> 0 >= (code[(pc + 2) | 0] as number)) break;
          pc = (pc + 3) | 0;
          continue;
        }
        case 213: {
          // BOUND64
          const b = (fpw + (code[(pc + 1) | 0] as number)) | 0;
          if ((i32[b] as number) >>> 0 >= (code[(pc + 2) | 0] as number)) break;
          if (i32[(b + 1) | 0] !== 0) break;
          pc = (pc + 3) | 0;
          continue;
        }
        case 0: // ILL
        case 122: // S64_F32
        case 123: // U64_F32
        case 126: // F64_S64
        case 127: // F64_U64
        case 160: // COPY
        case 214: // COPYA
        case 163: // CALLR
        case 168: // ALLOCA
        case 209: // ALLOCV
        case 210: // CLEAR
        case 211: // RETN
        case 173: // SYS
        case 174: // INTR
        case 38: // DIVS64
        case 39: // DIVU64
        case 40: // REMS64
        case 41: // REMU64
        case 46: // SHRS64
        case 50: // NEG64
        case 51: // NOT64
        case 58: // EQ64
        case 59: // NE64
        case 60: // LTS64
        case 61: // LES64
        case 62: // LTU64
        case 63: // LEU64
        case 64: // EQF32
        case 65: // NEF32
        case 66: // LTF32
        case 67: // LEF32
        case 104: // NEZF32
        case 105: // NEZF64
        case 106: // ADDF32
        case 107: // SUBF32
        case 108: // MULF32
        case 109: // DIVF32
        case 110: // NEGF32
        case 115: // NEGF64
        case 117: // U32_F64
        case 118: // S64_F64
        case 119: // U64_F64
        case 120: // S32_F32
        case 121: // U32_F32
        case 125: // F64_U32
        case 128: // F32_F64
        case 129: // F64_F32
        case 133: // PDIFF
        case 136: // LD16S
        case 137: // LD16U
        case 141: // ST16
        case 146: // LDG16S
        case 147: // LDG16U
        case 151: // STG16
        case 156: // LDL16S
        case 157: // LDL16U
        case 159: // STL16
        case 161: // ZEROL
        case 169: // SARG32
        case 170: // SARG64
        case 171: // GRES32
        case 172: // GRES64
        case 175: // POISON
        case 176: // UNPOISON
        case 179: // LDX16S
        case 180: // LDX16U
        case 184: // STX16
        case 189: // LDY16S
        case 190: // LDY16U
        case 194: // STY16
        case 207: // UNSET
        default:
          break;
      }
      // A window is open only where a mapping was accessed; to explorers such accesses are visible.
      const { window } = memory;
      let next = -1;
      if (window !== null && mode === RunMode.free)
        next = executeMapped(memory, window, code, pc, fp);
      if (next < 0) next = executeRare(memory, code, pc, sp, fp);
      if (next >= 0) {
        pc = next;
        continue;
      }
      slow = true;
      break;
    } while (left > 0);

    context.pc = pc;
    context.sp = sp;
    context.fp = fp;
    if (!slow) {
      context.instructions += counted - left;
      remaining -= counted - left;
      if (remaining <= 0) return QUANTUM;
      left = Math.min(remaining, slice) | 0;
      counted = left;
      continue;
    }
    if (runMode !== RunMode.free && !singly && isVisible(context, false)) {
      if (runMode === RunMode.untilVisible) {
        context.instructions += counted - left - 1;
        return VISIBLE;
      }
      runMode = RunMode.untilVisible;
      visible = true;
    }
    context.instructions += counted - left;
    const before = context.instructions;
    const inParts = visible || context.copying !== null;
    const trap = inParts ? executeInParts(context) : executeSlowly(context);
    if (trap !== null) return trap;
    remaining -= counted - left + (context.instructions - before);
    if (remaining <= 0) return QUANTUM;
    left = Math.min(remaining, slice) | 0;
    counted = left;
    pc = context.pc | 0;
    sp = context.sp | 0;
    fp = context.fp | 0;
  }
}
