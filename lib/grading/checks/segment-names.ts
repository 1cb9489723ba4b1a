/** The parts of an address space, low to high, and in which of them an address lies. */
import {
  ARGUMENTS_LIMIT,
  HEAP_LIMIT,
  MAPPING_BASE,
  MAPPING_LIMIT,
  STACK_BYTES_MAX,
  STACK_TOP,
  TEXT_BASE,
} from '../../abi/address-space';
import type { ProgramImage } from '../../abi/image';

export const segmentNames = [
  'text',
  'read-only',
  'data',
  'bss',
  'heap',
  'mappings',
  'stack',
  'arguments',
] as const;
export type SegmentName = (typeof segmentNames)[number];

/** As the chapter's figure calls them, after "in". */
export const segmentText = {
  text: 'the program text',
  'read-only': 'the read-only data',
  data: 'the initialized static data',
  bss: 'the uninitialized static data',
  heap: 'the heap',
  mappings: 'the shared mappings',
  stack: 'the stack',
  arguments: 'the arguments and the environment',
} as const satisfies Record<SegmentName, string>;

/** null: in none of them. */
export function segmentAt(image: ProgramImage, address: number): SegmentName | null {
  const { code, rodata, data, bss, heapBase } = image;
  const bounds = {
    text: [TEXT_BASE, TEXT_BASE + 4 * code.length],
    'read-only': [rodata.address, rodata.address + rodata.bytes.length],
    data: [data.address, data.address + data.bytes.length],
    bss: [bss.address, bss.address + bss.bytes],
    heap: [heapBase, HEAP_LIMIT],
    mappings: [MAPPING_BASE, MAPPING_LIMIT],
    stack: [STACK_TOP - STACK_BYTES_MAX, STACK_TOP],
    arguments: [STACK_TOP, ARGUMENTS_LIMIT],
  } as const satisfies Record<SegmentName, readonly [number, number]>;
  return (
    segmentNames.find((name) => {
      const [from, to] = bounds[name];
      return address >= from && address < to;
    }) ?? null
  );
}
