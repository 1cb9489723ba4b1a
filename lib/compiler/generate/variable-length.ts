/**
 * Variable-length arrays: taken from the stack where their declaration is reached, given back where
 * control leaves their scope.
 */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Expression, LabelId, LocalVariable, Statement } from '../typed-tree';
import type { FunctionContext } from './context';
import { OUTGOING_SIZE, type Slot } from './emitter';
import { STACK_ALIGNMENT } from './frame';

export function declareVariableLength(
  g: FunctionContext,
  variable: LocalVariable,
  bytes: Expression,
): void {
  const location = g.frame.locationOf(variable);
  if (location.kind !== 'variable-length') {
    g.effect(bytes);
    return;
  }
  const mark = g.frame.mark();
  const size = g.value(bytes);
  const zero = g.frame.temporary();
  g.code.emit(Opcode.MOVI64, zero, 0, 0);
  g.code.emit(Opcode.ALLOCA, location.savedStack, zero, 0);
  const alignment = variable.alignment ?? 1;
  if (alignment > STACK_ALIGNMENT) {
    const larger = g.frame.temporary();
    g.code.emit(Opcode.ADDI64, larger, size, alignment - STACK_ALIGNMENT);
    g.code.emit(Opcode.ALLOCV, location.slot, larger, OUTGOING_SIZE);
    alignUp(g, location.slot, location.slot, alignment);
  } else {
    g.code.emit(Opcode.ALLOCV, location.slot, size, OUTGOING_SIZE);
  }
  g.stackSaves.push(location.savedStack);
  g.frame.release(mark);
}

/** The first address from `from` on that has the alignment. */
export function alignUp(g: FunctionContext, into: Slot, from: Slot, alignment: number): void {
  const mark = g.frame.mark();
  const bits = g.frame.temporary();
  g.code.emit(Opcode.ADDI64, into, from, alignment - 1);
  g.code.emit(Opcode.MOVI64, bits, -alignment, -1);
  g.code.emit(Opcode.AND64, into, into, bits);
  g.frame.release(mark);
}

/** Gives back the arrays declared since there were `depth`: code only, control may go elsewhere. */
export function releaseStack(g: FunctionContext, depth: number): void {
  const saved = g.stackSaves[depth];
  if (saved === undefined) return;
  const mark = g.frame.mark();
  const current = g.frame.temporary();
  g.code.emit(Opcode.MOVI64, current, 0, 0);
  g.code.emit(Opcode.ALLOCA, current, current, 0);
  g.code.emit(Opcode.SUB64, current, current, saved);
  g.code.emit(Opcode.ALLOCA, current, current, OUTGOING_SIZE);
  g.frame.release(mark);
}

/** How many variable-length arrays are in scope at each label. */
export function stackDepths(body: Statement): ReadonlyMap<LabelId, number> {
  const depths = new Map<LabelId, number>();
  visit(body, 0, depths);
  return depths;
}

/** The depth after the statement. */
function visit(s: Statement, depth: number, depths: Map<LabelId, number>): number {
  switch (s.kind) {
    case 'label':
      depths.set(s.label, depth);
      return depth;
    case 'declare':
      return s.vlaBytes === null ? depth : depth + 1;
    case 'block':
      visitAll(s.body, depth, depths);
      return depth;
    case 'if':
      visit(s.then, depth, depths);
      if (s.otherwise !== null) visit(s.otherwise, depth, depths);
      return depth;
    case 'loop':
      visit(s.body, visitAll(s.initial, depth, depths), depths);
      return depth;
    case 'switch':
      visit(s.body, depth, depths);
      return depth;
    case 'expression':
    case 'goto':
    case 'break':
    case 'continue':
    case 'return':
      return depth;
    default:
      return assertNever(s);
  }
}

function visitAll(
  statements: readonly Statement[],
  depth: number,
  depths: Map<LabelId, number>,
): number {
  let current = depth;
  for (const s of statements) current = visit(s, current, depths);
  return current;
}
