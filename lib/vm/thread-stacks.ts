/**
 * Where threads have their stacks. The first thread's lies at STACK_TOP as ever; the others' lie
 * below its limit, each above a guard page, in the same flat buffer: so the processor reaches every
 * stack by the same addition. A place that became free is taken again, the highest first.
 */
import { MAPPING_LIMIT, PAGE_SIZE } from '../abi/address-space';

/** [floor, top): what a thread's stack pointer moves in. Multiples of the page size but for the first's top. */
export interface StackArea {
  readonly floor: number;
  readonly top: number;
}

export const GUARD_BYTES = PAGE_SIZE;

/** A free place of `bytes` below `ceiling`; null: the address space has none. `areas`: from high to low. */
export function findRoom(
  areas: readonly StackArea[],
  ceiling: number,
  bytes: number,
): StackArea | null {
  let top = ceiling;
  for (const area of areas) {
    if (top - area.top >= bytes + GUARD_BYTES) break;
    top = area.floor - GUARD_BYTES;
  }
  const floor = top - bytes;
  return floor - GUARD_BYTES < MAPPING_LIMIT ? null : { floor, top };
}

/** The areas and another one, from high to low. */
export function withArea(areas: readonly StackArea[], area: StackArea): readonly StackArea[] {
  return [...areas, area].sort((a, b) => b.top - a.top);
}

/** Whether an address lies in the area or its guard page. */
export function isWithGuard({ floor, top }: StackArea, address: number): boolean {
  return address >= floor - GUARD_BYTES && address < top;
}
