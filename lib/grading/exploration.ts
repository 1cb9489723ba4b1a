/**
 * Exploring a student's program, and making the runs again that an exploration has found. Browser, command
 * line and grading start both here, so that a schedule means the same everywhere.
 */
import type { ProgramImage } from '../abi/image';
import { encodeUtf8 } from '../abi/utf8';
import type { ExploredMachine, ExploredProgram } from '../explorer/machine/machine-system';
import { defaultBudgets } from '../kernel/budgets';
import type { Machine } from '../kernel/machine';
import { replay } from '../kernel/scheduling/policies/replay';
import { parseSchedule } from '../kernel/scheduling/schedule-text';
import { userlandExecutables } from '../userland/executables';
import { bootMachine, commandName, environment } from './run';

export interface ProgramInput {
  /** Arguments after the program's name. */
  readonly args: readonly string[];
  readonly stdin: string;
}

export function exploredProgram(
  image: ProgramImage,
  { args, stdin }: ProgramInput,
): ExploredProgram {
  return {
    image,
    argv: [commandName(image.name), ...args],
    env: environment,
    input: encodeUtf8(stdin),
  };
}

export function exploredMachine(): ExploredMachine {
  return {
    executables: userlandExecutables(),
    budgets: defaultBudgets,
    terminal: false,
    orphans: 'init',
  };
}

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
