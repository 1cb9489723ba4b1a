/** Who waits for whom among the processes of one moment: for the end of a child, or for what another has locked. */
import type { Pid } from '../../kernel/pid';
import { isOrphan, type Processes } from './process-history';

export interface WaitsFor {
  readonly from: Pid;
  readonly to: Pid;
  /** `child`: exactly this one. `any-child`: the first of several that ends. */
  readonly kind: 'child' | 'any-child' | 'owner';
}

export function waitsFor(processes: Processes): readonly WaitsFor[] {
  const owners = new Map<Pid, Pid>();
  for (const { pid, threads } of processes) for (const { id } of threads) owners.set(id, pid);
  return processes.flatMap(({ pid, threads }) =>
    threads.flatMap(({ state, reason }): readonly WaitsFor[] => {
      if (state !== 'waiting' || reason === null) return [];
      if (reason.kind === 'child' && reason.pid !== null)
        return [{ from: pid, to: reason.pid, kind: 'child' }];
      if (reason.kind === 'child') return childrenOf(processes, pid);
      const owner = reason.kind === 'lock' && reason.owner !== null ? reason.owner : null;
      const to = owner === null ? undefined : owners.get(owner);
      return to === undefined || to === pid ? [] : [{ from: pid, to, kind: 'owner' }];
    }),
  );
}

function childrenOf(processes: Processes, parent: Pid): readonly WaitsFor[] {
  return processes.flatMap((process) =>
    process.createdBy === parent && !isOrphan(process) && process.reapedBy === null
      ? [{ from: parent, to: process.pid, kind: 'any-child' } as const]
      : [],
  );
}
