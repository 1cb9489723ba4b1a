/** What a machine is made of and held to. */
import type { Budgets } from './report';
import type { Costs } from './time/virtual-time';
import type { Executables } from './executables';
import type { Scheduler } from './scheduling/scheduler';

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
