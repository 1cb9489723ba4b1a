/**
 * The heap's blocks, those first that pointers lead to, then the latest. Which line asked for a block is
 * known from its header (vm/heap-blocks.ts).
 */
import { positionAt } from '../../vm/debug-info';
import { HEADER_BYTES, Header, type HeapBlock } from '../../vm/heap-blocks';
import type { ProcessObjects } from '../../vm/values/process-objects';
import type { Value, ValueSource } from '../../vm/values/value';
import type { AreaTypes } from './area-types';
import type { ForkDifferences } from './fork-differences';
import type { RegionContents, ShownBlock } from './memory-view';

const BLOCKS_MAX = 60;

/** Values of variables have been read before, so that the pointers in them are known. */
export function shownBlocks(
  objects: ProcessObjects,
  types: AreaTypes,
  differences: ForkDifferences | null,
): RegionContents {
  const { blocks } = objects;
  const byAddress = new Map(blocks.map((block) => [block.address, block]));
  const shown = new Map<number, ShownBlock>();
  const show = (block: HeapBlock) => {
    if (shown.size < BLOCKS_MAX && !shown.has(block.address))
      shown.set(block.address, shownBlock(objects, types, differences, block));
  };
  // What a block holds may lead to others: a Map's keys are visited while it grows.
  for (const address of types.known) {
    const block = byAddress.get(address);
    if (block !== undefined) show(block);
  }
  const latest = blocks.toSorted((a, b) => rank(a) - rank(b) || b.serial - a.serial);
  for (const block of latest.slice(0, BLOCKS_MAX)) show(block);
  const inUse = blocks.filter(({ state }) => state === 'allocated');
  return {
    kind: 'blocks',
    blocks: [...shown.values()].sort((a, b) => a.address - b.address),
    leftOut: blocks.length - shown.size,
    allocatedBytes: inUse.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}

function rank({ state }: HeapBlock): number {
  return state === 'allocated' ? 0 : 1;
}

function shownBlock(
  objects: ProcessObjects,
  types: AreaTypes,
  differences: ForkDifferences | null,
  block: HeapBlock,
): ShownBlock {
  const { address, bytes, state, allocatedPc, freedPc } = block;
  const { image } = objects;
  const type = types.typeAt(address);
  const isReadable = state === 'allocated' && type !== null;
  const compared = {
    address,
    bytes,
    read: (source: ValueSource): Value =>
      type === null
        ? { kind: 'number', text: `${bytes} bytes` }
        : types.readFrom(source, address, type, bytes),
  };
  const header = address - HEADER_BYTES;
  return {
    address,
    bytes,
    state,
    allocatedAt: positionAt(image, allocatedPc),
    freedAt: state === 'freed' ? positionAt(image, freedPc) : null,
    type: type === null ? null : types.textOf(type, bytes),
    value: isReadable ? types.valueOf(address, type, bytes) : null,
    difference:
      state === 'allocated'
        ? (differences?.ofBlock(compared, header + 4 * Header.serial, 4) ?? null)
        : null,
  };
}
