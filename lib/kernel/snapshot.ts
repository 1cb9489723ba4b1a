/**
 * The whole machine at one moment: kernel state, contexts, shared regions. Pages of memory are shared
 * with the running machine until they are written.
 */
import {
  contextFromSnapshot,
  restoreContext,
  snapshotContext,
  type ContextSnapshot,
} from '../vm/context';
import type { SharedRegion, SharedRegionSnapshot } from '../vm/shared-region';
import type { Kernel } from './kernel';
import { cloneKernelState, type KernelState } from './kernel-state';
import type { Pid } from './pid';

export interface KernelSnapshot {
  readonly state: KernelState;
  readonly contexts: ReadonlyMap<Pid, ContextSnapshot>;
  readonly regions: ReadonlyMap<
    number,
    { readonly region: SharedRegion; readonly contents: SharedRegionSnapshot }
  >;
}

export function snapshotKernel(kernel: Kernel): KernelSnapshot {
  const contexts = new Map<Pid, ContextSnapshot>();
  for (const [pid, context] of kernel.contexts) contexts.set(pid, snapshotContext(context));
  const regions = new Map<
    number,
    { readonly region: SharedRegion; readonly contents: SharedRegionSnapshot }
  >();
  for (const [id, region] of kernel.regions)
    regions.set(id, { region, contents: region.snapshot() });
  return { state: cloneKernelState(kernel.state), contexts, regions };
}

/** Only into the kernel that the snapshot was taken of: regions are restored in place. */
export function restoreKernel(kernel: Kernel, snapshot: KernelSnapshot): void {
  kernel.state = cloneKernelState(snapshot.state);
  kernel.regions.clear();
  for (const [id, { region, contents }] of snapshot.regions) {
    region.restore(contents);
    kernel.regions.set(id, region);
  }
  for (const pid of [...kernel.contexts.keys()])
    if (!snapshot.contexts.has(pid)) kernel.contexts.delete(pid);
  for (const [pid, saved] of snapshot.contexts) {
    const present = kernel.contexts.get(pid);
    if (present?.image === saved.image) restoreContext(present, saved);
    else kernel.contexts.set(pid, contextFromSnapshot(saved));
  }
}
