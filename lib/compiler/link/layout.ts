/**
 * Addresses: code from TEXT_BASE; then read-only, initialized and zeroed data, each segment on a page
 * of its own, with at least 16 bytes between two objects so that running past one is noticed.
 */
import { DATA_BASE_MIN, PAGE_SIZE, TEXT_BASE } from '../../abi/address-space';
import type { ObjectData } from '../object-module';
import type { Definition } from './definition';

export type DataDefinition = Extract<Definition, { kind: 'data' }>;
export type FunctionDefinition = Extract<Definition, { kind: 'function' }>;

export interface PlacedData {
  readonly definition: DataDefinition;
  readonly address: number;
}

export interface PlacedFunction {
  readonly definition: FunctionDefinition;
  /** Word index. */
  readonly start: number;
}

export interface SegmentLayout {
  readonly address: number;
  readonly bytes: number;
  readonly objects: readonly PlacedData[];
}

export interface Layout {
  readonly functions: readonly PlacedFunction[];
  readonly codeWords: number;
  readonly rodata: SegmentLayout;
  readonly data: SegmentLayout;
  readonly bss: SegmentLayout;
  /** The first thread's block of thread-local objects: the last part of `data`. */
  readonly thread: SegmentLayout;
  readonly heapBase: number;
}

const GAP_BYTES = 16;
/** Word 0 holds no instruction, so that no function has the address TEXT_BASE. */
const FIRST_WORD = 1;

export function layOut(
  functions: readonly FunctionDefinition[],
  data: readonly DataDefinition[],
): Layout {
  const placed: PlacedFunction[] = [];
  let word = FIRST_WORD;
  for (const definition of functions) {
    placed.push({ definition, start: word });
    word += definition.item.code.length;
  }
  const textEnd = TEXT_BASE + 4 * word;
  const rodata = segment(data, 'rodata', Math.max(DATA_BASE_MIN, nextPage(textEnd)));
  const initialized = segment(data, 'data', nextPage(rodata.address + rodata.bytes));
  const thread = threadBlock(data, initialized.address + initialized.bytes);
  const dataBytes = thread.address + thread.bytes - initialized.address;
  const bss = segment(data, 'bss', nextPage(initialized.address + dataBytes));
  return {
    functions: placed,
    codeWords: word,
    rodata,
    data: {
      address: initialized.address,
      bytes: dataBytes,
      objects: [...initialized.objects, ...thread.objects],
    },
    bss,
    thread,
    heapBase: nextPage(bss.address + bss.bytes),
  };
}

/** Never empty: its address tells one thread from another. */
function threadBlock(data: readonly DataDefinition[], end: number): SegmentLayout {
  const address = Math.ceil(end / GAP_BYTES) * GAP_BYTES;
  const block = segment(data, 'thread', address);
  return { ...block, bytes: Math.max(GAP_BYTES, block.bytes) };
}

function segment(
  data: readonly DataDefinition[],
  name: ObjectData['segment'],
  address: number,
): SegmentLayout {
  const objects: PlacedData[] = [];
  let at = address + GAP_BYTES;
  for (const definition of data) {
    if (definition.item.segment !== name) continue;
    const bytes = bytesOf(definition.item);
    // Shadow memory speaks of whole granules of 8 bytes: an object begins with one.
    const alignment = Math.max(definition.item.alignment, bytes >= 16 ? 16 : 8);
    at = Math.ceil(at / alignment) * alignment;
    objects.push({ definition, address: at });
    at += bytes + GAP_BYTES;
  }
  return { address, bytes: objects.length === 0 ? 0 : at - address, objects };
}

export function bytesOf(data: ObjectData): number {
  const held = typeof data.bytes === 'number' ? data.bytes : data.bytes.length;
  return Math.max(held, data.info.bytes);
}

/** At least one page on: an empty segment has an address of its own too. */
function nextPage(address: number): number {
  return (Math.floor((address - 1) / PAGE_SIZE) + 1) * PAGE_SIZE;
}
