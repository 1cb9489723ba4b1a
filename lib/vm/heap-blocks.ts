/**
 * The heap's blocks as they lie in simulated memory. Each block has a header in the redzone
 * before it; a control block at the start of the heap holds the allocator's own state, so that
 * fork and snapshots need nothing more. Reading only; heap.ts writes.
 */
import type { ProcessMemory } from './memory';

/** Words of the control block at heapBase, as word offsets. */
export const Control = {
  magic: 0,
  /** Address of the header of the next block that the heap grows by. */
  top: 1,
  /** The heap owns memory up to here: the program break unless the program moved it. */
  end: 2,
  /** Address of the last block's header before `top`, 0: none. */
  last: 3,
  /** Blocks that were freed and may not be used again yet, oldest first. */
  quarantineHead: 4,
  quarantineTail: 5,
  quarantineBytes: 6,
  allocatedBytes: 7,
  allocatedBlocks: 8,
  /** Number of allocations so far. */
  serial: 9,
  /** First of the bins of reusable blocks: exact capacities, then one for all larger. */
  bins: 16,
} as const;

export const CONTROL_MAGIC = 0x4845_4150;
export const SMALL_BINS = 64;
export const CONTROL_BYTES = (4 * (Control.bins + SMALL_BINS + 1) + 15) & ~15;

/** Words of a block's header. */
export const Header = {
  state: 0,
  /** As asked for. */
  bytes: 1,
  /** Room up to the next header, a multiple of 16. */
  capacity: 2,
  /** Header of the block before in memory, 0: none. */
  previous: 3,
  /** Code words of the student's lines that allocated and freed it. */
  allocatedPc: 4,
  freedPc: 5,
  serial: 6,
  /** Next in the quarantine. Reusable blocks keep their links in their contents. */
  next: 7,
} as const;

export const HEADER_BYTES = 32;

export const BlockState = {
  allocated: 0x0a11_0ca7,
  quarantined: 0x0f4e_ed01,
  reusable: 0x0f4e_ed02,
  /** Memory between two parts of the heap that the program took by brk itself. */
  hole: 0x0401_e000,
} as const;

export interface HeapBlock {
  readonly address: number;
  readonly bytes: number;
  readonly state: 'allocated' | 'freed';
  readonly allocatedPc: number;
  /** Meaningful for freed blocks. */
  readonly freedPc: number;
  readonly serial: number;
}

/** Blocks from low to high addresses, freed ones included as long as they are known. */
export function heapBlocks(memory: ProcessMemory): HeapBlock[] {
  const blocks: HeapBlock[] = [];
  memory.materialize();
  const { i32, lowDelta } = memory;
  const { heapBase } = memory.layout;
  const control = (heapBase - lowDelta) >> 2;
  if (i32[control + Control.magic] !== CONTROL_MAGIC) return blocks;
  const top = i32[control + Control.top] as number;
  for (let header = heapBase + CONTROL_BYTES; header < top;) {
    const word = (header - lowDelta) >> 2;
    const state = i32[word + Header.state] as number;
    if (state !== BlockState.hole) {
      blocks.push({
        address: header + HEADER_BYTES,
        bytes: i32[word + Header.bytes] as number,
        state: state === BlockState.allocated ? 'allocated' : 'freed',
        allocatedPc: i32[word + Header.allocatedPc] as number,
        freedPc: i32[word + Header.freedPc] as number,
        serial: i32[word + Header.serial] as number,
      });
    }
    header += HEADER_BYTES + (i32[word + Header.capacity] as number);
  }
  return blocks;
}
