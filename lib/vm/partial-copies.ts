/**
 * Copies of more than eight bytes to explorers: a struct, or what memcpy, memmove and memset are given, is
 * written word by word on real machines, so others may see half of it. Where such a copy is a visible
 * operation, it is done in parts, each a visible operation of its own; how far it has come is part of the
 * context. Long ones come in 32 parts at most. Leaves out: copies that overlap, and texts (strcpy and its
 * relatives), which are done at once.
 */
import { INTRINSICS } from '../abi/intrinsics';
import { Opcode } from '../abi/opcodes';
import type { ExecutionContext } from './context';
import { copyPart } from './loads-and-stores';
import { executeSlowly } from './slow-path';
import type { Trap } from './trap';

const PART_BYTES = 8;
const PARTS_MAX = 32;
const COPY_WORDS = 4;

/** What of a copy comes next: so many bytes after the first `done`. */
export interface Part {
  readonly done: number;
  readonly bytes: number;
  readonly isLast: boolean;
}

/** Of the instruction at pc; null: it is no copy, or one that is done at once. */
export function nextPart(context: ExecutionContext): Part | null {
  const { code } = context.image;
  const { pc, sp, copying } = context;
  const bytes = code[pc] === Opcode.COPY ? (code[pc + 3] as number) : intrinsicBytes(context);
  if (bytes <= PART_BYTES) return null;
  const done = copying !== null && copying.pc === pc && copying.sp === sp ? copying.done : 0;
  const size = PART_BYTES * Math.ceil(bytes / PART_BYTES / PARTS_MAX);
  const left = bytes - done;
  return { done, bytes: Math.min(size, left), isLast: left <= size };
}

/** The instruction at pc, or the next part of it: then pc stays where it is. */
export function executeInParts(context: ExecutionContext): Trap | null {
  const part = nextPart(context);
  if (part === null || (part.done === 0 && part.isLast)) return executeSlowly(context);
  const { pc, sp, image } = context;
  const isCopy = image.code[pc] === Opcode.COPY;
  const trap = isCopy ? copyPart(context, part.done, part.bytes) : intrinsicPart(context, part);
  if (trap?.kind === 'fault') return trap;
  if (part.isLast) {
    context.copying = null;
    if (isCopy) context.pc = pc + COPY_WORDS;
  } else {
    context.copying = { pc, sp, done: part.done + part.bytes };
    context.pc = pc;
  }
  return trap;
}

const SLOT_BYTES = 8;

function intrinsicBytes({ image, memory, pc, sp }: ExecutionContext): number {
  if (image.code[pc] !== Opcode.INTR) return 0;
  const a = (k: number): number => memory.readInt64(sp + SLOT_BYTES * k) ?? 0;
  switch (INTRINSICS[image.code[pc + 1] as number]) {
    case 'memcpy':
    case 'memmove':
      return Math.abs(a(0) - a(1)) < a(2) ? 0 : a(2);
    case 'memset':
      return a(2);
    default:
      return 0;
  }
}

/** As if the intrinsic had been called for the part. */
function intrinsicPart(context: ExecutionContext, { done, bytes }: Part): Trap | null {
  const { memory, sp, image, pc } = context;
  const slots = [0, 1, 2].map((k) => memory.readInt64(sp + SLOT_BYTES * k) ?? 0);
  const [to = 0, from = 0] = slots;
  memory.writeInt64(sp, to + done);
  if (INTRINSICS[image.code[pc + 1] as number] !== 'memset')
    memory.writeInt64(sp + SLOT_BYTES, from + done);
  memory.writeInt64(sp + 2 * SLOT_BYTES, bytes);
  const trap = executeSlowly(context);
  for (const [k, value] of slots.entries()) memory.writeInt64(sp + SLOT_BYTES * k, value);
  return trap;
}
