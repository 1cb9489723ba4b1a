/**
 * switch: a jump table where the cases are dense, otherwise a binary search that ends in short chains
 * of comparisons; 64-bit values by comparisons only.
 */
import { Opcode } from '../../abi/opcodes';
import type { Statement, SwitchCase } from '../typed-tree';
import { jumpIfRelation } from './condition';
import type { ControlContext } from './control';
import type { Label, Slot } from './emitter';
import { saved } from './operand-order';
import { isWide, type ValueKind, valueKind } from './value-kind';

const TABLE_CASES_MIN = 4;
/** Table words spent on each case at most. */
const TABLE_SPREAD_MAX = 3;
const CHAIN_MAX = 4;

/** A range of 32-bit values, as signed numbers, inclusive. */
interface Range {
  readonly low: number;
  readonly high: number;
  readonly label: Label;
}

export function switchStatement(
  g: ControlContext,
  s: Extract<Statement, { kind: 'switch' }>,
): void {
  const end = g.code.newLabel();
  const otherwise = s.defaultLabel === null ? end : g.labelOf(s.defaultLabel);
  const mark = g.frame.mark();
  g.code.span = s.value.span;
  const kind = valueKind(s.value.type);
  const slot = saved(g, s.value, g.value(s.value));
  if (isWide(kind)) {
    chain64(g, slot, kind, s.cases);
    g.code.jump(Opcode.JMP, otherwise);
  } else {
    select(g, slot, ranges(g, s.cases), otherwise);
  }
  g.frame.release(mark);
  g.breaks.push({ label: end, stackDepth: g.stackSaves.length });
  g.statement(s.body);
  g.breaks.pop();
  g.code.bind(end);
}

/** Sorted by value. A range of unsigned values across 2^31 falls into two. */
function ranges(g: ControlContext, cases: readonly SwitchCase[]): readonly Range[] {
  const found: Range[] = [];
  for (const { low, high, label: id } of cases) {
    if (high < low) continue;
    const label = g.labelOf(id);
    const first = Number(BigInt.asIntN(32, low));
    const last = Number(BigInt.asIntN(32, high));
    if (first <= last) {
      found.push({ low: first, high: last, label });
    } else {
      found.push({ low: first, high: 0x7fff_ffff, label });
      found.push({ low: -0x8000_0000, high: last, label });
    }
  }
  return found.sort((a, b) => a.low - b.low);
}

function select(g: ControlContext, slot: Slot, cases: readonly Range[], otherwise: Label): void {
  const first = cases[0];
  const last = cases[cases.length - 1];
  if (first === undefined || last === undefined) {
    g.code.jump(Opcode.JMP, otherwise);
    return;
  }
  const span = last.high - first.low + 1;
  if (cases.length >= TABLE_CASES_MIN && span <= cases.length * TABLE_SPREAD_MAX) {
    table(g, slot, cases, first.low, span, otherwise);
    return;
  }
  if (cases.length <= CHAIN_MAX) {
    for (const range of cases) compare(g, slot, range);
    g.code.jump(Opcode.JMP, otherwise);
    return;
  }
  const middle = cases.length >> 1;
  const pivot = cases[middle];
  if (pivot === undefined) throw new Error('no middle case');
  const lower = g.code.newLabel();
  g.code.jump(Opcode.JLTSI32, lower, slot, pivot.low);
  select(g, slot, cases.slice(middle), otherwise);
  g.code.bind(lower);
  select(g, slot, cases.slice(0, middle), otherwise);
}

function compare(g: ControlContext, slot: Slot, { low, high, label }: Range): void {
  if (low === high) {
    g.code.jump(Opcode.JEQI32, label, slot, low);
    return;
  }
  const skip = g.code.newLabel();
  g.code.jump(Opcode.JLTSI32, skip, slot, low);
  g.code.jump(Opcode.JLESI32, label, slot, high);
  g.code.bind(skip);
}

function table(
  g: ControlContext,
  slot: Slot,
  cases: readonly Range[],
  low: number,
  span: number,
  otherwise: Label,
): void {
  if (!g.code.reachable) return;
  g.code.emit(Opcode.SWITCH, slot, low, span);
  g.code.target(otherwise);
  let value = low;
  for (const range of cases) {
    for (; value < range.low; value += 1) g.code.target(otherwise);
    for (; value <= range.high; value += 1) g.code.target(range.label);
  }
  g.code.reachable = false;
}

function chain64(
  g: ControlContext,
  slot: Slot,
  kind: ValueKind,
  cases: readonly SwitchCase[],
): void {
  const bound = g.frame.temporary();
  const put = (value: bigint): void => {
    g.code.emit(
      Opcode.MOVI64,
      bound,
      Number(BigInt.asIntN(32, value)),
      Number(BigInt.asIntN(32, value >> 32n)),
    );
  };
  for (const { low, high, label: id } of cases) {
    const label = g.labelOf(id);
    if (low === high) {
      put(low);
      jumpIfRelation(g, '==', kind, slot, bound, label);
    } else if (low < high) {
      const skip = g.code.newLabel();
      put(low);
      jumpIfRelation(g, '<', kind, slot, bound, skip);
      put(high);
      jumpIfRelation(g, '<=', kind, slot, bound, label);
      g.code.bind(skip);
    }
  }
}
