/**
 * Expirations of timer_create(2)'s timers. As on Linux a timer whose signal is pending doesn't ring
 * again: when the signal is taken, what was missed is its overrun, and the timer goes on. So is one
 * whose signal is ignored silent until there is a handler.
 */
import { threadsOf, type Kernel } from '../kernel';
import type { Process } from '../processes/process';
import type { PosixTimer } from './posix-timer';
import { addTimer, removePosixTimer } from './timers';

/** Enters the timer's next expiration in the machine's list, in place of what was there. */
export function schedule({ state }: Kernel, process: Process, timer: PosixTimer): void {
  removePosixTimer(state, process.pid, timer.id);
  if (timer.nextNs === null || timer.notification.kind === 'none') return;
  addTimer(state, {
    kind: 'posix',
    untilNs: timer.nextNs,
    pid: process.pid,
    timer: timer.id,
  });
}

/** Expirations that are over, but for the one at `nextNs`. */
export function missed({ nextNs, intervalNs }: PosixTimer, nowNs: number): number {
  if (nextNs === null || intervalNs === 0 || nowNs < nextNs) return 0;
  return Math.floor((nowNs - nextNs) / intervalNs);
}

/** A timer's signal is taken: how many expirations it stands for beside its own. */
export function timerSignalTaken(kernel: Kernel, process: Process, id: number): number {
  const timer = process.posixTimers.get(id);
  const { timeNs } = kernel.state;
  // It was set anew, or deleted, while its signal was pending.
  if (timer === undefined || timer.nextNs === null || timer.nextNs > timeNs) return 0;
  const overrun = missed(timer, timeNs);
  const { nextNs, intervalNs } = timer;
  const next = {
    ...timer,
    overrun,
    nextNs: intervalNs === 0 ? null : nextNs + (overrun + 1) * intervalNs,
  };
  process.posixTimers.set(id, next);
  schedule(kernel, process, next);
  return overrun;
}

/** Timers whose signals were ignored, or thrown away while pending, ring for the new handler. */
export function goOnRinging(kernel: Kernel, process: Process, signal: number): void {
  for (const timer of process.posixTimers.values()) {
    const { notification, id, nextNs } = timer;
    if (notification.kind === 'none' || notification.signal !== signal || nextNs === null) continue;
    const queues = [process.signals, ...threadsOf(kernel, process).map(({ signals }) => signals)];
    const waits = queues.some(({ pending }) =>
      pending.some(({ info }) => info.kind === 'timer' && info.timer === id),
    );
    if (waits) continue;
    const over = missed(timer, kernel.state.timeNs);
    const late = nextNs <= kernel.state.timeNs;
    if (late && timer.intervalNs === 0) continue;
    const next = late ? { ...timer, nextNs: nextNs + (over + 1) * timer.intervalNs } : timer;
    process.posixTimers.set(id, next);
    schedule(kernel, process, next);
  }
}
