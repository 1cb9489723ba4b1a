/** Who wakes when: timers on the virtual clock, in order of their time. */
import type { Pid } from '../pid';

export interface Timer {
  readonly untilNs: number;
  /** A thread for `wake`, a process for `alarm`. */
  readonly pid: Pid;
  /** `wake` ends a thread's call that waits until then, `alarm` sends SIGALRM, `device` ends a service. */
  readonly kind: 'wake' | 'alarm' | 'device';
  /** Of a repeating alarm (setitimer); 0 for once. */
  readonly intervalNs: number;
}

interface Timed {
  /** By time of waking, then by order of setting. */
  timers: Timer[];
}

/** Keeps timers sorted: earlier first, and first set first among equals. */
export function addTimer(state: Timed, timer: Timer): void {
  let at = state.timers.length;
  while (at > 0 && (state.timers[at - 1]?.untilNs ?? 0) > timer.untilNs) at--;
  state.timers.splice(at, 0, timer);
}

export function removeTimer(state: Timed, pid: Pid, kind: Timer['kind']): Timer | null {
  const at = state.timers.findIndex((timer) => timer.pid === pid && timer.kind === kind);
  return at < 0 ? null : (state.timers.splice(at, 1)[0] ?? null);
}

export function findTimer(state: Timed, pid: Pid, kind: Timer['kind']): Timer | null {
  return state.timers.find((timer) => timer.pid === pid && timer.kind === kind) ?? null;
}

export function nextTimerNs(state: Timed): number {
  return state.timers[0]?.untilNs ?? Infinity;
}
