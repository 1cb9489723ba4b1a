/** Conversions between scalar types (C11 6.3.1, 6.3.2.3). Those that change no bits cost nothing. */
import { Opcode } from '../../abi/opcodes';
import type { Expression } from '../typed-tree';
import { integerRange, integerTypeOf } from '../type-operations';
import type { IntegerType, Type } from '../types';
import { move } from './access';
import type { FunctionContext } from './context';
import type { Slot } from './emitter';
import { isNarrow, isWide, type ValueKind, valueKind } from './value-kind';

export function convert(
  g: FunctionContext,
  e: Extract<Expression, { kind: 'convert' }>,
  wanted: Slot | null,
): Slot {
  const from = e.operand.type;
  const steps = conversionSteps(from, e.type);
  if (steps.length === 0) {
    // Only the low word may be wanted: a wide value mustn't be written to a narrow slot.
    const wide = isWide(valueKind(e.type));
    if (wanted !== null && wide === isWide(valueKind(from))) return g.value(e.operand, wanted);
    const slot = g.value(e.operand);
    return wanted === null ? slot : move(g, wanted, slot, wide);
  }
  const mark = g.frame.mark();
  let slot = g.operand(e.operand);
  g.frame.release(mark);
  steps.forEach((opcode, k) => {
    const into = k === steps.length - 1 && wanted !== null ? wanted : g.frame.temporary();
    g.code.emit(opcode, into, slot);
    slot = into;
  });
  return slot;
}

/** Opcodes applied one after another. */
export function conversionSteps(from: Type, to: Type): readonly number[] {
  const source = valueKind(from);
  const target = valueKind(to);
  const integer = integerTypeOf(to);
  if (integer?.name === '_Bool') return isBool(from) ? [] : [TO_BOOL[source] ?? Opcode.NEZ32];
  if (integer !== null && isNarrow(integer)) return narrowing(from, source, integer);
  const opcode = CONVERSIONS[source]?.[target];
  if (opcode === undefined) return [];
  return typeof opcode === 'number' ? [opcode] : opcode;
}

function isBool(type: Type): boolean {
  return integerTypeOf(type)?.name === '_Bool';
}

function narrowing(from: Type, source: ValueKind, to: IntegerType): readonly number[] {
  const known = integerTypeOf(from);
  if (known !== null && isNarrow(known)) {
    const inner = integerRange(known);
    const outer = integerRange(to);
    if (inner.low >= outer.low && inner.high <= outer.high) return [];
  }
  const first =
    source === 'float32'
      ? [Opcode.F32_F64, Opcode.F64_S32]
      : source === 'float64'
        ? [Opcode.F64_S32]
        : [];
  return [...first, narrowOpcode(to)];
}

function narrowOpcode(to: IntegerType): number {
  if (to.bytes === 1) return to.signed ? Opcode.SX8 : Opcode.ZX8;
  return to.signed ? Opcode.SX16 : Opcode.ZX16;
}

const TO_BOOL: Partial<Record<ValueKind, number>> = {
  int32: Opcode.NEZ32,
  uint32: Opcode.NEZ32,
  int64: Opcode.NEZ64,
  uint64: Opcode.NEZ64,
  float32: Opcode.NEZF32,
  float64: Opcode.NEZF64,
};

/** Missing: the bits stay as they are (a 64-bit slot's low word is the 32-bit value). */
const CONVERSIONS: Partial<
  Record<ValueKind, Partial<Record<ValueKind, number | readonly number[]>>>
> = {
  int32: {
    int64: Opcode.SX64,
    uint64: Opcode.SX64,
    float32: Opcode.S32_F32,
    float64: Opcode.S32_F64,
  },
  uint32: {
    int64: Opcode.ZX64,
    uint64: Opcode.ZX64,
    float32: Opcode.U32_F32,
    float64: Opcode.U32_F64,
  },
  int64: { float32: Opcode.S64_F32, float64: Opcode.S64_F64 },
  uint64: { float32: Opcode.U64_F32, float64: Opcode.U64_F64 },
  float32: {
    int32: [Opcode.F32_F64, Opcode.F64_S32],
    uint32: [Opcode.F32_F64, Opcode.F64_U32],
    int64: [Opcode.F32_F64, Opcode.F64_S64],
    uint64: [Opcode.F32_F64, Opcode.F64_U64],
    float64: Opcode.F32_F64,
  },
  float64: {
    int32: Opcode.F64_S32,
    uint32: Opcode.F64_U32,
    int64: Opcode.F64_S64,
    uint64: Opcode.F64_U64,
    float32: Opcode.F64_F32,
  },
};
