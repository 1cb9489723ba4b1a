/** The accesses to memory of a thread's next instruction, before it is executed. */
import { type IntrinsicName, INTRINSICS } from '../../abi/intrinsics';
import type { ProgramImage } from '../../abi/image';
import { Opcode } from '../../abi/opcodes';
import { visitAccesses } from '../../vm/accesses';
import type { ExecutionContext } from '../../vm/context';
import { studentPosition } from '../../vm/stack-walk';
import { contextOf, processOf, type Kernel } from '../../kernel/kernel';
import { sharesOwnMemory, type Process } from '../../kernel/processes/process';
import type { Thread } from '../../kernel/threads/thread';
import type { Access, Place } from '../occurrence';
import { variableAt } from '../words/variables';

const ATOMIC: ReadonlySet<string> = new Set<IntrinsicName>([
  'atomic_update',
  'atomic_exchange',
  'atomic_compare',
]);

/** Of memory that others may access, too. */
export function accessesOfNext(kernel: Kernel, thread: Thread): readonly Access[] {
  const process = processOf(kernel, thread.process);
  const context = contextOf(kernel, thread.id);
  const { code } = context.image;
  const intrinsic =
    code[context.pc] === Opcode.INTR ? INTRINSICS[code[context.pc + 1] as number] : undefined;
  const updates = intrinsic !== undefined && ATOMIC.has(intrinsic);
  const target = updates ? (context.memory.readInt64(context.sp) ?? 0) : -1;
  const mayBeAtomic = intrinsic === undefined && hasAtomicTypes(context.image);
  const accesses: Access[] = [];
  visitAccesses(context, (address, bytes, use) => {
    const place = placeOf(process, address, bytes);
    if (place === null || bytes <= 0) return;
    const isTarget = updates && address === target;
    accesses.push({
      kind: 'access',
      thread: thread.id,
      at: studentPosition(context),
      use: isTarget ? 'update' : use,
      atomic: isTarget || (mayBeAtomic && isOfAtomicType(context, address, bytes)),
      place,
    });
  });
  return accesses;
}

const atomicTypes = new WeakMap<ProgramImage, boolean>();

function hasAtomicTypes(image: ProgramImage): boolean {
  let known = atomicTypes.get(image);
  if (known === undefined) {
    known = image.types.some((type) => 'name' in type && type.name.startsWith('_Atomic '));
    atomicTypes.set(image, known);
  }
  return known;
}

/**
 * A load or store of an object of atomic type is one instruction as any other is; the object's type, as
 * far as a name leads to it, tells them apart.
 */
function isOfAtomicType(context: ExecutionContext, address: number, bytes: number): boolean {
  const { type } = variableAt(context, address, bytes);
  const info = type === null ? undefined : context.image.types[type];
  return info !== undefined && 'name' in info && info.name.startsWith('_Atomic ');
}

/** null: nobody else has this memory. */
export function placeOf(process: Process, address: number, bytes: number): Place | null {
  for (const { address: start, byteCount, kind, region, offset } of process.attachments) {
    if (address < start || address >= start + byteCount) continue;
    if (kind === 'private' && !sharesOwnMemory(process)) return null;
    return { space: `r${region}`, address: address - start + offset, bytes, local: address };
  }
  if (!sharesOwnMemory(process)) return null;
  return { space: `p${process.pid}`, address, bytes, local: address };
}
