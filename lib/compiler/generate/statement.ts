/** Statements to code. Loop conditions stand at the bottom: one jump a turn. */
import { assertNever } from '../../abi/assert-never';
import { Opcode } from '../../abi/opcodes';
import type { Expression, Place, Statement } from '../typed-tree';
import type { ControlContext } from './control';
import { initialize } from './initialization';
import type { Label } from './emitter';
import { recordTo } from './record';
import { switchStatement } from './switch';
import { declareVariableLength, releaseStack } from './variable-length';
import { isWide, valueKind } from './value-kind';

export function statement(g: ControlContext, s: Statement): void {
  switch (s.kind) {
    case 'expression':
      g.code.span = s.span;
      g.effect(s.value);
      return;
    case 'block': {
      const depth = g.stackSaves.length;
      g.statements(s.body);
      releaseStack(g, depth);
      g.stackSaves.length = depth;
      g.leaveBlock(s.block);
      return;
    }
    case 'declare':
      g.code.span = s.span;
      g.enterScope(s.variable);
      markUnset(g, s);
      if (s.vlaBytes === null) initialize(g, s.variable, s.initialization);
      else declareVariableLength(g, s.variable, s.vlaBytes);
      return;
    case 'if':
      ifStatement(g, s);
      return;
    case 'loop':
      loop(g, s);
      return;
    case 'switch':
      switchStatement(g, s);
      return;
    case 'label':
      g.code.bind(g.labelOf(s.label), true);
      return;
    case 'goto':
      g.code.span = s.span;
      releaseStack(g, g.stackDepthOf(s.label));
      g.code.jump(Opcode.JMP, g.labelOf(s.label));
      return;
    case 'break':
    case 'continue': {
      g.code.span = s.span;
      const target = s.kind === 'break' ? g.breaks.at(-1) : g.continues.at(-1);
      if (target === undefined) throw new Error(`${s.kind} outside of a loop`);
      releaseStack(g, target.stackDepth);
      g.code.jump(Opcode.JMP, target.label);
      return;
    }
    case 'return':
      g.code.span = s.span;
      returnStatement(g, s);
      return;
    default:
      assertNever(s);
  }
}

function markUnset(g: ControlContext, s: Extract<Statement, { kind: 'declare' }>): void {
  if (!g.assignedness.tracked.has(s.variable)) return;
  const location = g.frame.locationOf(s.variable);
  if (location.kind === 'memory') g.code.emit(Opcode.UNSET, location.offset, location.bytes);
}

function ifStatement(g: ControlContext, s: Extract<Statement, { kind: 'if' }>): void {
  g.code.span = s.condition.span;
  const direct = s.otherwise === null ? directTarget(g, s.then) : null;
  if (direct !== null) {
    g.jumpIf(s.condition, direct, true);
    return;
  }
  const otherwise = g.code.newLabel();
  g.jumpIf(s.condition, otherwise, false);
  g.statement(s.then);
  if (s.otherwise === null) {
    g.code.bind(otherwise);
    return;
  }
  const end = g.code.newLabel();
  g.code.jump(Opcode.JMP, end);
  g.code.bind(otherwise);
  g.statement(s.otherwise);
  g.code.bind(end);
}

/** Where a statement that only jumps jumps to: `if (x) break;` is one instruction. */
function directTarget(g: ControlContext, s: Statement): Label | null {
  if (s.kind === 'block') {
    const [only] = s.body;
    return s.body.length === 1 && only !== undefined ? directTarget(g, only) : null;
  }
  const depth = g.stackSaves.length;
  if (s.kind === 'goto') return g.stackDepthOf(s.label) === depth ? g.labelOf(s.label) : null;
  if (s.kind !== 'break' && s.kind !== 'continue') return null;
  const target = s.kind === 'break' ? g.breaks.at(-1) : g.continues.at(-1);
  return target?.stackDepth === depth ? target.label : null;
}

function loop(g: ControlContext, s: Extract<Statement, { kind: 'loop' }>): void {
  const depth = g.stackSaves.length;
  const body = g.code.newLabel();
  const next = g.code.newLabel();
  const condition = g.code.newLabel();
  const end = g.code.newLabel();
  g.statements(s.initial);
  g.loopDepth += 1;
  const innerDepth = g.stackSaves.length;
  g.code.span = s.condition?.span ?? s.span;
  if (s.form !== 'do' && s.condition !== null) {
    // A short condition is tested once more before the first turn: so a counter's step and test at
    // the loop's end can be one instruction.
    if (isShort(s.condition)) g.jumpIf(s.condition, end, false);
    else g.code.jump(Opcode.JMP, condition);
  }
  g.code.bind(body, true);
  g.breaks.push({ label: end, stackDepth: innerDepth });
  g.continues.push({ label: next, stackDepth: innerDepth });
  g.statement(s.body);
  g.breaks.pop();
  g.continues.pop();
  g.code.bind(next);
  if (s.step !== null) {
    g.code.span = s.step.span;
    g.effect(s.step);
  }
  g.code.bind(condition);
  g.code.span = s.condition?.span ?? s.span;
  if (s.condition === null) g.code.jump(Opcode.JMP, body);
  else g.jumpIf(s.condition, body, true);
  g.code.bind(end);
  g.loopDepth -= 1;
  releaseStack(g, depth);
  g.stackSaves.length = depth;
  g.leaveBlock(s.block);
}

/** A comparison of variables, elements, members and constants. */
function isShort(condition: Expression): boolean {
  if (condition.kind === 'comparison') {
    return isSimple(condition.left, 2) && isSimple(condition.right, 2);
  }
  return isSimple(condition, 2);
}

function isSimple(e: Expression, depth: number): boolean {
  switch (e.kind) {
    case 'integer-constant':
    case 'floating-constant':
      return true;
    case 'convert':
      return isSimple(e.operand, depth);
    case 'arithmetic':
      return depth > 0 && isSimple(e.left, depth - 1) && isSimple(e.right, depth - 1);
    case 'load':
      return isSimplePlace(e.place, depth);
    default:
      return false;
  }
}

function isSimplePlace(place: Place, depth: number): boolean {
  switch (place.kind) {
    case 'local':
    case 'static':
      return true;
    case 'member':
      return place.bits === undefined && isSimplePlace(place.base, depth);
    case 'pointed':
      return depth > 0 && isSimple(place.pointer, depth - 1);
    default:
      return false;
  }
}

function returnStatement(g: ControlContext, s: Extract<Statement, { kind: 'return' }>): void {
  if (s.value === null) {
    g.leaveFunction();
    g.code.emit(Opcode.RET);
  } else if (s.value.type.kind === 'void') {
    g.effect(s.value);
    g.leaveFunction();
    g.code.emit(Opcode.RET);
  } else if (valueKind(s.value.type) === 'record') {
    const slot = g.frame.resultPointer;
    if (slot === null) throw new Error('a record returned without a place for it');
    recordTo(g, s.value, { kind: 'pointer', slot, offset: 0 });
    g.leaveFunction();
    g.code.emit(Opcode.RET);
  } else {
    const mark = g.frame.mark();
    const slot = g.operand(s.value);
    g.code.span = s.span;
    g.leaveFunction();
    g.code.emit(isWide(valueKind(s.value.type)) ? Opcode.RET64 : Opcode.RET32, slot);
    g.frame.release(mark);
  }
  g.code.reachable = false;
}
