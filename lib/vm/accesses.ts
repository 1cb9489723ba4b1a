/**
 * Which bytes of memory the instruction at pc reads and writes, before it is executed: of loads, stores,
 * copies and intrinsics, and of operands that are variables of the frame whose address is taken.
 * What an instruction would fault at is given as if it didn't.
 */
import { type IntrinsicName, INTRINSICS } from '../abi/intrinsics';
import { Opcode, OPCODES } from '../abi/opcodes';
import { allocatedBytes } from './heap';
import type { ExecutionContext } from './context';
import { elementAddress } from './effective-address';
import { frameAccessesAt } from './frame-accesses';
import { nextPart } from './partial-copies';

export type VisitAccess = (address: number, bytes: number, use: 'read' | 'write') => void;

interface Access {
  readonly form: 'static' | 'pointer' | 'element' | 'long-element';
  readonly bytes: number;
  readonly use: 'read' | 'write';
  /** Number of the operand with the address, or the pointer. */
  readonly operand: number;
}

/** By opcode: what loads and stores do; null for all others. */
const ACCESSES: readonly (Access | null)[] = OPCODES.map(({ name }) => {
  const match = /^(LD|ST)([GXY]?)(8|16|32|64)[SU]?$/.exec(name);
  if (match === null) return null;
  const use = match[1] === 'LD' ? 'read' : 'write';
  const forms = { G: 'static', X: 'element', Y: 'long-element' } as const;
  const letter = match[2] as 'G' | 'X' | 'Y' | '';
  return {
    form: letter === '' ? 'pointer' : forms[letter],
    bytes: Number(match[3]) / 8,
    use,
    operand: use === 'read' ? 2 : 1,
  };
});

export function visitAccesses(context: ExecutionContext, visit: VisitAccess): void {
  const { code } = context.image;
  const { pc } = context;
  const op = code[pc];
  if (op === undefined) return;
  context.memory.materialize();
  for (const { offset, bytes, use } of frameAccessesAt(context.image, pc) ?? [])
    visit((context.fp + offset) >>> 0, bytes, use);
  const access = ACCESSES[op];
  if (access != null) {
    const at = pc + access.operand;
    let address: number;
    if (access.form === 'static') address = code[at] as number;
    else if (access.form === 'pointer')
      address = pointerAt(context, code[at] as number) + (code[at + 1] as number);
    else address = elementAddress(context, access.operand, access.form === 'long-element').low;
    visit(address >>> 0, access.bytes, access.use);
    return;
  }
  if (op === Opcode.COPY || op === Opcode.COPYA) {
    const { done, bytes } = nextPart(context) ?? { done: 0, bytes: code[pc + 3] as number };
    visit(pointerAt(context, code[pc + 2] as number) + done, bytes, 'read');
    visit(pointerAt(context, code[pc + 1] as number) + done, bytes, 'write');
    return;
  }
  if (op === Opcode.INTR) visitIntrinsic(context, INTRINSICS[code[pc + 1] as number], visit);
}

/** The heap's own records change: malloc and its relatives. */
export function touchesHeap(context: ExecutionContext): boolean {
  const { code } = context.image;
  if (code[context.pc] !== Opcode.INTR) return false;
  switch (INTRINSICS[code[context.pc + 1] as number]) {
    case 'malloc':
    case 'calloc':
    case 'realloc':
    case 'aligned_alloc':
    case 'free':
    case 'block_bytes':
      return true;
    default:
      return false;
  }
}

const JUMP_BUFFER_BYTES = 200;
const SIZE_RESULT_BYTES = 16;

function visitIntrinsic(
  context: ExecutionContext,
  name: IntrinsicName | undefined,
  visit: VisitAccess,
): void {
  const a = (k: number): number => context.memory.readInt64(context.sp + 8 * k) ?? 0;
  switch (name) {
    // Who uses the block afterwards finds it gone: freeing doesn't commute with using.
    case 'free':
    case 'realloc':
      visit(a(0), allocatedBytes(context.memory, a(0)) ?? 0, 'write');
      return;
    case 'memcpy':
    case 'memmove': {
      const { done, bytes } = nextPart(context) ?? { done: 0, bytes: a(2) };
      visit(a(1) + done, bytes, 'read');
      visit(a(0) + done, bytes, 'write');
      return;
    }
    case 'memset': {
      const { done, bytes } = nextPart(context) ?? { done: 0, bytes: a(2) };
      visit(a(0) + done, bytes, 'write');
      return;
    }
    case 'memcmp':
      visit(a(0), a(2), 'read');
      visit(a(1), a(2), 'read');
      return;
    case 'strlen':
      visit(a(0), textBytes(context, a(0)), 'read');
      return;
    case 'strcmp': {
      visit(a(0), textBytes(context, a(0)), 'read');
      visit(a(1), textBytes(context, a(1)), 'read');
      return;
    }
    case 'strcpy': {
      const bytes = textBytes(context, a(1));
      visit(a(1), bytes, 'read');
      visit(a(0), bytes, 'write');
      return;
    }
    case 'format_double':
      visit(a(0), a(1), 'write');
      return;
    case 'parse_double':
      visit(a(0), textBytes(context, a(0)), 'read');
      visit(a(1), SIZE_RESULT_BYTES, 'write');
      return;
    case 'setjmp':
      visit(a(0), JUMP_BUFFER_BYTES, 'write');
      return;
    case 'longjmp':
      visit(a(0), JUMP_BUFFER_BYTES, 'read');
      return;
    case 'atomic_update':
      visit(a(0), a(3), 'write');
      return;
    case 'atomic_exchange':
      visit(a(1), a(3), 'read');
      visit(a(0), a(3), 'write');
      visit(a(2), a(3), 'write');
      return;
    case 'atomic_compare':
      visit(a(0), a(3), 'write');
      visit(a(1), a(3), 'write');
      visit(a(2), a(3), 'read');
      return;
    default:
  }
}

/** With its end. */
function textBytes({ memory }: ExecutionContext, address: number): number {
  return (memory.readCString(address)?.length ?? 0) + 1;
}

function pointerAt({ memory, fp }: ExecutionContext, slot: number): number {
  return memory.readInt64(fp + 4 * slot) ?? 0;
}
