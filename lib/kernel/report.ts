/** What a run came to: read by checks, the command line's --json, and the browser. */
import type { ExitStatus, Finding, ProcessState, WaitReason } from './events';
import type { Pid } from './pid';

/** Limits of a run. Exceeding one ends the whole run with an outcome that names it. */
export interface Budgets {
  readonly instructionsMax: number;
  /** Resident memory of all processes together, in bytes. */
  readonly memoryBytesMax: number;
  /** Processes alive or zombie at one time; past it fork gives EAGAIN, and a program that goes on trying is ended. */
  readonly processesMax: number;
  /** Processes created in the whole run. */
  readonly forksMax: number;
  readonly outputBytesMax: number;
  readonly openFilesMax: number;
}

export type BudgetName = keyof Budgets;

export type Outcome =
  /** Every process ended. */
  | { readonly kind: 'finished' }
  /** Nothing can ever run again: everyone waits. */
  | {
      readonly kind: 'deadlock';
      /** `pid`: of the thread. */
      readonly waiting: readonly {
        readonly pid: Pid;
        readonly process: Pid;
        readonly reason: WaitReason;
      }[];
    }
  | {
      readonly kind: 'budget';
      readonly budget: BudgetName;
      readonly limit: number;
      readonly pid: Pid | null;
      readonly message: string;
    };

export interface ProcessReport {
  readonly pid: Pid;
  readonly parent: Pid | null;
  /** The parent at creation; `parent` is 1 after reparenting. */
  readonly createdBy: Pid | null;
  readonly name: string;
  readonly state: ProcessState;
  readonly status: ExitStatus | null;
  /** null: never waited for by its creator (init reaped it, or it stayed a zombie). */
  readonly reapedBy: Pid | null;
  /** True if it was a zombie whose creator ended or finished the run without waiting for it. */
  readonly leftZombie: boolean;
  readonly instructions: number;
  readonly scheduling: SchedulingTimes;
}

/** The columns of a textbook's scheduling table. Times are virtual, from boot. */
export interface SchedulingTimes {
  readonly arrivalNs: number;
  /** Processor time. */
  readonly burstNs: number;
  /** In the ready queue. */
  readonly waitingNs: number;
  /** From arrival to the end; null: it has not ended. */
  readonly turnaroundNs: number | null;
  /** From arrival until it first ran; null: it never did. */
  readonly responseNs: number | null;
}

export interface RunReport {
  readonly outcome: Outcome;
  /** Exit status of the first process; null when it did not end. */
  readonly status: ExitStatus | null;
  /** In order of creation, init left out. */
  readonly processes: readonly ProcessReport[];
  readonly findings: readonly (Finding & { readonly pid: Pid })[];
  readonly stdout: string;
  readonly stderr: string;
  readonly instructions: number;
  readonly timeNs: number;
  readonly contextSwitches: number;
  /** System V and POSIX objects that still exist at the end. */
  readonly leftovers: readonly {
    readonly kind: 'shared-memory' | 'semaphore' | 'message-queue';
    readonly name: string;
  }[];
  readonly scheduler: string;
}
