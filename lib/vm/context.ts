/**
 * The processor's view of a thread: its registers, and the memory that it shares with the other
 * threads of its process. Between two instructions this is the thread's whole state, so it can be
 * copied, snapshotted and resumed anywhere.
 */
import { STACK_TOP } from '../abi/address-space';
import type { ProgramImage } from '../abi/image';
import type { ProcessMemory } from './memory';
import type { StackArea } from './thread-stacks';

export interface ExecutionContext {
  readonly image: ProgramImage;
  readonly memory: ProcessMemory;
  /** Word index of the next instruction. */
  pc: number;
  /** Addresses, multiples of 16. */
  sp: number;
  fp: number;
  /** Thread pointer: where the thread's copies of `_Thread_local` objects begin. */
  readonly tp: number;
  /** Where its stack lies: sp stays inside. */
  readonly stack: StackArea;
  /** Instructions executed since the start of the thread or process image, intrinsics' work included. */
  instructions: number;
  /** Code words whose non-fatal finding has been reported already: one set for all threads. */
  readonly noted: Set<number>;
  /** Of a copy that is done in parts, to explorers: partial-copies.ts. */
  copying: CopyProgress | null;
}

/** So many bytes are copied by the instruction at `pc`, in the frame that ends at `sp`. */
export interface CopyProgress {
  readonly pc: number;
  readonly sp: number;
  readonly done: number;
}

/** Registers only: the memory is snapshotted once for all threads. */
export interface ContextSnapshot {
  readonly image: ProgramImage;
  readonly pc: number;
  readonly sp: number;
  readonly fp: number;
  readonly tp: number;
  readonly stack: StackArea;
  readonly instructions: number;
  readonly noted: readonly number[];
  readonly copying: CopyProgress | null;
}

/** All contexts come from here: for the engine they are then objects of one form, as the processor wants. */
export function newContext({
  image,
  memory,
  pc,
  sp,
  fp,
  tp,
  stack,
  instructions,
  noted,
  copying,
}: ExecutionContext): ExecutionContext {
  return { image, memory, pc, sp, fp, tp, stack, instructions, noted, copying };
}

/**
 * The context of a forked child: the registers of the thread that forked, memory shared
 * copy-on-write. Its instruction count starts at 0.
 */
export function forkContext(parent: ExecutionContext): ExecutionContext {
  const memory = parent.memory.fork(parent.stack);
  return newContext({ ...parent, memory, instructions: 0, noted: new Set(parent.noted) });
}

export function snapshotContext(context: ExecutionContext): ContextSnapshot {
  const { image, pc, sp, fp, tp, stack, instructions, noted, copying } = context;
  return { image, pc, sp, fp, tp, stack, instructions, noted: [...noted], copying };
}

/** A context in the snapshot's state, on a memory that is in its state already. */
export function contextFromSnapshot(
  snapshot: ContextSnapshot,
  memory: ProcessMemory,
  noted: Set<number> = new Set(snapshot.noted),
): ExecutionContext {
  return newContext({ ...snapshot, memory, noted });
}

/** Limit of a thread's stack: signal handlers may lower the first thread's. */
export function stackFloorOf({ memory, stack }: ExecutionContext): number {
  return stack.top === STACK_TOP ? memory.stackFloor : stack.floor;
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
