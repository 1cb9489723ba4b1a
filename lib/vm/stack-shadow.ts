/** Shadow of stack memory that frames leave other than by returning: longjmp, the end of a variable-length array. */
import type { ExecutionContext } from './context';
import { GRANULE_SHIFT, Shadow } from './shadow';

/** Forgets redzones and frame records in [from, to), which is no frame's any more. */
export function clearShadow(context: ExecutionContext, from: number, to: number): void {
  const { memory } = context;
  memory.shadow.fill(
    Shadow.accessible,
    (from - memory.stackDelta) >> GRANULE_SHIFT,
    (to - memory.stackDelta) >> GRANULE_SHIFT,
  );
}
