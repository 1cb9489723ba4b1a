/**
 * The process control block: what the threads of a process share. What each thread has of its own is
 * in thread.ts; registers and memory are the processor's (`Kernel.contexts`).
 * Leaves out: real and saved user ids (everybody is the student).
 */
import { SIGNAL_MAX, type SignalName } from '../../abi/signals';
import type { ExitStatus, ProcessState } from '../events';
import type { Pid } from '../pid';
import type { MemorySnapshot } from '../../vm/memory';
import type { SignalQueue } from '../signals/pending-signals';
import type { PosixTimer } from '../time/posix-timer';
import type { ResourceLimits } from './process-limits';
import type { ResourceUsage } from './process-usage';
import type { SignalSet } from '../signals/signal-set';

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
  /** Of the thread that is nearest to running; `zombie` after the end. Never `terminated`: such a block is freed. */
  state: ProcessState;
  /** Threads in order of creation, the first one (whose id is the pid) always; none in a zombie. */
  threads: Pid[];
  /** Threads that can be joined, by what pthread_t is: their thread pointer. */
  joinable: Map<number, Joinable>;
  /** A thread has ended that nobody can join: what it did is behind nobody. */
  endedUnseen: boolean;
  /** By SIGSTOP and the like, until SIGCONT: all threads. A stopped thread's wait may be over before it goes on. */
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
  /** timer_create's, by id. */
  posixTimers: Map<number, PosixTimer>;
  /** Instructions of images that execve replaced and of ended threads; the others' are in their contexts. */
  instructionsBefore: number;
  /** fork calls refused with EAGAIN. */
  forksRefused: number;
  /** What fork gave it, for who watches; null: it was not forked, runs another program by now, or nobody watches. */
  atFork: AtFork | null;
}

/** A forked process's memory and registers as they were at the fork, its parent's likewise. Immutable. */
export interface AtFork {
  /** null: the parent has executed another program since. */
  readonly parent: Pid | null;
  readonly memory: MemorySnapshot;
  readonly pc: number;
  readonly fp: number;
}

/** What pthread_join finds. */
export interface Joinable {
  readonly thread: Pid;
  /** What the thread ended with, 8 bytes; null while it has not ended. */
  readonly result: Uint8Array | null;
}

export interface Descriptor {
  /** Key of KernelState.descriptions. */
  readonly description: number;
  readonly closeOnExec: boolean;
}

export interface SemaphoreUndo {
  readonly set: number;
  readonly index: number;
  change: number;
}

export interface Attachment {
  readonly address: number;
  readonly byteCount: number;
  /** Where in the region it begins: a whole number of pages. */
  readonly offset: number;
  /** Whether mprotect may allow writing: not in a file that was opened for reading only. */
  readonly mayWrite: boolean;
  /** Key of KernelState.regions. A `private` mapping's region is the process's own: fork copies it. */
  readonly region: number;
  readonly kind: 'system-v' | 'shared' | 'private' | 'semaphore';
}

export interface Stop {
  readonly signal: SignalName;
  /** A wait with WUNTRACED has told the parent. */
  readonly told: boolean;
}

/** Signals that were sent to the whole process: the first thread that doesn't block one takes it. */
export interface SignalState extends SignalQueue {
  /** Index n - 1 for signal n. Replaced, not changed: `setAction`. */
  actions: readonly SignalAction[];
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
    actions: new Array<SignalAction>(SIGNAL_MAX).fill(defaultActionOnly),
  };
}

/**
 * Whether its memory is of concern to several threads of it: to those that are there, or to one and to
 * others that ended and were not joined, so that what they did may as well have come later.
 */
export function sharesOwnMemory({ threads, joinable, endedUnseen }: Process): boolean {
  return threads.length > 1 || joinable.size > 1 || endedUnseen;
}

export function cloneProcess(process: Process): Process {
  return {
    ...process,
    threads: process.threads.slice(),
    joinable: new Map(process.joinable),
    descriptors: process.descriptors.slice(),
    signals: { ...process.signals },
    attachments: process.attachments.slice(),
    posixTimers: new Map(process.posixTimers),
    undo: process.undo.map((undo) => ({ ...undo })),
  };
}

export function setAction(signals: SignalState, signal: number, action: SignalAction): void {
  signals.actions = signals.actions.with(signal - 1, action);
}
