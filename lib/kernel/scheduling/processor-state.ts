/** What a simulated processor is doing: plain data. Which one acts next is processors.ts. */
import type { Pid } from '../pid';
import type { SchedulingPoint } from './scheduler';

export interface Processor {
  /** Index in KernelState.processors. */
  readonly index: number;
  timeNs: number;
  /** How long it has executed instructions: /proc/stat. */
  busyNs: number;
  /** The one in state `running` here. */
  running: Pid | null;
  /** Ran last here. */
  previous: Pid | null;
  /** What is left of the running one's choice. */
  slice: Slice;
  /** Why it is free, while nobody runs here. */
  freedBy: SchedulingPoint['reason'];
  /** Somebody became ready since this processor's choice was made. */
  arrival: boolean;
}

/** `counted`: instructions left. `visible`: `through` while the operation that it stands before isn't done. */
export type Slice = { readonly preemptible: boolean } & (
  | { readonly kind: 'counted'; left: number }
  | { readonly kind: 'visible'; through: boolean }
  | { readonly kind: 'blocked' }
);

export function newProcessors(count: number): Processor[] {
  return Array.from({ length: count }, (_, index) => ({
    index,
    timeNs: 0,
    busyNs: 0,
    running: null,
    previous: null,
    slice: { kind: 'blocked', preemptible: false },
    freedBy: 'start',
    arrival: false,
  }));
}

export function cloneProcessor(processor: Processor): Processor {
  return { ...processor, slice: { ...processor.slice } };
}
