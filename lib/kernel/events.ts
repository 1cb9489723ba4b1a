/**
 * The event trace of a run: what figures, tables and checks read. Events are plain data in order of
 * happening. `step` counts instructions executed by the whole machine, so an event names a moment
 * of the run exactly; `timeNs` is virtual time.
 */
import type { ErrnoName } from '../abi/errno';
import type { SignalName } from '../abi/signals';
import type { SystemCallName } from '../abi/system-calls';
import type { Pid } from './pid';

/** `zombie` is a terminated process that nobody has waited for yet; `terminated` has been reaped. */
export type ProcessState = 'new' | 'ready' | 'running' | 'waiting' | 'zombie' | 'terminated';

/** How a process ended, as wait(2) would tell. */
export type ExitStatus =
  | { readonly kind: 'exited'; readonly code: number }
  | { readonly kind: 'signaled'; readonly signal: SignalName; readonly coreDumped: boolean };

/** What a waiting process waits for. */
export type WaitReason =
  | { readonly kind: 'child'; readonly pid: Pid | null }
  | { readonly kind: 'sleep'; readonly untilNs: number }
  | { readonly kind: 'pipe-read' | 'pipe-write'; readonly pipe: number }
  /** read or write of an eventfd, a timerfd or a signalfd. */
  | {
      readonly kind: 'event';
      readonly for: 'read' | 'write';
      readonly source: 'counter' | 'timer' | 'signals' | 'epoll';
    }
  /** poll, select or epoll_wait, on these descriptors. */
  | { readonly kind: 'poll'; readonly descriptors: readonly number[] }
  | { readonly kind: 'message-send' | 'message-receive'; readonly queue: string }
  /** Data to receive, room to send, a client to accept, or room in the queue of a listening socket. */
  | {
      readonly kind: 'socket';
      readonly for: 'data' | 'room' | 'connection' | 'accept';
      readonly address: string;
    }
  | { readonly kind: 'file-lock'; readonly path: string }
  /** open of a FIFO waits for the other end; `for` is what is missing. */
  | { readonly kind: 'fifo-open'; readonly path: string; readonly for: 'reader' | 'writer' }
  | { readonly kind: 'terminal' }
  | { readonly kind: 'semaphore'; readonly name: string; readonly value: number }
  | { readonly kind: 'device'; readonly device: number }
  | { readonly kind: 'signal' }
  | { readonly kind: 'thread'; readonly thread: Pid }
  /** `owner`: the thread that has a mutex or a write lock, where one does. */
  | {
      readonly kind: 'lock';
      readonly object: 'mutex' | 'condition' | 'read-lock' | 'write-lock' | 'barrier' | 'futex';
      readonly name: string;
      readonly owner: Pid | null;
    }
  /** The first thread has ended, the process goes on. */
  | { readonly kind: 'other-threads' }
  | { readonly kind: 'stopped' };

/**
 * What an argument of a system call points to: its first bytes, a character for each, or an array of such;
 * the name of an object, where an argument is one. null: nothing that could be read, or no address.
 */
export type Pointed = string | readonly string[] | null;

/** Where in the student's source: the innermost frame outside the C library. */
export interface SourcePosition {
  readonly file: string;
  readonly line: number;
  readonly function: string;
}

interface EventBase {
  readonly step: number;
  readonly timeNs: number;
  /** Of the thread for states, switches, calls and what concerns threads; of the process for all else. */
  readonly pid: Pid;
}

export type TraceEvent = EventBase &
  (
    | {
        readonly kind: 'created';
        readonly parent: Pid | null;
        readonly by: 'boot' | 'fork' | 'vfork';
        readonly name: string;
        readonly at: SourcePosition | null;
      }
    | {
        readonly kind: 'thread-created';
        readonly process: Pid;
        /** The thread that called pthread_create. */
        readonly by: Pid;
        readonly at: SourcePosition | null;
      }
    | { readonly kind: 'thread-ended'; readonly process: Pid }
    | { readonly kind: 'thread-joined'; readonly process: Pid; readonly by: Pid }
    | { readonly kind: 'executed'; readonly path: string; readonly argv: readonly string[] }
    | {
        readonly kind: 'state';
        readonly from: ProcessState;
        readonly to: ProcessState;
        readonly reason: WaitReason | null;
      }
    /** The medium-term scheduler moved a whole process to or from main memory. */
    | { readonly kind: 'swapped'; readonly direction: 'in' | 'out'; readonly bytes: number }
    /** `processor` turned to this process; from 0. */
    | { readonly kind: 'switched'; readonly from: Pid | null; readonly processor: number }
    | {
        readonly kind: 'called';
        readonly call: SystemCallName;
        readonly args: readonly number[];
        /** What they point to, by argument; absent where none does. */
        readonly pointed?: readonly Pointed[];
        readonly at: SourcePosition | null;
      }
    | {
        readonly kind: 'returned';
        readonly call: SystemCallName;
        readonly result: number;
        readonly errno: ErrnoName | null;
        /** What the call has filled, by argument; absent where it fills nothing, or failed. */
        readonly pointed?: readonly Pointed[];
      }
    | {
        readonly kind: 'output';
        readonly fd: number;
        readonly stream: 'stdout' | 'stderr';
        readonly text: string;
      }
    | { readonly kind: 'input'; readonly text: string }
    /** Bytes went into a pipe, or came out of it. `length` is what it holds afterwards. */
    | {
        readonly kind: 'pipe';
        readonly pipe: number;
        readonly direction: 'written' | 'read';
        readonly byteCount: number;
        /** The first of these bytes, a character for each. */
        readonly head: string;
        readonly length: number;
      }
    /** A message went into a queue, or came out of it. `waiting` messages are there afterwards. */
    | {
        readonly kind: 'message';
        readonly queue: string;
        readonly direction: 'sent' | 'received';
        /** The type of a System V message, the priority of a POSIX one. */
        readonly priority: number;
        readonly byteCount: number;
        /** Its first bytes, a character for each. */
        readonly head: string;
        readonly waiting: number;
      }
    /**
     * Bytes were put into what a socket has received, or taken from there; or a client's socket was joined
     * to a new one of the server, and that was accepted.
     */
    | {
        readonly kind: 'socket';
        readonly direction: 'sent' | 'received' | 'connected' | 'accepted';
        /** The sender's socket, or the client's; null: it is gone, or has no connection. */
        readonly from: number | null;
        /** The receiver's, or the server's. */
        readonly to: number;
        /** Whom it is for: the receiver's address. */
        readonly address: string;
        /** Messages keep their borders, a stream's bytes don't. */
        readonly type: 'stream' | 'sequence' | 'datagram';
        readonly byteCount: number;
        /** The first of these bytes, a character for each. */
        readonly head: string;
      }
    | {
        readonly kind: 'signal';
        readonly signal: SignalName;
        readonly from: Pid | null;
        readonly action: 'terminate' | 'core' | 'ignore' | 'stop' | 'continue' | 'handle';
      }
    | { readonly kind: 'ended'; readonly status: ExitStatus; readonly at: SourcePosition | null }
    | { readonly kind: 'reaped'; readonly by: Pid }
    | { readonly kind: 'reparented'; readonly from: Pid; readonly to: Pid }
    | { readonly kind: 'finding'; readonly finding: Finding }
  );

/** An error of memory or arithmetic, found at the line that makes it. */
export interface Finding {
  readonly kind: FindingKind;
  /** One or two plain sentences: what happened, to which variable, where that memory came from. */
  readonly message: string;
  /** Fatal ones end the process with SIGSEGV, SIGFPE or SIGABRT; others are only noted. */
  readonly fatal: boolean;
  readonly at: SourcePosition | null;
  /** Call stack, innermost first, library frames left out. */
  readonly stack: readonly SourcePosition[];
  /** Hexadecimal without prefix ambiguity, e.g. "0x601040"; absent for arithmetic findings. */
  readonly address?: string;
}

export type FindingKind =
  | 'null-pointer'
  | 'wild-pointer'
  | 'out-of-bounds'
  | 'uninitialized'
  | 'invalid-size'
  | 'overlapping-copy'
  | 'missing-return'
  | 'invalid-argument'
  | 'conversion-out-of-range'
  | 'use-after-free'
  | 'use-after-return'
  | 'read-only'
  | 'protected-memory'
  | 'past-mapped-file'
  | 'double-free'
  | 'invalid-free'
  | 'leak'
  | 'stack-overflow'
  | 'bad-call'
  | 'division-by-zero'
  | 'signed-overflow'
  | 'shift-out-of-range'
  | 'assertion';
