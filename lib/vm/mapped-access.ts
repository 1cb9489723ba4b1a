/**
 * Loads and stores in shared mappings without the slow path: through a window, which is the part of the
 * mapping accessed last that may be accessed without any finding. The slow path opens it, after it
 * has checked an access whole; `execute` closes it when it starts, so that nothing that the kernel
 * changes between two executions (mappings, protection, a file's length) can be overlooked, and opens
 * none where accesses are visible operations. What is unaligned, or not inside the window, is left.
 */
import { OPCODES } from '../abi/opcodes';
import type { Mapping } from './mapping';

export interface MappingWindow {
  /** The addresses [start, end). */
  readonly start: number;
  readonly end: number;
  /** End of what may be written: `start` if nothing may. */
  readonly writableEnd: number;
  /** Address minus index in the region. */
  readonly delta: number;
  /** The region's. */
  readonly bytes: Uint8Array;
  readonly words: Int32Array;
  readonly dirty: Uint8Array;
}

/** null: nothing in the mapping can be accessed without a closer look. */
export function windowOf(mapping: Mapping): MappingWindow | null {
  const { address, region, offset, readable, writable } = mapping;
  const end = address + Math.min(mapping.bytes, region.length - offset);
  if (!readable || end <= address) return null;
  return {
    start: address | 0,
    end: end | 0,
    writableEnd: (writable ? end : address) | 0,
    delta: (address - offset) | 0,
    bytes: region.bytes,
    words: region.words,
    dirty: region.dirty,
  };
}

/** Where the slots are. */
interface Frames {
  readonly i32: Int32Array;
  readonly stackDelta: number;
}

/** What an instruction does, in bits; 0: it isn't a load or store through a pointer. */
const Form = { size: 15, store: 16, signed: 32, element: 64, wideIndex: 128 } as const;

/** By opcode. */
const FORMS = Uint8Array.from(OPCODES, ({ name }) => {
  const [, access, element, bits, sign] = /^(LD|ST)([XY]?)(\d+)([SU]?)$/.exec(name) ?? [];
  return (
    (Number(bits ?? 0) >> 3) |
    (access === 'ST' ? Form.store : 0) |
    (sign === 'S' ? Form.signed : 0) |
    (element === 'X' || element === 'Y' ? Form.element : 0) |
    (element === 'Y' ? Form.wideIndex : 0)
  );
});

/** Bounds of an index, so that 32 bits hold its product with a scale. */
const INDEX_MAX = 1 << 26;

/** Does the instruction at `pc` and gives the next one's place, or changes nothing and gives -1. */
export function executeMapped(
  { i32, stackDelta }: Frames,
  window: MappingWindow,
  code: Int32Array,
  pc: number,
  fp: number,
): number {
  const form = FORMS[code[pc] as number] as number;
  if (form === 0) return -1;
  const fpw = (fp - stackDelta) >> 2;
  const isStore = (form & Form.store) !== 0;
  let at = isStore ? pc : (pc + 1) | 0;
  const pointer = (fpw + (code[(at + 1) | 0] as number)) | 0;
  let address = i32[pointer] as number;
  if (((i32[(pointer + 1) | 0] as number) | (address & -2147483648)) !== 0) return -1;
  if ((form & Form.element) !== 0) {
    const x = (fpw + (code[(at + 2) | 0] as number)) | 0;
    const index = i32[x] as number;
    if ((index + INDEX_MAX) >>> 0 >= 2 * INDEX_MAX) return -1;
    if ((form & Form.wideIndex) !== 0 && (i32[(x + 1) | 0] as number) !== index >> 31) return -1;
    address = (address + Math.imul(index, code[(at + 3) | 0] as number)) | 0;
    at = (at + 2) | 0;
  }
  address = (address + (code[(at + 2) | 0] as number)) | 0;
  const size = form & Form.size;
  const end = (address + size) | 0;
  if (address < window.start || end > (isStore ? window.writableEnd : window.end)) return -1;
  if ((address & (size - 1)) !== 0) return -1;
  const index = (address - window.delta) | 0;
  const operand = isStore ? (at + 3) | 0 : (pc + 1) | 0;
  const slot = (fpw + (code[operand] as number)) | 0;
  const { bytes, words } = window;
  if (!isStore) {
    if (size === 4) i32[slot] = words[index >> 2] as number;
    else if (size === 8) {
      i32[slot] = words[index >> 2] as number;
      i32[(slot + 1) | 0] = words[((index >> 2) + 1) | 0] as number;
    } else {
      const low = bytes[index] as number;
      const value = size === 1 ? low : low | ((bytes[(index + 1) | 0] as number) << 8);
      const shift = size === 1 ? 24 : 16;
      i32[slot] = (form & Form.signed) !== 0 ? (value << shift) >> shift : value;
    }
    return (at + 3) | 0;
  }
  window.dirty[index >> 12] = 1;
  const value = i32[slot] as number;
  if (size === 4) words[index >> 2] = value;
  else if (size === 8) {
    words[index >> 2] = value;
    words[((index >> 2) + 1) | 0] = i32[(slot + 1) | 0] as number;
  } else {
    bytes[index] = value;
    if (size === 2) bytes[(index + 1) | 0] = value >> 8;
  }
  return (at + 4) | 0;
}
