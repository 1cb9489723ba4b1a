/** Runs that a schedule names, made again on the ordinary machine: what steppers record. */
import type { ProgramImage } from '../abi/image';
import type { Machine } from '../kernel/machine';
import { replay } from '../kernel/scheduling/policies/replay';
import { parseSchedule } from '../kernel/scheduling/schedule-text';
import { bootMachine } from './run';

export type ReplayedMachine =
  | { readonly kind: 'machine'; readonly machine: Machine }
  | { readonly kind: 'unreadable'; readonly message: string };

/** A machine that makes a recorded schedule's choices again; booted, its input is still to come. */
export function replayedMachine(
  image: ProgramImage,
  args: readonly string[],
  schedule: string,
): ReplayedMachine {
  const parsed = parseSchedule(schedule);
  if (parsed.kind === 'unreadable') return parsed;
  const machine = bootMachine(image, {
    args,
    schedule: replay(parsed.choices, parsed.timing),
    trace: 'full',
  });
  return { kind: 'machine', machine };
}
