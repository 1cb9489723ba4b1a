/** Who is on which processor, and who waits for one. Leaves out the queues of devices: events tell them. */
import type { Kernel } from '../kernel';
import type { Pid } from '../pid';

export interface ProcessorsView {
  /** By number, from 0. */
  readonly processors: readonly ProcessorView[];
  /** The ready queue in order of arrival. */
  readonly ready: readonly Pid[];
}

export interface ProcessorView {
  readonly running: Pid | null;
  readonly timeNs: number;
}

export function inspectProcessors({ state }: Kernel): ProcessorsView {
  return {
    processors: state.processors.map(({ running, timeNs }) => ({ running, timeNs })),
    ready: [...state.ready],
  };
}
