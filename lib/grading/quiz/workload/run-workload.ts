/**
 * Who runs in each unit of time, found by the kernel's own schedulers: the workload is written as a C
 * program of forkyard/workload.h and run. Nothing costs time but the bursts; the few instructions around
 * them are far below a unit.
 */
import { schedulerByName } from '../../../kernel/scheduling/policies/by-name';
import type { Scheduler } from '../../../kernel/scheduling/scheduler';
import { processorRows } from '../../../trace/processor-intervals';
import { imageOf } from '../computed/program-runs';
import { remembered } from '../computed/remembered';
import { runToEnd } from '../../run';
import { IDLE } from '../slots';
import type { Policy, Workload } from './workload';

const UNIT_NS = 1_000_000;
/** Time to fork them all, before the first arrives. */
const START = 20;
/** Room in a quantum for the instructions around a burst. */
const ROOM = 5_000;

export const slotsOf = remembered((workload: Workload): readonly string[] => {
  const { report, events } = runToEnd(imageOf({ program: programOf(workload) }), {
    schedule: schedulerOf(workload.policy),
    costs: { systemCallNs: 0, contextSwitchNs: 0 },
    trace: 'full',
    budgets: { instructionsMax: 1_000_000 },
  });
  if (report.outcome.kind !== 'finished') throw new Error(`a workload ${report.outcome.kind}`);
  const names = new Map(
    // The first is their parent, the second holds the processor while the first ones arrive.
    report.processes.slice(2).map(({ pid }, at) => [pid, workload.processes[at]?.name ?? IDLE]),
  );
  const [row] = processorRows(events);
  const ends = (row?.intervals ?? []).filter(({ pid }) => pid !== null && names.has(pid));
  const length = Math.round((ends.at(-1)?.to.timeNs ?? 0) / UNIT_NS) - START;
  return Array.from({ length }, (_unit, at) => {
    const middle = (START + at + 0.5) * UNIT_NS;
    const interval = ends.find(({ from, to }) => from.timeNs <= middle && middle < to.timeNs);
    return (
      (interval?.pid === undefined || interval.pid === null ? null : names.get(interval.pid)) ??
      IDLE
    );
  });
});

function schedulerOf(policy: Policy): Scheduler {
  switch (policy.scheduler) {
    case 'rr':
      return schedulerByName('rr', { quantum: policy.quantum * UNIT_NS + ROOM });
    case 'priority':
      return schedulerByName('priority', { preemptive: policy.preemptive });
    default:
      return schedulerByName(policy.scheduler);
  }
}

function programOf({ processes }: Workload): string {
  const rows = processes.map(
    ({ arrival, burst, priority }) => `{${arrival}, ${burst}, ${priority + 1}}`,
  );
  return `#include <forkyard/workload.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
struct job { long arrival, burst; int priority; } jobs[] = {${rows.join(', ')}};
static void sleep_until(long ns) {
  struct timespec at = {0, ns};
  clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
}
int main(void) {
  if (fork() == 0) {
    announce_burst(1);
    sleep_until((${START} - 1) * ${UNIT_NS}L);
    cpu_burst(1002);
    _exit(0);
  }
  for (int k = 0; k < (int)(sizeof jobs / sizeof *jobs); k++)
    if (fork() == 0) {
      nice(jobs[k].priority);
      announce_burst(jobs[k].burst * 1000);
      sleep_until((${START} + jobs[k].arrival) * ${UNIT_NS}L);
      cpu_burst(jobs[k].burst * 1000);
      _exit(0);
    }
  while (wait(NULL) > 0) {
  }
  return 0;
}
`;
}
