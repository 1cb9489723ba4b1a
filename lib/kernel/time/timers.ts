/** Who wakes when: timers on the virtual clock, in order of their time. */
import type { Pid } from '../pid';

export type Timer =
  | TaskTimer
  /** Of a timerfd, by its inode; `pid` is the process that set it. */
  | {
      readonly kind: 'descriptor';
      readonly untilNs: number;
      readonly pid: Pid;
      readonly inode: number;
    }
  /** Of timer_create, by process and id. */
  | {
      readonly kind: 'posix';
      readonly untilNs: number;
      readonly pid: Pid;
      readonly timer: number;
    };

export interface TaskTimer {
  readonly untilNs: number;
  /** A thread for `wake` and `device`, a process for `alarm`. */
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

export function removeTimer(state: Timed, pid: Pid, kind: TaskTimer['kind']): Timer | null {
  const at = state.timers.findIndex((timer) => timer.kind === kind && timer.pid === pid);
  return at < 0 ? null : (state.timers.splice(at, 1)[0] ?? null);
}

/** Whether it rings for a process, whatever the threads wait for. */
export function isOfProcess({ kind }: Timer): boolean {
  return kind === 'alarm' || kind === 'posix' || kind === 'descriptor';
}

/** Takes out the one that rings first of those that a process has set. */
export function removeFirstOfProcess(state: Timed, pid: Pid): Timer | null {
  const at = state.timers.findIndex((timer) => isOfProcess(timer) && timer.pid === pid);
  return at < 0 ? null : (state.timers.splice(at, 1)[0] ?? null);
}

export function findTimer(state: Timed, pid: Pid, kind: TaskTimer['kind']): TaskTimer | null {
  for (const timer of state.timers)
    if (timer.kind !== 'descriptor' && timer.kind !== 'posix')
      if (timer.kind === kind && timer.pid === pid) return timer;
  return null;
}

export function removeDescriptorTimer(state: Timed, inode: number): void {
  const at = state.timers.findIndex(
    (timer) => timer.kind === 'descriptor' && timer.inode === inode,
  );
  if (at >= 0) state.timers.splice(at, 1);
}

export function removePosixTimer(state: Timed, pid: Pid, id: number): void {
  const at = state.timers.findIndex(
    (timer) => timer.kind === 'posix' && timer.pid === pid && timer.timer === id,
  );
  if (at >= 0) state.timers.splice(at, 1);
}

export function nextTimerNs(state: Timed): number {
  return state.timers[0]?.untilNs ?? Infinity;
}
