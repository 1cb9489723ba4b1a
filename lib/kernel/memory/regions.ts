/**
 * Shared regions and who keeps them: attachments of processes, and the names (files, System V segments,
 * semaphores) that they have. A region goes when nothing keeps it.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import { SharedRegion } from '../../vm/shared-region';
import { contextOf, regionOf, type Kernel } from '../kernel';
import type { RegionUse } from '../kernel-state';
import type { Attachment, Process } from '../processes/process';

export function newRegion(kernel: Kernel, name: string, byteCount: number): number {
  const id = kernel.state.nextRegion++;
  kernel.regions.set(id, new SharedRegion(name, byteCount));
  kernel.state.regions.set(id, {
    attached: 0,
    named: 0,
    byteCount: Math.max(1, Math.ceil(byteCount / PAGE_SIZE)) * PAGE_SIZE,
  });
  return id;
}

/** Bytes that a new region may take without leaving the memory budget. */
export function fitsBudget(kernel: Kernel, byteCount: number): boolean {
  return regionBytes(kernel) + byteCount <= kernel.budgets.memoryBytesMax;
}

export function regionBytes(kernel: Kernel): number {
  let total = 0;
  for (const use of kernel.state.regions.values()) total += use.byteCount;
  return total;
}

/** Maps a region into a process; null: no room, or the place is taken. */
export function attach(
  kernel: Kernel,
  process: Process,
  region: number,
  kind: Attachment['kind'],
  address: number | null,
  writable: boolean,
): number | null {
  const { memory } = contextOf(kernel, process.pid);
  const at = memory.map(regionOf(kernel, region), address, { writable });
  if (at === null) return null;
  const use = regionUse(kernel, region);
  use.attached++;
  process.attachments.push({ address: at, byteCount: use.byteCount, region, kind });
  return at;
}

export function detach(kernel: Kernel, process: Process, attachment: Attachment): void {
  contextOf(kernel, process.pid).memory.unmap(attachment.address);
  process.attachments = process.attachments.filter((other) => other !== attachment);
  regionUse(kernel, attachment.region).attached--;
  freeIfUnused(kernel, attachment.region);
}

export function nameRegion(kernel: Kernel, region: number): void {
  regionUse(kernel, region).named++;
}

export function unnameRegion(kernel: Kernel, region: number): void {
  regionUse(kernel, region).named--;
  freeIfUnused(kernel, region);
}

/** After fork: the child has the same mappings, and its own copy of the private ones. */
export function inheritAttachments(kernel: Kernel, child: Process): void {
  const { memory } = contextOf(kernel, child.pid);
  child.attachments = child.attachments.map((attachment) => {
    const use = regionUse(kernel, attachment.region);
    if (attachment.kind !== 'private') {
      use.attached++;
      return attachment;
    }
    const original = regionOf(kernel, attachment.region);
    const region = newRegion(kernel, original.name, original.length);
    const copy = regionOf(kernel, region);
    copy.bytes.set(original.bytes);
    copy.markDirty(0, copy.bytes.length);
    const writable = memory.mappingAt(attachment.address)?.writable ?? true;
    memory.unmap(attachment.address);
    memory.map(copy, attachment.address, { writable });
    regionUse(kernel, region).attached++;
    return { ...attachment, region };
  });
}

function regionUse(kernel: Kernel, region: number): RegionUse {
  const use = kernel.state.regions.get(region);
  if (use === undefined) throw new Error(`no region ${region}`);
  return use;
}

function freeIfUnused(kernel: Kernel, region: number): void {
  const use = regionUse(kernel, region);
  if (use.attached > 0 || use.named > 0) return;
  kernel.state.regions.delete(region);
  kernel.regions.delete(region);
}
