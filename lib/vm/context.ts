/**
 * The processor's view of a process: three registers and its memory. Between two instructions
 * this is the process's whole state, so it can be copied, snapshotted and resumed anywhere.
 */
import type { ProgramImage } from '../abi/image';
import { ProcessMemory, type MemorySnapshot } from './memory';
import type { SharedRegion } from './shared-region';

export interface ExecutionContext {
  readonly image: ProgramImage;
  readonly memory: ProcessMemory;
  /** Word index of the next instruction. */
  pc: number;
  /** Addresses, multiples of 16. */
  sp: number;
  fp: number;
  /** Instructions executed since the start of the process image, intrinsics' work included. */
  instructions: number;
  /** Code words whose non-fatal finding has been reported already. */
  readonly noted: Set<number>;
}

export interface ContextSnapshot {
  readonly image: ProgramImage;
  readonly memory: MemorySnapshot;
  readonly pc: number;
  readonly sp: number;
  readonly fp: number;
  readonly instructions: number;
  readonly noted: readonly number[];
}

/** The context of a forked child: same registers, memory shared copy-on-write. Its instruction count starts at 0. */
export function forkContext(parent: ExecutionContext): ExecutionContext {
  return {
    image: parent.image,
    memory: parent.memory.fork(),
    pc: parent.pc,
    sp: parent.sp,
    fp: parent.fp,
    instructions: 0,
    noted: new Set(parent.noted),
  };
}

export function snapshotContext(context: ExecutionContext): ContextSnapshot {
  return {
    image: context.image,
    memory: context.memory.snapshot(),
    pc: context.pc,
    sp: context.sp,
    fp: context.fp,
    instructions: context.instructions,
    noted: [...context.noted],
  };
}

/** A new context in the snapshot's state. `regionOf` gives the shared regions of a cloned machine. */
export function contextFromSnapshot(
  snapshot: ContextSnapshot,
  regionOf?: (region: SharedRegion) => SharedRegion,
): ExecutionContext {
  return {
    image: snapshot.image,
    memory: ProcessMemory.fromSnapshot(snapshot.memory, regionOf),
    pc: snapshot.pc,
    sp: snapshot.sp,
    fp: snapshot.fp,
    instructions: snapshot.instructions,
    noted: new Set(snapshot.noted),
  };
}

/** Puts a context back in place: only pages that differ are copied. Same image only. */
export function restoreContext(context: ExecutionContext, snapshot: ContextSnapshot): void {
  if (context.image !== snapshot.image) throw new Error('snapshot of another image');
  context.memory.restore(snapshot.memory);
  context.pc = snapshot.pc;
  context.sp = snapshot.sp;
  context.fp = snapshot.fp;
  context.instructions = snapshot.instructions;
  context.noted.clear();
  for (const pc of snapshot.noted) context.noted.add(pc);
}

/** The k-th argument of a system call as a signed 64-bit value (exact below 2^53). */
export function argument(context: ExecutionContext, k: number): number {
  return context.memory.readInt64(context.sp + 8 * k) ?? 0;
}

/** The k-th argument as an `int`: the low word only. */
export function argument32(context: ExecutionContext, k: number): number {
  return context.memory.readInt32(context.sp + 8 * k) ?? 0;
}

/** Leaves a system call's result, or -errno, in outgoing slot 0. */
export function setResult(context: ExecutionContext, value: number): void {
  context.memory.writeInt64(context.sp, value);
}
