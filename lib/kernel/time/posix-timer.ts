/** A timer of timer_create(2). Plain data of its process. Replaced, not changed. */
import type { Pid } from '../pid';
import type { SignalValue } from '../signals/signal-info';

export interface PosixTimer {
  readonly id: number;
  /** What its clock showed when the machine was booted. */
  readonly originSeconds: number;
  readonly notification: TimerNotification;
  /** Machine time of the expiration that comes next, or whose signal is pending; null: disarmed. */
  readonly nextNs: number | null;
  /** 0: it rings once. */
  readonly intervalNs: number;
  /** Expirations that the signal taken last told of beside its own: timer_getoverrun(2). */
  readonly overrun: number;
}

export type TimerNotification =
  | { readonly kind: 'none' }
  /** To the process, or to one of its threads. */
  | {
      readonly kind: 'signal';
      readonly signal: number;
      readonly thread: Pid | null;
      readonly value: SignalValue;
    };
