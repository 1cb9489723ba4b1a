/**
 * A workload as readers edit it, the C program that behaves like it on the simulated machine
 * (forkyard/workload.h), and the queues of its run by name.
 */
import type { TraceEvent } from '@/lib/kernel/events';
import type { Pid } from '@/lib/kernel/pid';
import { queuesOverTime } from '@/lib/trace/queues';
import { stateIntervals } from '@/lib/trace/state-intervals';

/** All times in milliseconds. */
export type Job = {
  readonly name: string;
  readonly arrival: number;
  readonly first: number;
  /** Number of a device, from 1. */
  readonly device: number;
  readonly service: number;
  readonly second: number;
};

const NS = 1_000_000;

/** Everybody is created before this; the workload's time 0. */
const START_MS = 10;

/** Each sleeps until it arrives, computes, uses its device, and computes again. */
export function programOf(jobs: readonly Job[]): string {
  const rows = jobs.map(
    ({ arrival, first, device, service, second }) =>
      `  {${arrival}, ${first}, ${device}, ${service}, ${second}},`,
  );
  return `#include <forkyard/workload.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* In milliseconds. */
struct job { long arrival, first; int device; long service, second; } jobs[] = {
${rows.join('\n')}
};

int main(void) {
  for (int k = 0; k < ${jobs.length}; k++) {
    if (fork() == 0) {
      struct job *job = &jobs[k];
      long at = (${START_MS} + job->arrival) * ${NS};
      struct timespec arrival = {at / 1000000000, at % 1000000000};
      announce_burst(job->first * 1000);
      clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &arrival, NULL);
      cpu_burst(job->first * 1000);
      if (job->service > 0) {
        announce_burst(job->second * 1000);
        device_service(job->device, job->service * 1000);
        cpu_burst(job->second * 1000);
      }
      _exit(0);
    }
  }
  while (wait(NULL) > 0)
    ;
  return 0;
}
`;
}

/** Who stands where, by name. */
export type QueueMoment = {
  readonly at: number;
  readonly jobs: readonly string[];
  readonly ready: readonly string[];
  readonly running: string | null;
  readonly devices: readonly { readonly device: number; readonly queue: readonly string[] }[];
  readonly ended: readonly string[];
};

export type Bar = {
  readonly name: string;
  /** On the processor (0) or a device, by number. */
  readonly on: number;
  readonly from: number;
  readonly to: number;
};

export type WorkloadRun = {
  readonly moments: readonly QueueMoment[];
  readonly bars: readonly Bar[];
  /** When the last one ended. */
  readonly end: number;
};

/** The events are of a run of `programOf(jobs)`, whose first process only makes the others. */
export function queuesOf(jobs: readonly Job[], events: readonly TraceEvent[]): WorkloadRun {
  const created = events.flatMap((event) => (event.kind === 'created' ? [event.pid] : []));
  const [maker] = created;
  const children = created.slice(1);
  const names = new Map(children.map((pid, k) => [pid, jobs[k]?.name ?? '?']));
  const nameOf = (pid: Pid): readonly string[] => {
    const name = names.get(pid);
    return name === undefined ? [] : [name];
  };
  const msOf = (timeNs: number) => Math.round((timeNs / NS - START_MS) * 10) / 10;
  const intervals = stateIntervals(events).filter(({ pid }) => pid !== maker);

  const bars = intervals.flatMap(({ pid, intervals: own }) =>
    own.flatMap(({ state, reason, from, to }): readonly Bar[] => {
      const on = state === 'running' ? 0 : reason?.kind === 'device' ? reason.device : null;
      const [name] = nameOf(pid);
      const bar = { from: Math.max(0, msOf(from.timeNs)), to: msOf(to.timeNs) };
      return on === null || name === undefined || bar.to <= bar.from ? [] : [{ name, on, ...bar }];
    }),
  );
  // As a zombie it may be for no time at all.
  const ends = new Map(
    intervals.map(({ pid, intervals: own }) => [
      pid,
      msOf(own.findLast(({ state }) => state !== 'zombie')?.to.timeNs ?? Infinity),
    ]),
  );

  const moments = queuesOverTime(events).map(({ from, jobs: waiting, ready, devices }) => {
    const at = msOf(from.timeNs);
    return {
      at,
      jobs: waiting.flatMap(nameOf),
      ready: ready.flatMap(nameOf),
      running: bars.find((bar) => bar.on === 0 && bar.from <= at && at < bar.to)?.name ?? null,
      devices: devices.map(({ device, queue }) => ({ device, queue: queue.flatMap(nameOf) })),
      ended: children.filter((pid) => (ends.get(pid) ?? Infinity) <= at).flatMap(nameOf),
    };
  });
  return {
    moments: withoutRepetition(moments.filter(({ at }) => at >= 0)),
    bars: serviceBars(bars),
    end: Math.max(0, ...bars.map(({ to }) => to)),
  };
}

/** The last one of each time: what is left when everything that happens at once has happened. */
function withoutRepetition(moments: readonly QueueMoment[]): readonly QueueMoment[] {
  const last = moments.filter((moment, k) => moments[k + 1]?.at !== moment.at);
  const text = ({ at: _, ...queues }: QueueMoment) => JSON.stringify(queues);
  return last.filter((moment, k) => {
    const before = last[k - 1];
    return before === undefined || text(before) !== text(moment);
  });
}

/** A device serves one at a time, in order of arrival: from the wait's interval only the end is service. */
function serviceBars(bars: readonly Bar[]): readonly Bar[] {
  const free = new Map<number, number>();
  return bars
    .toSorted((a, b) => a.to - b.to)
    .map((bar) => {
      if (bar.on === 0) return bar;
      const from = Math.max(bar.from, free.get(bar.on) ?? 0);
      free.set(bar.on, bar.to);
      return { ...bar, from };
    });
}
