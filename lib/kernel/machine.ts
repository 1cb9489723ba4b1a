/**
 * The simulated machine: boot a program, give it input, run it, read what happened.
 * Synchronous and deterministic: two machines with the same options, program and input, and schedulers
 * that make the same choices, go through the same events, byte for byte.
 */
import type { ProgramImage } from '../abi/image';
import type { TraceEvent } from './events';
import type { Budgets, RunReport } from './report';
import type { Scheduler } from './scheduler';

/** What execve can run: paths such as "/bin/ls" and "/home/student/a.out", images made on first use. */
export interface Executables {
  /** Absolute; they exist in the file system from the start. */
  readonly paths: readonly string[];
  readonly load: (path: string) => ProgramImage | null;
}

export interface MachineOptions {
  readonly executables: Executables;
  readonly scheduler: Scheduler;
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

export interface OutputChunk {
  readonly stream: 'stdout' | 'stderr';
  readonly bytes: Uint8Array;
}

/** finished: see report(). waiting-for-input: provideInput or closeInput, then run. paused: run again. */
export type RunState = 'finished' | 'waiting-for-input' | 'paused';

/** The whole machine at one moment. Opaque; may be restored any number of times. */
export interface MachineSnapshot {
  readonly kind: 'machine-snapshot';
}

export class Machine {
  constructor(private readonly options: MachineOptions) {}

  /** Starts the first process; argv[0] is the program's name by custom. Throws if there is no such path. */
  boot(program: string | ProgramImage, argv: readonly string[], env: readonly string[]): void {
    void [program, argv, env];
    throw new Error('not yet');
  }

  provideInput(bytes: Uint8Array): void {
    void bytes;
    throw new Error('not yet');
  }

  /** No more input will come: readers get end of file. */
  closeInput(): void {
    throw new Error('not yet');
  }

  /** Runs for about this many instructions at most; then 'paused', for hosts that must stay responsive. */
  run(instructionsMax: number): RunState {
    void instructionsMax;
    throw new Error('not yet');
  }

  report(): RunReport {
    throw new Error('not yet');
  }

  get events(): readonly TraceEvent[] {
    throw new Error('not yet');
  }

  /** Output since the last call, in order. */
  takeOutput(): readonly OutputChunk[] {
    throw new Error('not yet');
  }

  /** The choices so far, as a text that `parseSchedule` reads and `replay` makes again. */
  recordedSchedule(): string {
    throw new Error('not yet');
  }

  snapshot(): MachineSnapshot {
    throw new Error('not yet');
  }

  restore(snapshot: MachineSnapshot): void {
    void [snapshot, this.options];
    throw new Error('not yet');
  }
}
