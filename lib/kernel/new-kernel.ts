/** A kernel as a machine's options want it: nothing booted, its files installed. */
import { installFiles } from './boot';
import type { Kernel } from './kernel';
import { newKernelState } from './kernel-state';
import type { MachineOptions } from './machine-options';
import type { Timing } from './scheduling/scheduler';
import { defaultCosts, freeOfCosts } from './time/virtual-time';

const PROCESSORS_MAX = 64;

export function newKernel(options: Omit<MachineOptions, 'scheduler'>, timing: Timing): Kernel {
  const kernel: Kernel = {
    state: newKernelState(options.terminal, checkedCount(options.processors ?? 1)),
    contexts: new Map(),
    regions: new Map(),
    executables: options.executables,
    booted: new Map(),
    budgets: options.budgets,
    // Where timers ring when the scheduler says so, nothing else takes time.
    costs: timing === 'chosen' ? freeOfCosts : { ...defaultCosts, ...options.costs },
    admittedMax: options.admittedMax ?? Infinity,
    mainMemoryBytes: options.mainMemoryBytes ?? Infinity,
    orphans: options.orphans,
    spareMemories: new Map(),
    traceFull: options.trace === 'full',
    timing,
  };
  installFiles(kernel, options.files ?? {});
  return kernel;
}

function checkedCount(processors: number): number {
  if (!Number.isInteger(processors) || processors < 1 || processors > PROCESSORS_MAX)
    throw new Error(`a machine has 1 to ${PROCESSORS_MAX} processors, not ${processors}`);
  return processors;
}
