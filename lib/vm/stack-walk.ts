/** The frames of a process, from saved frame pointers and return addresses. */
import { STACK_TOP, TEXT_BASE } from '../abi/address-space';
import type { FunctionInfo } from '../abi/image';
import type { ExecutionContext } from './context';
import { functionAt, positionAt } from './debug-info';
import type { CodePosition } from './trap';

export interface StackFrame {
  readonly function: FunctionInfo;
  /** Word index: of the next instruction in the innermost frame, of the CALL in the others. */
  readonly pc: number;
  readonly fp: number;
  readonly position: CodePosition | null;
}

const FRAMES_MAX = 100_000;

/** Innermost first. */
export function walkStack(
  context: Pick<ExecutionContext, 'image' | 'memory' | 'pc' | 'fp'>,
  framesMax = FRAMES_MAX,
): StackFrame[] {
  const { memory } = context;
  memory.materialize();
  const frames: StackFrame[] = [];
  let { pc, fp } = context;
  while (frames.length < framesMax) {
    const found = functionAt(context.image, pc);
    if (found === null) break;
    frames.push({ function: found, pc, fp, position: positionAt(context.image, pc) });
    const word = (fp - memory.stackDelta) >> 2;
    const returnAddress = memory.i32[word + 2] ?? 0;
    const saved = memory.i32[word] ?? 0;
    if (returnAddress <= TEXT_BASE || saved <= fp || saved > STACK_TOP) break;
    // A word before the return point lies inside the CALL that led here.
    pc = ((returnAddress - TEXT_BASE) >> 2) - 1;
    fp = saved;
  }
  return frames;
}

/** Frames of the student's own code, innermost first: what messages and findings show. */
export function studentFrames(context: ExecutionContext): StackFrame[] {
  return walkStack(context).filter((frame) => !frame.function.library);
}

/** The innermost line of the student's own code. */
export function studentPosition(context: ExecutionContext): CodePosition | null {
  return walkStack(context).find((frame) => !frame.function.library)?.position ?? null;
}
