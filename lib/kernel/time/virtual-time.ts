/**
 * Virtual time: what things cost. Who wakes when is timers.ts. Time passes only by work and, when everybody
 * waits, by jumping to the next timer. See docs/decisions/013-virtual-time.md.
 */
/** What things cost on the virtual clock, in whole nanoseconds. */
export interface Costs {
  /** At least 1, so that every loop takes time, unless timers ring when the scheduler says so. */
  readonly instructionNs: number;
  readonly systemCallNs: number;
  readonly contextSwitchNs: number;
  /** The timer interrupt that ends a quantum. */
  readonly tickNs: number;
  /** One page of a process that is swapped out or in. */
  readonly swapPageNs: number;
}

export const defaultCosts: Costs = {
  instructionNs: 1,
  systemCallNs: 200,
  contextSwitchNs: 1_000,
  tickNs: 0,
  swapPageNs: 10_000,
};

/** Time stands still but for timers that ring. */
export const freeOfCosts: Costs = {
  instructionNs: 0,
  systemCallNs: 0,
  contextSwitchNs: 0,
  tickNs: 0,
  swapPageNs: 0,
};

/** The machine was booted at 2026-01-01 00:00:00 UTC, whenever that was. */
export const BOOT_EPOCH_SECONDS = 1_767_225_600;
export const NANOSECONDS_PER_SECOND = 1_000_000_000;
