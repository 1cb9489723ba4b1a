/** Telling a library function's own frame from a pointer that dangles into it. */
import { ARGUMENTS_LIMIT } from '../abi/address-space';
import type { ExecutionContext } from './context';
import { functionAt } from './debug-info';
import { walkStack } from './stack-walk';

/**
 * True for a pointer that a library function got from the student's code and that points into the
 * library's own frames: to a local of a function that has returned, overlaid by now. The
 * library's own locals are told apart by debug information.
 */
export function isDangling(context: ExecutionContext, address: number): boolean {
  if (address < context.sp || address >= ARGUMENTS_LIMIT) return false;
  const inner = functionAt(context.image, context.pc);
  if (inner === null || !inner.library) return false;
  const holds = (found: typeof inner, fp: number): boolean =>
    [...found.locals, ...found.parameters].some(
      (local) => address >= fp + local.location && address < fp + local.location + local.bytes,
    );
  if (holds(inner, context.fp)) return false;
  const frames = walkStack(context);
  const student = frames.findIndex((frame) => !frame.function.library);
  const innermostLibrary = frames[student - 1];
  if (innermostLibrary === undefined || address >= innermostLibrary.fp + 16) return false;
  return !frames.slice(0, student).some((frame) => holds(frame.function, frame.fp));
}
