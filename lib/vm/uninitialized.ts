/**
 * Uses of memory that was never given a value: the program goes on with what happens to be there,
 * as on Linux, and is told once a place. Padding between members has no value to miss: where an
 * object's type is known it never counts; in a heap block, whose type nobody knows, bytes that may
 * be padding after a member don't count for accesses that go byte by byte through structs.
 */
import type { ExecutionContext } from './context';
import { libraryEntry } from './explain-access';
import { noteOnce } from './finding';
import { firstUninitialized, markInitialized } from './initialized';
import {
  count,
  describeObject,
  elementsOf,
  nearestObject,
  objectBytes,
  type MemoryObject,
} from './memory-object';
import { GRANULE_SHIFT, isUnset } from './shadow';
import type { Trap } from './trap';
import { isPaddingOf, partAt } from './type-parts';
import { typeText } from './type-text';

export interface UninitializedUse {
  readonly address: number;
  /** Index of the address in the flat buffer. */
  readonly flat: number;
  /** How much is used. */
  readonly bytes: number;
  /** The library function or system call that does it; null: the code itself. */
  readonly by: string | null;
}

/** Functions of the library that move bytes without looking at them. */
const MOVING = new Set(['memcpy', 'memmove', 'mempcpy', 'bcopy', 'swab', 'qsort', 'qsort_r']);
/** Those that take structs as bytes; all others that read bytes take text. */
const TAKING_BYTES = new Set(
  'fwrite memcmp write pwrite writev send sendto sendmsg msgsnd mq_send'.split(' '),
);

/** Whether a copy made now only moves bytes: in the student's code, or in a function of that kind. */
export function onlyMoves(context: ExecutionContext): boolean {
  const entry = libraryEntry(context);
  return entry === null || MOVING.has(entry);
}

/** The finding; null where it was told before. The bytes count as initialized from now on. */
export function noteUninitialized(context: ExecutionContext, use: UninitializedUse): Trap | null {
  const { memory } = context;
  const first = firstUninitialized(memory, use.flat, use.bytes);
  if (first < 0) return null;
  const trap = noteOnce(context, 'uninitialized', () =>
    explain(context, use, use.address + first - use.flat),
  );
  markInitialized(memory, use.flat, use.bytes);
  return trap;
}

/** As `firstUninitialized`, for memory that goes out as bytes, structs and their padding alike. */
export function firstMissingValue(
  context: ExecutionContext,
  address: number,
  flat: number,
  bytes: number,
): number {
  let at = firstUninitialized(context.memory, flat, bytes);
  while (at >= 0 && isPadding(context, address + at - flat)) {
    at = firstUninitialized(context.memory, at + 1, flat + bytes - at - 1);
  }
  return at;
}

/** Whether the byte, which has no value, is padding, or may be. */
export function isPadding(context: ExecutionContext, address: number): boolean {
  const object = nearestObject(context, address);
  if (object === null) return false;
  if (object.kind === 'global' || object.kind === 'local') {
    return isPaddingOf(context.image, object.variable.type, address - object.address);
  }
  if (object.kind !== 'heap') return false;
  const entry = libraryEntry(context);
  return (entry === null || TAKING_BYTES.has(entry)) && maybePadding(context, address);
}

/** The byte ends, with others without a value, an aligned piece of 2, 4 or 8 bytes that begins with one. */
function maybePadding(context: ExecutionContext, address: number): boolean {
  const { memory } = context;
  const granule = (address - memory.lowDelta) >> GRANULE_SHIFT;
  if (!isUnset(memory.shadow[granule] as number)) return false;
  const bits = memory.initialized[granule] as number;
  const at = address & 7;
  for (const width of [2, 4, 8]) {
    const start = at & -width;
    const piece = (bits >> start) & ((1 << width) - 1);
    // Ones, then zeros only: the member, then its padding.
    if (piece !== 0 && (piece & (piece + 1)) === 0 && piece >> (at - start) === 0) return true;
  }
  return false;
}

function explain(context: ExecutionContext, use: UninitializedUse, first: number): string {
  const object = nearestObject(context, first);
  const by = libraryEntry(context) ?? use.by;
  const who = by === null ? 'This' : `\`${by}\``;
  if (object === null) return `${who} uses memory that was never given a value.`;
  return `${who} uses ${whatIn(context, object, { ...use, by }, first)}`;
}

function whatIn(
  context: ExecutionContext,
  object: MemoryObject,
  use: UninitializedUse,
  first: number,
): string {
  const offset = first - object.address;
  const text = describeObject(context, object);
  if (object.kind === 'heap') {
    const whole = use.bytes === 1 ? 'byte' : count(use.bytes, 'byte') + ' at byte';
    const start = Math.max(use.address - object.address, 0);
    const at = use.by === null && use.bytes > 1 ? start : offset;
    const what = use.by === null ? `${whole} ${at}` : `byte ${offset}`;
    return `${what} of ${text}, which nobody has set: \`malloc\` does not clear the memory that it gives. Store something there first, or use \`calloc\`.`;
  }
  const elements = object.kind === 'variable-length' ? elementsOf(context, object) : null;
  if (object.kind === 'variable-length' && elements !== null) {
    const index = Math.floor(offset / elements.bytes);
    return `\`${object.variable.name}[${index}]\` of ${text}, which was never given a value. Set it first.`;
  }
  if (object.kind !== 'local' && object.kind !== 'global') {
    return `byte ${offset} of ${text}, which was never given a value.`;
  }
  const part = partAt(context.image, object.variable.type, offset);
  const name =
    part === null || part.path === '' ? '' : `\`${object.variable.name}${part.path}\` of `;
  const type =
    part === null || part.path === ''
      ? ''
      : ` It is ${article(typeText(context.image, part.type))}.`;
  const advice =
    part === null || objectBytes(object) === part.bytes
      ? 'Set it first; if a call should have done that, check that the call succeeded.'
      : 'Set it first.';
  return `${name}${text}, which was never given a value.${name === '' ? '' : type} ${advice}`;
}

function article(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} \`${type}\``;
}
