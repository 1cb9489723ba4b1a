/**
 * The simulated machine: boot a program, give it input, run it, read what happened.
 * Synchronous and deterministic: two machines with the same options, program and input, and schedulers
 * that make the same choices, go through the same events, byte for byte.
 */
import type { ProgramImage } from '../abi/image';
import { bootProcess, installFiles } from './boot';
import { recordedChoices } from './scheduling/choice-log';
import type { OutputChunk } from './terminal/console';
import type { TraceEvent } from './events';
import { executableFile, type Executables } from './executables';
import type { Kernel } from './kernel';
import { newKernelState } from './kernel-state';
import { entriesOf, lengthOf, LogReader } from './persistent-log';
import type { Budgets, RunReport } from './report';
import { runLoop, type RunState } from './run-loop';
import { runReport } from './run-report';
import { formatSchedule } from './scheduling/schedule-text';
import type { Scheduler } from './scheduling/scheduler';
import { install } from './files/standard-files';
import { restoreKernel, snapshotKernel, type KernelSnapshot } from './snapshot';
import { endInput, receiveInput } from './terminal/terminal';
import { defaultCosts, type Costs } from './time/virtual-time';

export interface MachineOptions {
  readonly executables: Executables;
  readonly scheduler: Scheduler;
  /** Simulated processors; 1 by default. */
  readonly processors?: number;
  /** What things cost on the virtual clock; some or all. */
  readonly costs?: Partial<Costs>;
  /** The long-term scheduler admits so many processes to memory at one time; all by default. */
  readonly admittedMax?: number;
  /** Main memory for processes; those that don't fit are swapped out. Unlimited by default. */
  readonly mainMemoryBytes?: number;
  readonly budgets: Budgets;
  /** stdin, stdout and stderr are a terminal (true) or pipes (false). */
  readonly terminal: boolean;
  /** Initial files by name, relative to /home/student or absolute. */
  readonly files?: Readonly<Record<string, Uint8Array | string>>;
  /** 'checks' leaves out states, context switches, calls and returns. */
  readonly trace: 'full' | 'checks';
  /** A process whose parent ends is adopted by init, or dies with it (cascading termination). */
  readonly orphans: 'init' | 'cascade';
}

/** The whole machine at one moment. May be restored any number of times, by the machine it is of. */
export interface MachineSnapshot {
  readonly kind: 'machine-snapshot';
  readonly of: Machine;
  readonly kernel: KernelSnapshot;
  readonly scheduler: Scheduler;
  readonly outputTaken: number;
}

export class Machine {
  private readonly kernel: Kernel;
  private scheduler: Scheduler;
  private readonly eventReader = new LogReader<TraceEvent>();
  /** Chunks of output that takeOutput has given. */
  private outputTaken = 0;

  constructor(options: MachineOptions) {
    this.scheduler = options.scheduler.clone();
    this.kernel = {
      state: newKernelState(options.terminal, checkedCount(options.processors ?? 1)),
      contexts: new Map(),
      regions: new Map(),
      executables: options.executables,
      booted: new Map(),
      budgets: options.budgets,
      costs: { ...defaultCosts, ...options.costs },
      admittedMax: options.admittedMax ?? Infinity,
      mainMemoryBytes: options.mainMemoryBytes ?? Infinity,
      orphans: options.orphans,
      traceFull: options.trace === 'full',
    };
    installFiles(this.kernel, options.files ?? {});
  }

  /** Starts the first process; argv[0] is the program's name by custom. Throws if there is no such path. */
  boot(program: string | ProgramImage, argv: readonly string[], env: readonly string[]): void {
    if (typeof program !== 'string') {
      // The program is a file, too, so that it can execute itself.
      const path = argv[0]?.replace(/^\.\//, '') ?? '';
      if (path !== '' && !path.endsWith('/')) {
        this.kernel.booted.set(path, program);
        install(this.kernel, path, executableFile(path), 0o755);
      }
      bootProcess(this.kernel, program, program.name, argv, env);
      return;
    }
    const image = this.kernel.executables.load(program);
    if (image === null) throw new Error(`there is no program ${program}`);
    bootProcess(this.kernel, image, program, argv, env);
  }

  provideInput(bytes: Uint8Array): void {
    receiveInput(this.kernel, bytes);
  }

  /** No more input will come: readers get end of file. */
  closeInput(): void {
    endInput(this.kernel);
  }

  /** Runs for about this many instructions at most; then 'paused', for hosts that must stay responsive. */
  run(instructionsMax: number): RunState {
    return runLoop(this.kernel, this.scheduler, instructionsMax);
  }

  report(): RunReport {
    return runReport(this.kernel, this.scheduler.name);
  }

  get events(): readonly TraceEvent[] {
    return this.eventReader.read(this.kernel.state.events);
  }

  /** Output since the last call, in order. */
  takeOutput(): readonly OutputChunk[] {
    const { output } = this.kernel.state.console;
    const chunks = entriesOf(output, this.outputTaken);
    this.outputTaken = lengthOf(output);
    return chunks;
  }

  /** The choices so far, as a text that `parseSchedule` reads and `replay` makes again. */
  recordedSchedule(): string {
    return formatSchedule(recordedChoices(this.kernel.state.choices));
  }

  snapshot(): MachineSnapshot {
    return {
      kind: 'machine-snapshot',
      of: this,
      kernel: snapshotKernel(this.kernel),
      scheduler: this.scheduler.clone(),
      outputTaken: this.outputTaken,
    };
  }

  restore(snapshot: MachineSnapshot): void {
    if (snapshot.of !== this) throw new Error('a snapshot of another machine');
    restoreKernel(this.kernel, snapshot.kernel);
    this.scheduler = snapshot.scheduler.clone();
    this.outputTaken = snapshot.outputTaken;
  }
}

const PROCESSORS_MAX = 64;

function checkedCount(processors: number): number {
  if (!Number.isInteger(processors) || processors < 1 || processors > PROCESSORS_MAX)
    throw new Error(`a machine has 1 to ${PROCESSORS_MAX} processors, not ${processors}`);
  return processors;
}
