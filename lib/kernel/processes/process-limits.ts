/** What one process may use, by resource (getrlimit(2)), and what it begins with. */
import { STACK_BYTES_MAX } from '../../abi/address-space';
import type { Budgets } from '../report';

export const Resource = {
  RLIMIT_CPU: 0,
  RLIMIT_FSIZE: 1,
  RLIMIT_DATA: 2,
  RLIMIT_STACK: 3,
  RLIMIT_CORE: 4,
  RLIMIT_NPROC: 6,
  RLIMIT_NOFILE: 7,
  RLIMIT_AS: 9,
  RLIMIT_SIGPENDING: 11,
  RLIMIT_NICE: 13,
  RLIMIT_RTPRIO: 14,
} as const;

const RESOURCE_COUNT = 16;

export interface Limit {
  /** Infinity is RLIM_INFINITY. */
  readonly soft: number;
  readonly hard: number;
}

/** By resource number. Replaced, not changed. */
export type ResourceLimits = readonly Limit[];

const UNLIMITED: Limit = { soft: Infinity, hard: Infinity };

export function initialLimits(budgets: Budgets): ResourceLimits {
  const limits = new Array<Limit>(RESOURCE_COUNT).fill(UNLIMITED);
  limits[Resource.RLIMIT_STACK] = { soft: STACK_BYTES_MAX, hard: Infinity };
  limits[Resource.RLIMIT_CORE] = { soft: 0, hard: Infinity };
  limits[Resource.RLIMIT_NPROC] = { soft: budgets.processesMax, hard: budgets.processesMax };
  limits[Resource.RLIMIT_NOFILE] = { soft: budgets.openFilesMax, hard: budgets.openFilesMax };
  limits[Resource.RLIMIT_SIGPENDING] = { soft: 1024, hard: 1024 };
  limits[Resource.RLIMIT_NICE] = { soft: 0, hard: 0 };
  limits[Resource.RLIMIT_RTPRIO] = { soft: 0, hard: 0 };
  return limits;
}

export function softLimit(process: { readonly limits: ResourceLimits }, resource: number): number {
  return (process.limits[resource] ?? UNLIMITED).soft;
}
