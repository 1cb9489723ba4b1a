/** What a thread does next, as its system sees it before it is done. */
import type { SystemCallName } from '../../abi/system-calls';
import type { Pid } from '../../kernel/pid';
import type { Footprint } from '../system';
import type { ChosenEvent } from '../../kernel/scheduling/scheduler';

/**
 * One way in which an operation can go on: what the machine is told, one after the other. `run` lets the
 * thread execute its operation, in the kernel's way `way` where that has several.
 */
export type Action =
  { readonly kind: 'run'; readonly way: number } | { readonly kind: ChosenEvent };

export type Way = readonly Action[];

export interface Operation {
  readonly what: OperationKind;
  /** None while the thread has to wait for others. */
  readonly ways: readonly Way[];
  /** Shared objects only: what is private conflicts with nobody. */
  readonly footprint: Footprint;
  /** What follows depends on nothing but what is known of it: see remembered-steps.ts. */
  readonly isRepeatable: boolean;
  /** The process with whose end or stop the footprint reckons, since the operation says so. */
  readonly mayEnd: Pid | null;
  /** The word of memory that tells whether it can go on: a semaphore's value, or who has a mutex. */
  readonly needs?: { readonly object: number; readonly isFree: 'zero' | 'not-zero' };
  /** The thread that is joined, if nothing else lets this one go on. */
  readonly afterEndOf?: Pid;
}

export type OperationKind =
  | { readonly kind: 'memory' }
  | { readonly kind: 'heap' }
  | { readonly kind: 'call'; readonly call: SystemCallName | undefined }
  /** It waits in the kernel, half-way through a call: what may happen to it is in the ways. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'signal' }
  | { readonly kind: 'alarm' }
  /** Private work that has gone on for so long that others get a turn. */
  | { readonly kind: 'private' };

export const RUN: Way = [{ kind: 'run', way: 0 }];

/** Timers of processes are threads, too: their identifiers lie above all processes'. */
export const TIMERS = 2 ** 24;
/** A thread inside of a handler: its identifier, and the signal so many times. */
export const HANDLERS = 2 ** 25;
