/**
 * Heap blocks that nobody freed, as a memory checker reports them when a program ends. Blocks
 * that the C library's own variables lead to (stdio's buffers) are not the student's and left out.
 */
import type { ExecutionContext } from './context';
import { positionAt } from './debug-info';
import { heapBlocks, type HeapBlock } from './heap-blocks';
import { count } from './memory-object';
import type { FindingFact } from './trap';

/** One finding for each place that allocated blocks which are still allocated; not fatal. */
export function leakFindings(context: ExecutionContext): FindingFact[] {
  if (isOurs(context)) return [];
  const kept = heldByLibrary(context);
  const places = new Map<number, { blocks: number; bytes: number; first: HeapBlock }>();
  for (const block of heapBlocks(context.memory)) {
    if (block.state !== 'allocated' || kept.has(block.address)) continue;
    const place = places.get(block.allocatedPc);
    if (place === undefined) {
      places.set(block.allocatedPc, { blocks: 1, bytes: block.bytes, first: block });
    } else {
      place.blocks++;
      place.bytes += block.bytes;
    }
  }
  return [...places].map(([pc, { blocks, bytes, first }]) => {
    const at = positionAt(context.image, pc);
    const where = at === null ? '' : `, allocated by \`${at.function}\` at line ${at.line}`;
    const what = blocks === 1 ? 'was' : 'were';
    return {
      kind: 'leak',
      message: `${count(bytes, 'byte')} in ${count(blocks, 'block')}${where}, ${what} never freed.`,
      fatal: false,
      signal: null,
      pc,
      address: first.address,
      at,
      stack: at === null ? [] : [at],
    };
  });
}

/** A program of /bin: it leaves its memory to the kernel, and its blocks are no student's. */
function isOurs({ image }: ExecutionContext): boolean {
  return image.functions.some(({ name, library }) => name === 'main' && library);
}

/** Addresses of blocks that can be reached from the library's static data. */
function heldByLibrary(context: ExecutionContext): Set<number> {
  const { memory, image } = context;
  const blocks = heapBlocks(memory).filter((block) => block.state === 'allocated');
  const held = new Set<number>();
  const [lowest] = blocks;
  if (lowest === undefined) return held;
  const pending: { address: number; bytes: number }[] = image.globals
    .filter((variable) => variable.library === true && variable.readOnly !== true)
    .map((variable) => ({ address: variable.location, bytes: variable.bytes }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const end = next.address + next.bytes;
    for (let at = (next.address + 7) & ~7; at + 8 <= end; at += 8) {
      const flat = memory.flatIndex(at, 8, false);
      if (flat < 0 || memory.i32[(flat >> 2) + 1] !== 0) continue;
      const value = memory.i32[flat >> 2] as number;
      if (value < lowest.address) continue;
      const block = blockHolding(blocks, value);
      if (block !== null && !held.has(block.address)) {
        held.add(block.address);
        pending.push(block);
      }
    }
  }
  return held;
}

/** `blocks` are in order of address. */
function blockHolding(blocks: readonly HeapBlock[], address: number): HeapBlock | null {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as HeapBlock).address <= address) low = middle + 1;
    else high = middle;
  }
  const block = blocks[low - 1];
  return block !== undefined && address < block.address + Math.max(1, block.bytes) ? block : null;
}
