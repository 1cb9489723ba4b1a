/** The bytes of a static object from the stores of its initializer (C11 6.7.9:4: all constant). */
import { sizeOf } from '../type-layout';
import type { Expression, Initialization, Relocation } from '../typed-tree';
import { integerTypeOf, wrapInteger } from '../type-operations';
import { type Checker, textOf } from './checker';
import { type ConstantValue, evaluate } from './constants';
import {
  arithmetic,
  comparison,
  conditional,
  convert,
  floatingConstant,
  integerConstant,
  negate,
} from './fold';

type Store = Extract<Initialization, { kind: 'store' }>;

export class StaticBytes {
  readonly #checker: Checker;
  readonly #size: number;
  #bytes: Uint8Array | null = null;
  /** By offset: a later store replaces an earlier one. */
  readonly #relocations = new Map<number, Relocation>();

  constructor(checker: Checker, size: number) {
    this.#checker = checker;
    this.#size = size;
  }

  store(step: Exclude<Initialization, { kind: 'zero' }>): void {
    if (step.kind === 'bytes') {
      this.#clear(step.offset, step.size);
      this.#all().set(step.bytes.subarray(0, Math.max(0, this.#size - step.offset)), step.offset);
      return;
    }
    const value = evaluate(step.value) ?? evaluate(withConstObjects(step.value));
    if (value === null) {
      const { span } = step.value;
      if (step.value.type.kind === 'error') return;
      this.#checker.error(
        'constant-required',
        span,
        `a static variable needs a constant as its first value, but '${textOf(span)}' is known only when the program runs`,
        { hint: `assign it in a function, e.g. at the start of main()` },
      );
      return;
    }
    this.#write(step, value);
  }

  result(): {
    readonly bytes: Uint8Array;
    readonly relocations: readonly Relocation[];
    readonly zero: boolean;
  } {
    const relocations = [...this.#relocations.values()];
    const zero = relocations.length === 0 && (this.#bytes?.every((byte) => byte === 0) ?? true);
    return { bytes: zero ? new Uint8Array() : this.#all(), relocations, zero };
  }

  #all(): Uint8Array {
    this.#bytes ??= new Uint8Array(this.#size);
    return this.#bytes;
  }

  #clear(offset: number, bytes: number): void {
    if (bytes <= 8) {
      for (let at = offset; at < offset + bytes; at += 1) this.#relocations.delete(at);
      return;
    }
    for (const at of this.#relocations.keys()) {
      if (at >= offset && at < offset + bytes) this.#relocations.delete(at);
    }
  }

  #write(step: Store, value: ConstantValue): void {
    const { offset } = step;
    const { type } = step.type;
    const size = step.bits?.unit ?? sizeOf(type);
    if (offset + size > this.#size) return;
    this.#clear(offset, size);
    if (value.kind === 'address') {
      if (size !== 8) {
        this.#checker.error(
          'constant-required',
          step.value.span,
          `an address has 8 bytes: it does not fit here`,
        );
        return;
      }
      this.#all().fill(0, offset, offset + 8);
      this.#relocations.set(offset, {
        offset,
        target: value.symbol,
        addend: Number(BigInt.asIntN(64, value.addend)),
      });
      return;
    }
    const bytes = this.#all();
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    if (value.kind === 'floating') {
      if (size === 4) view.setFloat32(offset, value.value, true);
      else view.setFloat64(offset, value.value, true);
    } else if (step.bits === undefined) writeInteger(view, offset, size, value.value);
    else {
      const { offset: shift, width } = step.bits;
      const mask = ((1n << BigInt(width)) - 1n) << BigInt(shift);
      const old = readInteger(view, offset, size);
      writeInteger(view, offset, size, (old & ~mask) | ((value.value << BigInt(shift)) & mask));
    }
  }
}

function readInteger(view: DataView, offset: number, size: number): bigint {
  let value = 0n;
  for (let at = size - 1; at >= 0; at -= 1)
    value = (value << 8n) | BigInt(view.getUint8(offset + at));
  return value;
}

function writeInteger(view: DataView, offset: number, size: number, value: bigint): void {
  for (let at = 0; at < size; at += 1) {
    view.setUint8(offset + at, Number((value >> BigInt(8 * at)) & 0xffn));
  }
}

/** As gcc from version 8: the value of a const object that this unit initializes counts as known. */
function withConstObjects(expression: Expression): Expression {
  const { span, type } = expression;
  switch (expression.kind) {
    case 'load':
      return constObject(expression) ?? expression;
    case 'convert':
      return convert(withConstObjects(expression.operand), type, span);
    case 'negate':
      return negate(withConstObjects(expression.operand), span);
    case 'arithmetic':
      return arithmetic(
        expression.operator,
        withConstObjects(expression.left),
        withConstObjects(expression.right),
        type,
        span,
      );
    case 'comparison':
      return comparison(
        expression.operator,
        withConstObjects(expression.left),
        withConstObjects(expression.right),
        span,
      );
    case 'conditional':
      return conditional(
        withConstObjects(expression.condition),
        withConstObjects(expression.then),
        withConstObjects(expression.otherwise),
        type,
        span,
      );
    default:
      return expression;
  }
}

function constObject(load: Extract<Expression, { kind: 'load' }>): Expression | null {
  const { place, type, span } = load;
  if (place.kind !== 'static' || !place.type.const || place.type.volatile) return null;
  const { definition } = place.symbol;
  if (definition?.kind !== 'data' || definition.tentative || definition.relocations.length > 0) {
    return null;
  }
  const bytes = definition.zero ? new Uint8Array(8) : definition.bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const integer = integerTypeOf(type);
  if (integer !== null) {
    const value = readInteger(view, 0, integer.bytes);
    return integerConstant(wrapInteger(value, integer), type, span);
  }
  if (type.kind !== 'floating') return null;
  return floatingConstant(
    type.bytes === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true),
    type,
    span,
  );
}
