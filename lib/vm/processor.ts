/** The processor. */
import type { ExecutionContext } from './context';
import type { Trap } from './trap';

/** When to stop besides traps: part of `execute`'s contract with explorers. */
export const RunMode = {
  /** Run through visible operations. */
  free: 0,
  /** Stop before the next visible operation, even if it is the first instruction. */
  untilVisible: 1,
  /** Perform one visible operation (it may be the first instruction), then stop before the next. */
  throughVisible: 2,
} as const;
export type RunMode = (typeof RunMode)[keyof typeof RunMode];

/**
 * Runs at most `instructionsMax` instructions; adds what it ran to `context.instructions`.
 * An intrinsic counts for its work and may overrun the limit by it.
 */
export function execute(
  context: ExecutionContext,
  instructionsMax: number,
  mode: RunMode = RunMode.free,
): Trap {
  throw new Error(`not built yet ${context.pc} ${instructionsMax} ${mode}`);
}
