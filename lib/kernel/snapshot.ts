/**
 * The whole machine at one moment: kernel state, contexts, shared regions. Pages of memory are shared
 * with the running machine until they are written.
 */
import { contextFromSnapshot, snapshotContext, type ContextSnapshot } from '../vm/context';
import { ProcessMemory, type MemorySnapshot } from '../vm/memory';
import type { SharedRegion, SharedRegionSnapshot } from '../vm/shared-region';
import { contextOf, type Kernel } from './kernel';
import { cloneKernelState, type KernelState } from './kernel-state';
import type { Pid } from './pid';

export interface KernelSnapshot {
  readonly state: KernelState;
  /** By thread. */
  readonly contexts: ReadonlyMap<Pid, ContextSnapshot>;
  /** By process. */
  readonly memories: ReadonlyMap<Pid, MemorySnapshot>;
  readonly regions: ReadonlyMap<
    number,
    { readonly region: SharedRegion; readonly contents: SharedRegionSnapshot }
  >;
}

export function snapshotKernel(kernel: Kernel): KernelSnapshot {
  const contexts = new Map<Pid, ContextSnapshot>();
  for (const [id, context] of kernel.contexts) contexts.set(id, snapshotContext(context));
  const memories = new Map<Pid, MemorySnapshot>();
  for (const { pid, threads } of kernel.state.processes.values())
    if (threads.length > 0) memories.set(pid, contextOf(kernel, pid).memory.snapshot());
  const regions = new Map<
    number,
    { readonly region: SharedRegion; readonly contents: SharedRegionSnapshot }
  >();
  for (const [id, region] of kernel.regions)
    regions.set(id, { region, contents: region.snapshot() });
  return { state: cloneKernelState(kernel.state), contexts, memories, regions };
}

/**
 * Only into the kernel that the snapshot was taken of: regions are restored in place. `forGood`: the
 * snapshot isn't used again, so that its state need not be copied.
 */
export function restoreKernel(kernel: Kernel, snapshot: KernelSnapshot, forGood = false): void {
  const { spareMemories } = kernel;
  for (const [id, context] of kernel.contexts)
    if (kernel.state.processes.has(id) && !snapshot.memories.has(id))
      spareMemories.set(id, context);
  kernel.state = forGood ? snapshot.state : cloneKernelState(snapshot.state);
  kernel.regions.clear();
  for (const [id, { region, contents }] of snapshot.regions) {
    region.restore(contents);
    kernel.regions.set(id, region);
  }
  const before = new Map(kernel.contexts);
  kernel.contexts.clear();
  for (const [pid, saved] of snapshot.memories) {
    const first = snapshot.contexts.get(pid);
    const present = before.get(pid) ?? spareMemories.get(pid);
    let memory: ProcessMemory;
    // In place only pages that differ are copied.
    if (present !== undefined && present.image === first?.image) {
      ({ memory } = present);
      memory.restore(saved);
      spareMemories.delete(pid);
    } else memory = ProcessMemory.fromSnapshot(saved);
    const noted = new Set(first?.noted);
    for (const id of kernel.state.processes.get(pid)?.threads ?? []) {
      const registers = snapshot.contexts.get(id);
      if (registers !== undefined)
        kernel.contexts.set(id, contextFromSnapshot(registers, memory, noted));
    }
  }
}
