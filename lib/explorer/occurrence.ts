/**
 * What a step of an execution did, in the terms in which properties judge it and stories tell it:
 * memory read and written, locks taken and given back, messages, processes made and waited for. Plain
 * data; the machine's steps are put into these terms by operations/. Leaves out what is private to a
 * thread.
 */
import type { SystemCallName } from '../abi/system-calls';
import type { Finding, SourcePosition, WaitReason } from '../kernel/events';
import type { ThreadId } from './system';

/** One step. Mostly it has one action; it has others' too, where it let them go on. */
export interface Occurrence {
  readonly thread: ThreadId;
  readonly actions: readonly Action[];
}

/** Bytes of memory: the same place in all processes that share it. */
export interface Place {
  /** A shared region, or a process's own memory. */
  readonly space: string;
  readonly address: number;
  readonly bytes: number;
  /** Where the acting thread's process has it. */
  readonly local: number;
}

/** Something that threads wait at, send through or keep each other out with; equal keys, same object. */
export interface SharedObject {
  readonly kind:
    | 'mutex'
    | 'read-write-lock'
    | 'file-lock'
    | 'semaphore'
    | 'condition'
    | 'barrier'
    | 'futex'
    | 'pipe'
    | 'queue'
    | 'socket'
    | 'signal';
  readonly key: string;
  /** Of what lies in memory: where the acting thread's process has it. */
  readonly local: number | null;
}

/** Excluding all others, or only those that exclude others. */
export type LockMode = 'exclusive' | 'shared';

export type Action = ActionBase &
  (
    | {
        readonly kind: 'access';
        readonly use: 'read' | 'write' | 'update';
        /** By an atomic operation of C11: such accesses never race. */
        readonly atomic: boolean;
        readonly place: Place;
      }
    | {
        readonly kind: 'lock';
        readonly object: SharedObject;
        readonly mode: LockMode;
        /** Had it not been free, the thread would have gone on without it. */
        readonly tried: boolean;
      }
    | { readonly kind: 'unlock'; readonly object: SharedObject; readonly mode: LockMode }
    /** A semaphore's value went down, or up. */
    | { readonly kind: 'take' | 'give'; readonly object: SharedObject; readonly amount: number }
    /** It has to wait until others let it go on. */
    | {
        readonly kind: 'wait';
        readonly object: SharedObject | null;
        readonly reason: WaitReason;
      }
    /** A condition variable was signalled; nobody waits for it when `woken` is 0. */
    | {
        readonly kind: 'notify';
        readonly object: SharedObject;
        readonly all: boolean;
        readonly woken: number;
        /** Of a signal sent to a process: which one. */
        readonly signal?: string;
      }
    /** A wait for a condition ended because somebody signalled. */
    | { readonly kind: 'notified'; readonly object: SharedObject }
    | { readonly kind: 'arrive' | 'pass'; readonly object: SharedObject }
    | {
        readonly kind: 'send' | 'receive';
        readonly object: SharedObject;
        readonly bytes: number;
        /** Of a System V message: its type, or the one that is asked for. */
        readonly type?: number;
      }
    | { readonly kind: 'create'; readonly child: ThreadId; readonly of: 'process' | 'thread' }
    | { readonly kind: 'join'; readonly child: ThreadId; readonly of: 'process' | 'thread' }
    | { readonly kind: 'end'; readonly ended: ThreadId; readonly of: 'process' | 'thread' }
    /** A signal's handler begins, or the signal ends the process. */
    | { readonly kind: 'signal'; readonly handled: boolean; readonly name: string }
    /** Its time was up. */
    | { readonly kind: 'timeout' }
    | { readonly kind: 'output'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
    | { readonly kind: 'finding'; readonly finding: Finding }
    /** Any other call. */
    | { readonly kind: 'call'; readonly name: SystemCallName }
  );

interface ActionBase {
  /** Who does it. */
  readonly thread: ThreadId;
  /** The student's line: where the thread stands. */
  readonly at: SourcePosition | null;
}

export type Access = Action & { readonly kind: 'access' };

export function overlap(a: Place, b: Place): boolean {
  return a.space === b.space && a.address < b.address + b.bytes && b.address < a.address + a.bytes;
}

/** Two accesses whose order can matter, and which C11 5.1.2.4p25 therefore wants ordered. */
export function conflict(a: Access, b: Access): boolean {
  return (
    (a.use !== 'read' || b.use !== 'read') && !(a.atomic && b.atomic) && overlap(a.place, b.place)
  );
}
