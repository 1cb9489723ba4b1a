/** A textbook's workload: processes that arrive and need the processor once, under a policy. */
import { z } from 'zod';
import type { Values } from '../drawing/expression';
import { numberOf } from '../drawing/template';
import { AskFailure } from '../failure';
import type { WorkloadFigure } from '../asked';

const amount = z.union([z.number(), z.string().min(1).max(200)]);

export const workloadSchema = z.strictObject({
  unit: z.string().min(1).max(10).default('ms'),
  processes: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,5}$/),
        arrival: amount.default(0),
        burst: amount,
        /** Smaller goes first. */
        priority: amount.default(0),
      }),
    )
    .min(2)
    .max(8)
    .refine(
      (processes) => new Set(processes.map(({ name }) => name)).size === processes.length,
      'the same name twice',
    ),
  policy: z.discriminatedUnion('scheduler', [
    z.strictObject({ scheduler: z.enum(['fcfs', 'sjf', 'srtf']) }),
    z.strictObject({ scheduler: z.literal('rr'), quantum: amount }),
    z.strictObject({ scheduler: z.literal('priority'), preemptive: z.boolean().default(false) }),
  ]),
});
export type AuthoredWorkload = z.output<typeof workloadSchema>;

/** With numbers in place of expressions: whole units of time. */
export interface Workload {
  readonly unit: string;
  readonly processes: readonly Job[];
  readonly policy: Policy;
}

export interface Job {
  readonly name: string;
  readonly arrival: number;
  readonly burst: number;
  readonly priority: number;
}

export type Policy =
  | { readonly scheduler: 'fcfs' | 'sjf' | 'srtf' }
  | { readonly scheduler: 'rr'; readonly quantum: number }
  | { readonly scheduler: 'priority'; readonly preemptive: boolean };

const UNITS_MAX = 60;
const PRIORITY_MAX = 15;

export function drawnWorkload(authored: AuthoredWorkload, values: Values): Workload {
  const processes = authored.processes.map(({ name, arrival, burst, priority }) => ({
    name,
    arrival: whole(numberOf(arrival, values), 0, UNITS_MAX),
    burst: whole(numberOf(burst, values), 1, UNITS_MAX),
    priority: whole(numberOf(priority, values), 0, PRIORITY_MAX),
  }));
  const total = processes.reduce((sum, { burst }) => sum + burst, 0);
  const last = Math.max(...processes.map(({ arrival }) => arrival));
  if (total + last > UNITS_MAX)
    throw new AskFailure(`the workload takes more than ${UNITS_MAX} units of time`);
  const { policy } = authored;
  return {
    unit: authored.unit,
    processes,
    policy:
      policy.scheduler === 'rr'
        ? { scheduler: 'rr', quantum: whole(numberOf(policy.quantum, values), 1, UNITS_MAX) }
        : policy,
  };
}

function whole(value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new AskFailure(
    `${value} in a workload: whole numbers from ${least} to ${most} belong there`,
  );
}

export function isPreemptive(policy: Policy): boolean {
  return policy.scheduler === 'srtf' || (policy.scheduler === 'priority' && policy.preemptive);
}

export function policyText(policy: Policy, unit: string): string {
  switch (policy.scheduler) {
    case 'fcfs':
      return 'first come, first served';
    case 'sjf':
      return 'shortest job first, not preemptive';
    case 'srtf':
      return 'shortest remaining time first (preemptive)';
    case 'rr':
      return `round robin with a quantum of ${policy.quantum} ${unit}`;
    case 'priority':
      return `priorities, ${policy.preemptive ? 'preemptive' : 'not preemptive'}: the smallest number goes first`;
  }
}

export function workloadFigure(
  { unit, processes, policy }: Workload,
  soFar: readonly string[] | null = null,
): WorkloadFigure {
  return {
    unit,
    policy: policyText(policy, unit),
    hasPriorities: policy.scheduler === 'priority',
    processes: processes.map((process) => ({ ...process })),
    soFar: soFar === null ? null : [...soFar],
  };
}
