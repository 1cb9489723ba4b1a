/**
 * What of a stopped machine is only made for those who ask for it: each part is what one view draws, and
 * is made by a file of its own beside this one. Plain data, made anew for each moment.
 */
import type { Kernel } from '../kernel';
import { inspectProcessors, type ProcessorsView } from './processors';

/** One optional key for each part that can be asked for. */
export interface Inspections {
  readonly processors?: ProcessorsView;
}

export type InspectionPart = keyof Inspections;

/** Those that are asked for. */
export function inspect(kernel: Kernel, parts: readonly InspectionPart[]): Inspections {
  const asked = new Set(parts);
  return {
    ...(asked.has('processors') && { processors: inspectProcessors(kernel) }),
  };
}
