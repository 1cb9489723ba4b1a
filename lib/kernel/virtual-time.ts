/**
 * Virtual time: what things cost, and who wakes when. Time passes only by work and, when everybody
 * waits, by jumping to the next timer. See docs/decisions/013-virtual-time.md.
 */
import type { KernelState, Timer } from './kernel-state';
import type { Pid } from './pid';

/** What things cost on the virtual clock, in whole nanoseconds. */
export interface Costs {
  /** At least 1, so that every loop takes time. */
  readonly instructionNs: number;
  readonly systemCallNs: number;
  readonly contextSwitchNs: number;
  /** The timer interrupt that ends a quantum. */
  readonly tickNs: number;
}

export const defaultCosts: Costs = {
  instructionNs: 1,
  systemCallNs: 200,
  contextSwitchNs: 1_000,
  tickNs: 0,
};

/** The machine was booted at 2026-01-01 00:00:00 UTC, whenever that was. */
export const BOOT_EPOCH_SECONDS = 1_767_225_600;
export const NANOSECONDS_PER_SECOND = 1_000_000_000;

/** Keeps timers sorted: earlier first, and first set first among equals. */
export function addTimer(state: KernelState, timer: Timer): void {
  let at = state.timers.length;
  while (at > 0 && (state.timers[at - 1]?.untilNs ?? 0) > timer.untilNs) at--;
  state.timers.splice(at, 0, timer);
}

export function removeTimer(state: KernelState, pid: Pid, kind: Timer['kind']): Timer | null {
  const at = state.timers.findIndex((timer) => timer.pid === pid && timer.kind === kind);
  return at < 0 ? null : (state.timers.splice(at, 1)[0] ?? null);
}

export function findTimer(state: KernelState, pid: Pid, kind: Timer['kind']): Timer | null {
  return state.timers.find((timer) => timer.pid === pid && timer.kind === kind) ?? null;
}

export function nextTimerNs(state: KernelState): number {
  return state.timers[0]?.untilNs ?? Infinity;
}
