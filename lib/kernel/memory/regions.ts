/**
 * Shared regions and who keeps them: attachments of processes, and the names (files, System V segments,
 * semaphores) that they have. A region goes when nothing keeps it.
 */
import { PAGE_SIZE } from '../../abi/address-space';
import type { Protection } from '../../vm/mapping';
import { SharedRegion, type RegionExtent } from '../../vm/shared-region';
import { studentPosition } from '../../vm/stack-walk';
import { contextOf, regionOf, type Kernel } from '../kernel';
import type { RegionUse } from '../kernel-state';
import { numberFor } from '../numbering';
import type { Attachment, Process } from '../processes/process';
import { fitsLimits, limitHeap } from './memory-limits';

export function newRegion(
  kernel: Kernel,
  name: string,
  byteCount: number,
  extent: RegionExtent = 'pages',
): number {
  const id = numberFor(kernel, 'nextRegion');
  kernel.regions.set(id, new SharedRegion(name, byteCount, extent));
  kernel.state.regions.set(id, {
    attached: 0,
    named: 0,
    byteCount: Math.ceil(byteCount / PAGE_SIZE) * PAGE_SIZE,
  });
  return id;
}

/** A file's region grows and shrinks with the file. */
export function resizeRegion(kernel: Kernel, id: number, byteCount: number): void {
  const region = regionOf(kernel, id);
  region.resize(byteCount);
  kernel.state.regions.set(id, {
    ...regionUse(kernel, id),
    byteCount: region.pageCount * PAGE_SIZE,
  });
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

/** What is mapped where, and which access is allowed. */
export interface Placement
  extends Pick<Attachment, 'kind'>, Partial<Pick<Attachment, 'mayWrite'>>, Protection {
  /** Null: where there is room. */
  readonly address: number | null;
  /** Where in the region, and how much; else all of it. */
  readonly offset?: number;
  readonly bytes?: number;
}

/** Maps a region into a process; null: no room, or the place is taken. */
export function attach(
  kernel: Kernel,
  process: Process,
  region: number,
  { kind, address, mayWrite = true, ...window }: Placement,
): number | null {
  const context = contextOf(kernel, process.pid);
  const { offset = 0, bytes: byteCount = regionUse(kernel, region).byteCount } = window;
  if (!fitsLimits(process, context, byteCount, kind === 'private' && window.writable)) return null;
  const line = studentPosition(context)?.line ?? null;
  const mapped = { line, ...window, offset, bytes: byteCount };
  const at = context.memory.map(regionOf(kernel, region), address, mapped);
  if (at === null) return null;
  regionUse(kernel, region).attached++;
  process.attachments.push({ address: at, byteCount, offset, mayWrite, region, kind });
  limitHeap(kernel, process, context);
  return at;
}

export function detach(kernel: Kernel, process: Process, attachment: Attachment): void {
  const context = contextOf(kernel, process.pid);
  const line = studentPosition(context)?.line ?? null;
  context.memory.unmap(attachment.address, attachment.byteCount, line);
  process.attachments = process.attachments.filter((other) => other !== attachment);
  limitHeap(kernel, process, context);
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
  const copies = new Map<number, number>();
  child.attachments = child.attachments.map((attachment) => {
    let { region } = attachment;
    if (attachment.kind === 'private') {
      const copied = copies.get(region) ?? copyRegion(kernel, region);
      copies.set(region, copied);
      memory.exchangeRegion(regionOf(kernel, region), regionOf(kernel, copied));
      region = copied;
    }
    regionUse(kernel, region).attached++;
    return { ...attachment, region };
  });
}

function copyRegion(kernel: Kernel, id: number): number {
  const { name, length, extent, bytes } = regionOf(kernel, id);
  const copy = newRegion(kernel, name, length, extent);
  regionOf(kernel, copy).bytes.set(bytes);
  return copy;
}

/** One more attachment of a region: a mapping was cut in two. */
export function attachedAgain(kernel: Kernel, region: number): void {
  regionUse(kernel, region).attached++;
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
