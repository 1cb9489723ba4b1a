/** What is told of a process after the run. */
import type { Kernel } from '../kernel';
import type { Pid } from '../pid';
import type { Process } from './process';
import type { ProcessReport, SchedulingTimes } from '../report';
import { recordOf } from '../scheduling/scheduling-record';

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
    scheduling: timesOf(kernel, process),
  };
}

function timesOf(kernel: Kernel, process: Process): SchedulingTimes {
  const { arrivalNs, cpuNs, waitingNs, endedNs, firstRunNs } = recordOf(kernel.state, process.pid);
  return {
    arrivalNs,
    burstNs: cpuNs,
    waitingNs,
    turnaroundNs: endedNs === null ? null : endedNs - arrivalNs,
    responseNs: firstRunNs === null ? null : firstRunNs - arrivalNs,
  };
}

export function instructionsOf(kernel: Kernel, process: Process): number {
  let instructions = process.instructionsBefore;
  for (const id of process.threads) instructions += kernel.contexts.get(id)?.instructions ?? 0;
  return instructions;
}
