/** Operands of the instruction at pc, for handlers outside the processor's loop. */
import type { ExecutionContext } from './context';
import type { Trap } from './trap';

/** Does the instruction at pc, advancing pc; null: go on. */
export type Handler = (context: ExecutionContext) => Trap | null;

/** The k-th operand word, from 1. */
export function operand(context: ExecutionContext, k: number): number {
  return context.image.code[context.pc + k] as number;
}

/** Word index in the flat buffer of the slot that the k-th operand names. */
export function slotWord(context: ExecutionContext, k: number): number {
  return ((context.fp - context.memory.stackDelta) >> 2) + operand(context, k);
}

export function slot(context: ExecutionContext, k: number): number {
  return context.memory.i32[slotWord(context, k)] as number;
}

export function slotHigh(context: ExecutionContext, k: number): number {
  return context.memory.i32[slotWord(context, k) + 1] as number;
}

export function slotDouble(context: ExecutionContext, k: number): number {
  return context.memory.f64[slotWord(context, k) >> 1] as number;
}

export function slotFloat(context: ExecutionContext, k: number): number {
  return context.memory.f32[slotWord(context, k)] as number;
}
