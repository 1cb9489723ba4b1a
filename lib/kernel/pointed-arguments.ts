/**
 * What the address arguments of a system call point to, for the trace: before the call what it reads, after
 * it what it has filled. Short texts and small structs only, as strings of one character a byte. Made only
 * for full traces; reads memory, and changes nothing.
 */
import {
  argumentShapesOf,
  itemBytes,
  structBytes,
  type ArgumentShape,
} from '../abi/call-arguments';
import { argument, argument32, type ExecutionContext } from '../vm/context';
import type { Pointed } from './events';

/** Of texts and buffers; one more shows that there was more. */
const BYTES_MAX = 33;
const PATH_BYTES_MAX = 256;
const STRINGS_MAX = 32;
const MESSAGE_TYPE_BYTES = 8;
const POINTER_BYTES = 8;

type When = { readonly after: false } | { readonly after: true; readonly result: number };

/** By argument; null where a call has no such arguments. `nameOf`: what people call an object at an address. */
export function pointedBefore(
  context: ExecutionContext,
  call: number,
  nameOf: (address: number) => string,
): readonly Pointed[] | null {
  return pointed(context, call, { after: false }, nameOf);
}

export function pointedAfter(
  context: ExecutionContext,
  call: number,
  result: number,
): readonly Pointed[] | null {
  return pointed(context, call, { after: true, result }, () => '');
}

/** The beginning of bytes, a character for each. */
export function headOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, BYTES_MAX));
}

function pointed(
  context: ExecutionContext,
  call: number,
  when: When,
  nameOf: (address: number) => string,
): readonly Pointed[] | null {
  const shapes = argumentShapesOf(call);
  if (!shapes.some((shape) => isDue(shape, when))) return null;
  return shapes.map((shape, k) => {
    const address = argument(context, k);
    if (address === 0 || !isDue(shape, when)) return null;
    if (shape.kind === 'number') return null;
    if (shape.kind === 'object') return nameOf(address);
    return contentAt(context, address, shape, when.after ? when.result : 0);
  });
}

function isDue(shape: ArgumentShape, { after }: When): boolean {
  switch (shape.kind) {
    case 'number':
      return false;
    case 'object':
    case 'path':
    case 'strings':
    case 'address':
      return !after;
    default:
      return shape.filled === after;
  }
}

function contentAt(
  context: ExecutionContext,
  address: number,
  shape: Exclude<ArgumentShape, { readonly kind: 'number' | 'object' }>,
  result: number,
): Pointed {
  const count = (at: number | null): number =>
    Math.max(0, at === null ? result : argument32(context, at));
  switch (shape.kind) {
    case 'path':
      return stringAt(context, address);
    case 'strings':
      return stringsAt(context, address);
    case 'struct':
      return bytesAt(context, address, structBytes(shape.as));
    case 'bytes':
      return bytesAt(context, address, Math.min(BYTES_MAX, count(shape.countAt)));
    case 'message':
      return bytesAt(
        context,
        address,
        MESSAGE_TYPE_BYTES + Math.min(BYTES_MAX, count(shape.countAt)),
      );
    case 'address':
      return bytesAt(context, address, Math.min(110, count(shape.countAt)));
    case 'items':
      return bytesAt(context, address, itemBytes(shape.as) * Math.min(8, count(shape.countAt)));
  }
}

function bytesAt({ memory }: ExecutionContext, address: number, count: number): string | null {
  if (count === 0) return '';
  const bytes = memory.readBytes(address, count);
  return bytes === null ? null : String.fromCharCode(...bytes);
}

/** What is longer than anybody reads is cut. */
function stringAt(context: ExecutionContext, address: number): string | null {
  const bytes = context.memory.readCString(address, PATH_BYTES_MAX);
  return bytes === null ? bytesAt(context, address, PATH_BYTES_MAX) : String.fromCharCode(...bytes);
}

function stringsAt(context: ExecutionContext, address: number): readonly string[] {
  const strings: string[] = [];
  for (let k = 0; k < STRINGS_MAX; k++) {
    const pointer = context.memory.readInt64(address + POINTER_BYTES * k);
    if (pointer === null || pointer === 0) break;
    strings.push(stringAt(context, pointer) ?? '');
  }
  return strings;
}
