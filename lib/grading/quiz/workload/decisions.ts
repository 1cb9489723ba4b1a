/** Moments of a chart at which somebody has to be chosen, and why the chosen one it is. */
import { isPreemptive, type Job, type Workload } from './workload';

export interface Decision {
  readonly time: number;
  /** In the order of the table. */
  readonly candidates: readonly string[];
  readonly chosen: string;
}

/** Those with more than one to choose from. */
export function decisionsOf(workload: Workload, slots: readonly string[]): readonly Decision[] {
  const { processes, policy } = workload;
  return slots.flatMap((chosen, time) => {
    const before = slots[time - 1];
    const isAsked =
      chosen !== before ||
      (isPreemptive(policy) && processes.some(({ arrival }) => arrival === time));
    const candidates = processes
      .filter((job) => job.arrival <= time && leftOf(job, slots, time) > 0)
      .map(({ name }) => name);
    return time > 0 && isAsked && candidates.length > 1 ? [{ time, candidates, chosen }] : [];
  });
}

export function leftOf({ name, burst }: Job, slots: readonly string[], time: number): number {
  return burst - slots.slice(0, time).filter((slot) => slot === name).length;
}

/** Markdown: why not `name` at that moment. */
export function whyNot(
  { processes, policy, unit }: Workload,
  slots: readonly string[],
  { time, chosen }: Decision,
  name: string,
): string {
  const job = processes.find((each) => each.name === name);
  const right = processes.find((each) => each.name === chosen);
  if (job === undefined || right === undefined) return '';
  switch (policy.scheduler) {
    case 'fcfs':
      return `${name} came at ${job.arrival} and ${chosen} at ${right.arrival}: ${chosen} is before it in the queue.`;
    case 'rr':
      return `${chosen} is at the head of the ready queue; ${name} is behind it.`;
    case 'sjf':
    case 'srtf': {
      const left = [leftOf(job, slots, time), leftOf(right, slots, time)] as const;
      return policy.scheduler === 'sjf' && left[0] < job.burst
        ? `${name} has run already.`
        : `${name} still needs ${left[0]} ${unit}, ${chosen} only ${left[1]}.`;
    }
    case 'priority':
      return `${name} has priority ${job.priority}, ${chosen} has ${right.priority}, and the smallest number goes first.`;
  }
}
