/**
 * The process control block. Plain data apart from its image; registers and memory are the processor's
 * (`Kernel.contexts`, one for each process that is not a zombie).
 * Leaves out: threads, real and saved user ids (everybody is the student).
 */
import { SIGNAL_MAX, type SignalName } from '../abi/signals';
import type { ExitStatus, ProcessState } from './events';
import type { RecordLock, WholeLock } from './file-locks';
import type { Message, Selection } from './message-queue';
import type { Pid } from './pid';
import type { UserBuffer } from './user-buffers';
import type { ResourceLimits } from './resource-limits';
import type { ResourceUsage } from './resource-usage';
import type { SignalInfo } from './signal-info';
import type { SignalSet } from './signal-set';

export interface Process {
  readonly pid: Pid;
  /** Init once the creator has ended. */
  parent: Pid;
  /** The parent at creation; null for the first process. */
  readonly createdBy: Pid | null;
  /** The executable's path or file name. */
  name: string;
  /** Absolute path of the executable. */
  executable: string;
  /** Arguments that it was started with, its name first. */
  argv: readonly string[];
  /** When it was created. */
  readonly startedNs: number;
  /** `waiting` exactly while `wait` is set or `stopped` is. Never `terminated`: such a block is freed. */
  state: ProcessState;
  /** What a blocked process waits for and how its call will be completed. Immutable: replaced, not changed. */
  wait: Wait | null;
  /** Number of the system call that it is in, or was in last. */
  call: number;
  /** By SIGSTOP and the like, until SIGCONT. A stopped process's wait may be over before it goes on. */
  stopped: Stop | null;
  /** It goes on after a stop, and wait4 with WCONTINUED hasn't told the parent yet. */
  continued: boolean;
  /** Set exactly in state `zombie`. */
  status: ExitStatus | null;
  /** Became an orphan as a zombie: its creator ended without waiting for it. */
  leftZombie: boolean;
  /** Process group and session: job control. */
  group: Pid;
  session: Pid;
  /** Inode of the working directory. */
  directory: number;
  umask: number;
  /** Index is the descriptor; null is a free one. */
  descriptors: (Descriptor | null)[];
  signals: SignalState;
  /** Shared regions mapped into its memory. */
  attachments: Attachment[];
  /** What ending this process adds back to System V semaphores (SEM_UNDO). */
  undo: SemaphoreUndo[];
  /** -20 (most favoured) to 19: nice(2). */
  nice: number;
  /** Sent when the parent ends (prctl PR_SET_PDEATHSIG); 0 is none. */
  parentDeathSignal: number;
  /** Orphans among its descendants become its children (prctl PR_SET_CHILD_SUBREAPER). */
  subreaper: boolean;
  /** It has executed a program since it was forked: setpgid(2) refuses the parent then. */
  executed: boolean;
  limits: ResourceLimits;
  /** What it used, but for the instructions of the present image, which its context counts. */
  usage: ResourceUsage;
  /** What children that were waited for used, with theirs. */
  childrenUsage: ResourceUsage;
  /** setitimer's ITIMER_VIRTUAL and ITIMER_PROF, which run on its own processor time. */
  cpuTimers: CpuTimers;
  /** Instructions of images that execve replaced; the present image's are in the context. */
  instructionsBefore: number;
  /** fork calls refused with EAGAIN. */
  forksRefused: number;
  /** It stands just before an operation that others can observe (a 'visible' choice ended there). */
  beforeVisible: boolean;
}

export interface Descriptor {
  /** Key of KernelState.descriptions. */
  readonly description: number;
  readonly closeOnExec: boolean;
}

export type Wait =
  | {
      readonly kind: 'child';
      /** wait4's first argument. */
      readonly target: number;
      readonly options: number;
      readonly report: ChildReport;
    }
  | { readonly kind: 'vfork'; readonly child: Pid }
  | { readonly kind: 'sleep'; readonly untilNs: number; readonly remainAddress: number }
  | {
      readonly kind: 'pipe-read';
      readonly pipe: number;
      readonly into: readonly UserBuffer[];
    }
  | {
      readonly kind: 'fifo-open';
      readonly pipe: number;
      /** What it opens; without a descriptor until the other end is there. */
      readonly description: number;
      readonly closeOnExec: boolean;
      readonly path: string;
      readonly writes: boolean;
    }
  | {
      readonly kind: 'pipe-write';
      readonly pipe: number;
      readonly bytes: Uint8Array;
      readonly written: number;
    }
  | { readonly kind: 'message-send'; readonly queue: number; readonly message: Message }
  | {
      readonly kind: 'message-receive';
      readonly queue: number;
      readonly selection: Selection;
      readonly address: number;
      readonly size: number;
      /** MSG_NOERROR: a longer message is cut off. */
      readonly cutsOff: boolean;
    }
  | {
      readonly kind: 'record-lock';
      readonly inode: number;
      readonly lock: RecordLock;
      readonly path: string;
    }
  | {
      readonly kind: 'whole-lock';
      readonly inode: number;
      readonly lock: WholeLock;
      readonly path: string;
    }
  | { readonly kind: 'terminal-read'; readonly into: readonly UserBuffer[] }
  | {
      readonly kind: 'semaphore-set';
      readonly set: number;
      readonly operations: readonly SemaphoreOperation[];
      /** For people: the semaphore that holds it up, and its value at that time. */
      readonly name: string;
      readonly value: number;
    }
  | { readonly kind: 'posix-semaphore'; readonly key: string; readonly name: string }
  /** pause, sigsuspend. */
  | { readonly kind: 'signal'; readonly restoreMask: SignalSet | null }
  /** sigtimedwait; `untilNs` null waits for ever. */
  | {
      readonly kind: 'signal-wait';
      readonly set: SignalSet;
      readonly infoAddress: number;
      readonly untilNs: number | null;
    }
  /** It used the terminal from the background and is about to be stopped; then it tries again. */
  | { readonly kind: 'background' };

/** Where a wait for a child leaves what it learnt: wait4 or waitid. 0 where it isn't wanted. */
export interface ChildReport {
  readonly kind: 'status' | 'info';
  readonly address: number;
  readonly usageAddress: number;
}

export interface SemaphoreOperation {
  readonly index: number;
  readonly change: number;
  readonly flags: number;
}

export interface SemaphoreUndo {
  readonly set: number;
  readonly index: number;
  change: number;
}

export interface Attachment {
  readonly address: number;
  readonly byteCount: number;
  /** Key of KernelState.regions. A `private` mapping's region is the process's own: fork copies it. */
  readonly region: number;
  readonly kind: 'system-v' | 'shared' | 'private' | 'semaphore';
}

export interface Stop {
  readonly signal: SignalName;
  /** A wait with WUNTRACED has told the parent. */
  readonly told: boolean;
}

export interface SignalState {
  /** In order of arrival. Replaced, not changed. */
  pending: readonly PendingSignal[];
  blocked: SignalSet;
  /** Index n - 1 for signal n. */
  actions: SignalAction[];
  /** Contexts that running handlers interrupted, outermost first. */
  frames: SignalFrame[];
  alternateStack: AlternateStack | null;
}

export interface PendingSignal {
  readonly signal: number;
  readonly info: SignalInfo;
}

interface ActionBase {
  readonly flags: number;
  readonly mask: SignalSet;
  readonly restorer: number;
}

export type SignalAction = ActionBase &
  (
    | { readonly kind: 'default' }
    | { readonly kind: 'ignore' }
    | { readonly kind: 'handle'; readonly handler: number }
  );

export interface SignalFrame {
  readonly pc: number;
  readonly sp: number;
  readonly fp: number;
  readonly blocked: SignalSet;
  readonly onAlternate: boolean;
  /** Outgoing slot 0, two words. */
  readonly slotLow: number;
  readonly slotHigh: number;
}

export interface AlternateStack {
  readonly address: number;
  readonly byteCount: number;
}

/** Null: not set. Times are processor time that is left, and what it is set to then. */
export interface CpuTimers {
  readonly virtual: CpuTimer | null;
  readonly profiling: CpuTimer | null;
}

export interface CpuTimer {
  readonly leftNs: number;
  readonly intervalNs: number;
}

export const NO_CPU_TIMERS: CpuTimers = { virtual: null, profiling: null };

const defaultActionOnly: SignalAction = { kind: 'default', flags: 0, mask: 0n, restorer: 0 };

export function newSignalState(): SignalState {
  return {
    pending: [],
    blocked: 0n,
    actions: new Array<SignalAction>(SIGNAL_MAX).fill(defaultActionOnly),
    frames: [],
    alternateStack: null,
  };
}

export function cloneProcess(process: Process): Process {
  return {
    ...process,
    descriptors: process.descriptors.slice(),
    signals: cloneSignals(process.signals),
    attachments: process.attachments.slice(),
    undo: process.undo.map((undo) => ({ ...undo })),
  };
}

export function cloneSignals(signals: SignalState): SignalState {
  return {
    ...signals,
    actions: signals.actions.slice(),
    frames: signals.frames.slice(),
  };
}
