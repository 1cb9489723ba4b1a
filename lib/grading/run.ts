/**
 * Running a program: one place that puts compiler, userland and machine together. The browser, the
 * command line, quizzes and grading all run programs through this file.
 */
import type { ProgramImage } from '../abi/image';
import { encodeUtf8 } from '../abi/utf8';
import { defaultSchedule } from './default-schedule';
import type { ExploredMachine, ExploredProgram } from '../explorer/machine/explored-program';
import { defaultBudgets } from '../kernel/budgets';
import type { TraceEvent } from '../kernel/events';
import { Machine } from '../kernel/machine';
import type { Budgets, RunReport } from '../kernel/report';
import type { Costs } from '../kernel/time/virtual-time';
import { userlandExecutables } from '../userland/executables';
import type { Scheduler } from '../kernel/scheduling/scheduler';
import { type ScheduleSpec, schedulerOf } from './schedule-spec';

export interface RunOptions {
  /** Arguments after the program's name. */
  readonly args?: readonly string[];
  readonly schedule?: ScheduleSpec | Scheduler;
  readonly budgets?: Partial<Budgets>;
  /** Standard input and output are a terminal: line-buffered, input may come later. */
  readonly terminal?: boolean;
  readonly trace?: 'full' | 'checks';
  /** Simulated processors; one by default. */
  readonly processors?: number;
  /** What things cost on the virtual clock. */
  readonly costs?: Partial<Costs>;
  /** The degree of multiprogramming: so many processes are in memory at one time. */
  readonly admittedMax?: number;
  /** Main memory for processes; those that don't fit are swapped out. */
  readonly mainMemoryBytes?: number;
  readonly files?: Readonly<Record<string, string>>;
  /** A child whose parent ends is adopted by init, or ends with it (cascading termination). */
  readonly orphans?: 'init' | 'cascade';
}

const environment = [
  'PATH=/bin:/usr/bin',
  'HOME=/home/student',
  'USER=student',
  'SHELL=/bin/sh',
  'PWD=/home/student',
];

/** A machine with the program booted as its first process; nothing has run yet. */
export function bootMachine(image: ProgramImage, options: RunOptions = {}): Machine {
  const machine = newMachine(options);
  machine.boot(image, argumentsOf(image, options.args), environment);
  return machine;
}

/** The program as `bootMachine` would boot it, for exploring. `input` is all of its standard input. */
export function exploredProgram(
  image: ProgramImage,
  args: readonly string[],
  input: Uint8Array,
): ExploredProgram {
  return { image, argv: argumentsOf(image, args), env: environment, input };
}

/** The machine of `bootMachine`, as far as it matters when all choices are made by an explorer. */
export function exploredMachine(budgets: Partial<Budgets> = {}): ExploredMachine {
  return {
    executables: userlandExecutables(),
    budgets: { ...defaultBudgets, ...budgets },
    terminal: false,
    files: {},
    orphans: 'init',
  };
}

/** A machine whose first process is its shell. */
export function bootShell(args: readonly string[], options: RunOptions = {}): Machine {
  const machine = newMachine(options);
  machine.boot('/bin/sh', ['sh', ...args], [...environment, 'TERM=dumb']);
  return machine;
}

function newMachine(options: RunOptions): Machine {
  return new Machine({
    executables: userlandExecutables(),
    scheduler: schedulerFor(options.schedule ?? defaultSchedule),
    budgets: { ...defaultBudgets, ...options.budgets },
    terminal: options.terminal ?? false,
    files: options.files ?? {},
    trace: options.trace ?? 'checks',
    orphans: options.orphans ?? 'init',
    processors: options.processors ?? 1,
    costs: options.costs ?? {},
    admittedMax: options.admittedMax ?? Infinity,
    mainMemoryBytes: options.mainMemoryBytes ?? Infinity,
  });
}

function argumentsOf(image: ProgramImage, args: readonly string[] = []): readonly string[] {
  return [commandName(image.name), ...args];
}

function schedulerFor(schedule: ScheduleSpec | Scheduler): Scheduler {
  return 'choose' in schedule ? schedule : schedulerOf(schedule);
}

/** As gcc without -o and a shell would name it. */
function commandName(imageName: string): string {
  const base = imageName.slice(imageName.lastIndexOf('/') + 1).replace(/\.c$/, '');
  return `./${base === '' ? 'a.out' : base}`;
}

export interface FinishedRun {
  readonly report: RunReport;
  readonly events: readonly TraceEvent[];
}

/** Gives the program its whole input and runs it until it ends, or until a budget ends it. */
export function runToEnd(
  image: ProgramImage,
  options: RunOptions & { readonly stdin?: string } = {},
): FinishedRun {
  const machine = bootMachine(image, options);
  const input = encodeUtf8(options.stdin ?? '');
  if (input.length > 0) machine.provideInput(input);
  machine.closeInput();
  const sliceInstructions = 10_000_000;
  while (machine.run(sliceInstructions) !== 'finished');
  return { report: machine.report(), events: machine.events };
}
