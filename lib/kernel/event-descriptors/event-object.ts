/**
 * What stands behind descriptors that are no files: the counter of eventfd(2), the timer of
 * timerfd_create(2), the signals of signalfd(2), the interests of epoll(7). Plain data in an inode
 * without a name, so that dup, fork, close and /proc treat them as everything else that is open.
 */
import type { Pid } from '../pid';
import type { SignalSet } from '../signals/signal-set';

export type EventObject = EventCounter | TimerObject | SignalObject | EpollObject;

export interface EventCounter {
  readonly kind: 'counter';
  /** At most COUNT_MAX. */
  count: bigint;
  /** A read takes 1 instead of all. */
  readonly semaphore: boolean;
  /** Blocked threads, oldest first. */
  readers: readonly Pid[];
  writers: readonly Pid[];
}

export const COUNT_MAX = 0xffff_ffff_ffff_fffen;

export interface TimerObject {
  readonly kind: 'timer';
  /** What its clock showed when the machine was booted. */
  readonly originSeconds: number;
  /** The process that set it last. */
  setBy: Pid;
  /** Machine time of the first expiration that nobody has read of; null: disarmed. */
  nextNs: number | null;
  /** 0: it rings once. */
  intervalNs: number;
  readers: readonly Pid[];
}

export interface SignalObject {
  readonly kind: 'signals';
  set: SignalSet;
}

export interface EpollObject {
  readonly kind: 'epoll';
  /** In order of being added. */
  interests: readonly Interest[];
  /** Numbers of interests that may have something to tell, oldest first: Linux's ready list. */
  ready: readonly number[];
  nextInterest: number;
}

/** What epoll_ctl was told of a descriptor. Replaced, not changed. */
export interface Interest {
  readonly number: number;
  readonly fd: number;
  /** Key of KernelState.descriptions. */
  readonly description: number;
  /** The thread that added it: whose signals a signalfd tells. */
  readonly owner: Pid;
  /** Events and the flags EPOLLET, EPOLLONESHOT and the like. */
  readonly events: number;
  readonly data: bigint;
  /** EPOLLONESHOT, and it has been told. */
  readonly disabled: boolean;
  /** When last looked at: which of its events there were, and how much there was to read. */
  readonly seenEvents: number;
  readonly seenAmount: number;
}

/** How often a timer has rung since somebody read of it last. */
export function expirations({ nextNs, intervalNs }: TimerObject, nowNs: number): number {
  if (nextNs === null || nowNs < nextNs) return 0;
  return intervalNs === 0 ? 1 : 1 + Math.floor((nowNs - nextNs) / intervalNs);
}

export function cloneEventObject(object: EventObject): EventObject {
  return { ...object };
}
