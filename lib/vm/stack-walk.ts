/** The frames of a process, from saved frame pointers and return addresses. */
import { STACK_TOP, TEXT_BASE } from '../abi/address-space';
import type { FunctionInfo } from '../abi/image';
import type { ExecutionContext } from './context';
import { functionAt, positionAt } from './debug-info';
import type { CodePosition } from './trap';

export interface CallFrame {
  readonly function: FunctionInfo;
  /** Word index: of the next instruction in the innermost frame, of the CALL in the others. */
  readonly pc: number;
  readonly fp: number;
}

export interface StackFrame extends CallFrame {
  readonly position: CodePosition | null;
}

type Walked = Pick<ExecutionContext, 'image' | 'memory' | 'pc' | 'fp'>;

const FRAMES_MAX = 100_000;

/** Innermost first, one at a time: a runaway recursion has a hundred thousand. */
export function* stackFrames(context: Walked): Generator<StackFrame, undefined> {
  for (const frame of callFrames(context))
    yield { ...frame, position: positionAt(context.image, frame.pc) };
}

/** As `stackFrames`, without places in the source. */
export function* callFrames(context: Walked): Generator<CallFrame, undefined> {
  const { memory } = context;
  memory.materialize();
  let { pc, fp } = context;
  for (let depth = 0; depth < FRAMES_MAX; depth++) {
    const found = functionAt(context.image, pc);
    if (found === null) return;
    yield { function: found, pc, fp };
    const word = (fp - memory.stackDelta) >> 2;
    const returnAddress = memory.i32[word + 2] ?? 0;
    const saved = memory.i32[word] ?? 0;
    if (returnAddress <= TEXT_BASE || saved <= fp || saved > STACK_TOP) return;
    // A word before the return point lies inside the CALL that led here.
    pc = ((returnAddress - TEXT_BASE) >> 2) - 1;
    fp = saved;
  }
}

/** The whole call stack, innermost first. */
export function walkStack(context: Walked): StackFrame[] {
  return [...stackFrames(context)];
}

/** Frames of the student's own code, innermost first: what messages and findings show. */
export function* studentFrames(context: ExecutionContext): Generator<StackFrame, undefined> {
  for (const frame of stackFrames(context)) if (!frame.function.library) yield frame;
}

/** The innermost line of the student's own code. */
export function studentPosition(context: ExecutionContext): CodePosition | null {
  for (const { position } of studentFrames(context)) return position;
  return null;
}
