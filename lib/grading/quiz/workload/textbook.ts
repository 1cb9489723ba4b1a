/**
 * Scheduling as one does it on paper, a unit of time after the other, without the kernel: the second,
 * independent way to every chart, and what tells whether a workload has only one.
 */
import { IDLE } from '../slots';
import { isPreemptive, type Job, type Policy, type Workload } from './workload';

/** What textbooks leave open. */
interface Habits {
  /** Who arrives at the moment at which a quantum ends comes before the one whose quantum it was. */
  readonly arrivalsFirst: boolean;
  /** Of equals, the one that came first is taken; else the one that came last. */
  readonly firstOfEquals: boolean;
}

const USUAL: Habits = { arrivalsFirst: true, firstOfEquals: true };

interface Waiting {
  readonly job: Job;
  left: number;
}

export function textbookSlots(workload: Workload, habits: Habits = USUAL): readonly string[] {
  const { policy } = workload;
  const queue: Waiting[] = [];
  const slots: string[] = [];
  const coming = workload.processes.toSorted((a, b) => a.arrival - b.arrival);
  let running: Waiting | null = null;
  let ran = 0;
  for (let now = 0; coming.length > 0 || queue.length > 0 || running !== null; now++) {
    const isOver: boolean = policy.scheduler === 'rr' && running !== null && ran === policy.quantum;
    if (isOver && running !== null && !habits.arrivalsFirst) queue.push(running);
    while (coming[0] !== undefined && coming[0].arrival <= now) {
      const job = coming.shift();
      if (job !== undefined) queue.push({ job, left: job.burst });
    }
    if (isOver && running !== null && habits.arrivalsFirst) queue.push(running);
    if (isOver) running = null;
    if (running !== null && isPreemptive(policy) && queue.length > 0) {
      // It keeps the processor against its equals, or would as the latest of them.
      queue.unshift(running);
      running = null;
    }
    if (running === null && queue.length > 0) {
      running = taken(queue, policy, habits);
      ran = 0;
    }
    slots.push(running?.job.name ?? IDLE);
    if (running === null) continue;
    running.left--;
    ran++;
    if (running.left === 0) running = null;
  }
  return slots;
}

function taken(queue: Waiting[], policy: Policy, { firstOfEquals }: Habits): Waiting | null {
  const measures = queue.map((each) => measureOf(each, policy));
  const least = Math.min(...measures);
  const at =
    policy.scheduler === 'rr' || policy.scheduler === 'fcfs' || firstOfEquals
      ? measures.indexOf(least)
      : measures.lastIndexOf(least);
  return queue.splice(at, 1)[0] ?? null;
}

function measureOf({ job, left }: Waiting, policy: Policy): number {
  switch (policy.scheduler) {
    case 'fcfs':
    case 'rr':
      return 0;
    case 'sjf':
    case 'srtf':
      return left;
    case 'priority':
      return job.priority;
  }
}

/** False: what textbooks leave open would decide. */
export function hasOneChart(workload: Workload): boolean {
  const usual = textbookSlots(workload).join();
  const others: readonly Habits[] = [
    { arrivalsFirst: false, firstOfEquals: true },
    { arrivalsFirst: true, firstOfEquals: false },
  ];
  return (
    others.every((habits) => textbookSlots(workload, habits).join() === usual) &&
    !meetAtAnIdleProcessor(workload)
  );
}

/** Several that come at once to an idle processor: which of them the scheduler has seen is left open. */
function meetAtAnIdleProcessor({ processes, policy }: Workload): boolean {
  if (policy.scheduler === 'fcfs' || policy.scheduler === 'rr') return false;
  const slots = textbookSlots({ unit: '', processes, policy });
  return processes.some(
    ({ name, arrival }) =>
      arrival > 0 &&
      slots[arrival - 1] === IDLE &&
      processes.some((other) => other.name !== name && other.arrival === arrival),
  );
}
