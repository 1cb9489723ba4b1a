/**
 * Limits of a run under which every bomb (fork, allocation, output, endless loop) ends within a second
 * or two of host time, and no honest student program is stopped.
 */
import type { Budgets } from './report';

/** As people read large numbers: 50,000,000. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

export const defaultBudgets: Budgets = {
  instructionsMax: 200_000_000,
  memoryBytesMax: 128 * 1024 * 1024,
  processesMax: 256,
  forksMax: 5_000,
  outputBytesMax: 1024 * 1024,
  openFilesMax: 256,
};

/** Somebody sits at the terminal and can end what runs: these are there against accidents only. */
export const sessionBudgets: Budgets = {
  ...defaultBudgets,
  instructionsMax: 1e12,
  forksMax: 1_000_000,
  outputBytesMax: 1024 * defaultBudgets.outputBytesMax,
};
