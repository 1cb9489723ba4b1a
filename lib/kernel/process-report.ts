/** What is told of a process after the run. */
import type { Kernel } from './kernel';
import type { Pid } from './pid';
import type { Process } from './process';
import type { ProcessReport } from './report';

export function reportOf(kernel: Kernel, process: Process, reapedBy: Pid | null): ProcessReport {
  return {
    pid: process.pid,
    parent: process.parent,
    createdBy: process.createdBy,
    name: process.name,
    state: process.state,
    status: process.status,
    reapedBy,
    leftZombie: process.leftZombie || process.state === 'zombie',
    instructions: instructionsOf(kernel, process),
  };
}

export function instructionsOf(kernel: Kernel, process: Process): number {
  let instructions = process.instructionsBefore;
  for (const id of process.threads) instructions += kernel.contexts.get(id)?.instructions ?? 0;
  return instructions;
}
