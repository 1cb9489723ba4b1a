/**
 * A thread: what the scheduler chooses, and what blocks in system calls. Every process has one, whose id
 * is the pid; others come from pthread_create. Its registers are in `Kernel.contexts`, under its id.
 */
import type { ProcessState } from '../events';
import type { RecordLock, WholeLock } from '../files/file-lock-table';
import type { Message, Selection } from '../ipc/message-queue';
import type { Pid } from '../pid';
import type { SignalQueue } from '../signals/pending-signals';
import type { PollRequest } from '../readiness/poll-request';
import type { PrioritizedMessage } from '../ipc/posix-message-queue';
import type { SignalSet } from '../signals/signal-set';
import type { SocketAddress } from '../sockets/address';
import type { AcceptRequest, ReceiveRequest, SendRequest } from '../sockets/requests';
import type { UserBuffer } from '../memory/user-buffers';
import type { CopyProgress } from '../../vm/context';

const ALL_PROCESSORS = -1n;

export interface Thread {
  /** As gettid(2) tells. */
  readonly id: Pid;
  readonly process: Pid;
  /** `waiting` exactly while `wait` is set or its process is stopped. */
  state: ProcessState;
  /** What a blocked thread waits for and how its call will be completed. Immutable: replaced, not changed. */
  wait: Wait | null;
  /** Number of the system call that it is in, or was in last. */
  call: number;
  /** It stands just before an operation that others can observe (a 'visible' choice ended there). */
  beforeVisible: boolean;
  /** pthread_cancel: what to call once it is asked for, and whether it may be acted upon. */
  cancel: Cancellation;
  /** Nobody can join it: its stack goes when it ends. */
  detached: boolean;
  /** Bit k: it may run on processor k (sched_setaffinity). */
  affinity: bigint;
  /** pthread_setname_np; null: what its process is called. */
  name: string | null;
  /** Addresses of the robust mutexes that it has locked. Replaced, not changed. */
  robust: readonly number[];
  /** Processes and threads that it made. */
  tasksMade: number;
  /** Numbers that it gave to open file descriptions and regions (numbering.ts). */
  numbersGiven: number;
  signals: ThreadSignals;
}

/** Replaced, not changed. */
export interface Cancellation {
  /** Code address of what ends the thread; null: nobody asked. */
  readonly requested: number | null;
  readonly enabled: boolean;
  /** At once, not only in the calls that are cancellation points. */
  readonly asynchronous: boolean;
}

export interface ThreadSignals extends SignalQueue {
  blocked: SignalSet;
  /** Contexts that running handlers interrupted, outermost first. */
  frames: SignalFrame[];
  alternateStack: AlternateStack | null;
}

export interface SignalFrame {
  /** Whose handler it is. */
  readonly signal: number;
  readonly pc: number;
  readonly sp: number;
  readonly fp: number;
  readonly blocked: SignalSet;
  readonly onAlternate: boolean;
  /** Outgoing slot 0, two words. */
  readonly slotLow: number;
  readonly slotHigh: number;
  /** How far the copy is that it interrupted. */
  readonly copying: CopyProgress | null;
}

export interface AlternateStack {
  readonly address: number;
  readonly byteCount: number;
}

export type LockObject = 'mutex' | 'condition' | 'read-lock' | 'write-lock' | 'barrier' | 'futex';

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
  | {
      readonly kind: 'poll';
      readonly request: PollRequest;
      readonly restoreMask: SignalSet | null;
    }
  /** On an eventfd, a timerfd or a signalfd, by inode. */
  | {
      readonly kind: 'event-read';
      readonly inode: number;
      readonly into: readonly UserBuffer[];
    }
  | { readonly kind: 'event-write'; readonly inode: number; readonly value: bigint }
  | {
      readonly kind: 'queue-send';
      readonly inode: number;
      readonly name: string;
      readonly message: PrioritizedMessage;
    }
  | {
      readonly kind: 'queue-receive';
      readonly inode: number;
      readonly name: string;
      readonly address: number;
      readonly priorityAddress: number;
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
  /** In the queue of a device, or served by it. */
  | { readonly kind: 'device'; readonly device: number }
  /** It used the terminal from the background and is about to be stopped; then it tries again. */
  | { readonly kind: 'background' }
  | {
      readonly kind: 'socket-receive';
      readonly socket: number;
      readonly request: ReceiveRequest;
      readonly taken: number;
    }
  | {
      readonly kind: 'socket-send';
      readonly socket: number;
      readonly request: SendRequest;
      readonly sent: number;
    }
  | { readonly kind: 'socket-accept'; readonly socket: number; readonly request: AcceptRequest }
  | {
      readonly kind: 'socket-connect';
      readonly socket: number;
      readonly listener: number;
      readonly to: SocketAddress;
    }
  | {
      readonly kind: 'lock';
      readonly object: LockObject;
      readonly key: string;
      readonly address: number;
      readonly name: string;
      /** Of a wait for a condition: what it has to have before it goes on, and with which result. */
      readonly mutex: {
        readonly address: number;
        readonly name: string;
        readonly result: number;
      } | null;
    }
  /** pthread_join. */
  | {
      readonly kind: 'thread';
      readonly handle: number;
      readonly thread: Pid;
      readonly resultAddress: number;
    }
  /** The first thread has ended before the others. */
  | { readonly kind: 'other-threads' };

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

/** `like`: the thread that calls fork or pthread_create, whose signal mask is inherited. */
export function newThread(id: Pid, process: Pid, like: Thread | null): Thread {
  return {
    id,
    process,
    state: 'new',
    wait: null,
    call: like?.call ?? 0,
    beforeVisible: false,
    cancel: { requested: null, enabled: true, asynchronous: false },
    detached: false,
    affinity: like?.affinity ?? ALL_PROCESSORS,
    name: null,
    robust: [],
    tasksMade: 0,
    numbersGiven: 0,
    signals: {
      pending: [],
      blocked: like?.signals.blocked ?? 0n,
      frames: [],
      alternateStack: null,
    },
  };
}

export function cloneThread(thread: Thread): Thread {
  const { signals } = thread;
  return {
    ...thread,
    signals: { ...signals, frames: signals.frames.slice() },
  };
}
