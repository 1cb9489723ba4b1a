/**
 * The value of an expression in a state, read from a process's memory from outside: the program notices
 * nothing. Names are those of objects with static storage (globals, static locals), of enumeration
 * constants, and of whatever else the asker knows, e.g. a frame's variables. Integers are exact, they
 * never overflow; otherwise operators are C's.
 */
import { assertNever } from '../../abi/assert-never';
import type { FieldInfo, ProgramImage, TypeInfo } from '../../abi/image';
import { constantNamed, variableNamed } from './names';
import type { BinaryOperator, Expression } from './parse';

/** What can be read of a process; null: nothing is there. */
export interface ReadableMemory {
  readBytes(address: number, count: number): Uint8Array | null;
  /** Four bytes as a number with a sign; without a copy of them where that is possible. */
  readInt32(address: number): number | null;
}

export interface Evaluation {
  readonly image: ProgramImage;
  readonly memory: ReadableMemory;
  /** Told of each object that is read. */
  reads(address: number, bytes: number): void;
  /** What else a name means, before globals are asked; null: nothing. */
  named?(name: string): Named | null;
}

/** A variable; or an array whose length the program has computed, known by where its first element is. */
export type Named = Place | Pointer;

export type Truth =
  | { readonly kind: 'truth'; readonly value: boolean }
  /** A pointer leads nowhere: not set yet, or unmapped. */
  | { readonly kind: 'unreadable' }
  /** The program has no such variable or member. */
  | { readonly kind: 'error'; readonly message: string };

export type Value =
  | { readonly kind: 'integer'; readonly value: bigint }
  | { readonly kind: 'floating'; readonly value: number }
  | Pointer;

export interface Pointer {
  readonly kind: 'pointer';
  readonly address: number;
  readonly to: number;
}

export interface Place {
  readonly kind: 'place';
  readonly address: number;
  readonly type: number;
  readonly bits?: FieldInfo['bits'];
}

class Unreadable extends Error {}
class Mistake extends Error {}

export function evaluate(expression: Expression, evaluation: Evaluation): Truth {
  try {
    return { kind: 'truth', value: isTrue(valueOf(expression, evaluation)) };
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable' };
    if (error instanceof Mistake) return { kind: 'error', message: error.message };
    throw error;
  }
}

/** What an expression comes to: where it names an object, the object; so whole arrays and structs, too. */
export type Result = Place | Value | Exclude<Truth, { readonly kind: 'truth' }>;

export function resultOf(expression: Expression, evaluation: Evaluation): Result {
  try {
    const isPlace =
      expression.kind === 'name'
        ? isObject(expression.name, evaluation)
        : expression.kind === 'member' ||
          expression.kind === 'element' ||
          (expression.kind === 'unary' && expression.operator === '*');
    return isPlace ? placeOf(expression, evaluation) : valueOf(expression, evaluation);
  } catch (error) {
    if (error instanceof Unreadable) return { kind: 'unreadable' };
    if (error instanceof Mistake) return { kind: 'error', message: error.message };
    throw error;
  }
}

function isObject(name: string, evaluation: Evaluation): boolean {
  const known = evaluation.named?.(name) ?? null;
  return known === null ? constantNamed(evaluation.image, name) === null : known.kind === 'place';
}

/** As a number in decimal; null: it has none, or leads nowhere. */
export function numberText(expression: Expression, evaluation: Evaluation): string | null {
  try {
    const value = valueOf(expression, evaluation);
    return value.kind === 'pointer' ? null : String(value.value);
  } catch (error) {
    if (error instanceof Unreadable || error instanceof Mistake) return null;
    throw error;
  }
}

function isTrue(value: Value): boolean {
  switch (value.kind) {
    case 'integer':
      return value.value !== 0n;
    case 'floating':
      return value.value !== 0;
    case 'pointer':
      return value.address !== 0;
    default:
      return assertNever(value);
  }
}

const TRUE: Value = { kind: 'integer', value: 1n };
const FALSE: Value = { kind: 'integer', value: 0n };

function truth(value: boolean): Value {
  return value ? TRUE : FALSE;
}

function valueOf(expression: Expression, evaluation: Evaluation): Value {
  switch (expression.kind) {
    case 'number':
      return { kind: 'integer', value: expression.value };
    case 'name': {
      const named = evaluation.named?.(expression.name) ?? null;
      if (named !== null) return named.kind === 'pointer' ? named : load(named, evaluation);
      const constant = constantNamed(evaluation.image, expression.name);
      return constant === null
        ? load(placeOf(expression, evaluation), evaluation)
        : { kind: 'integer', value: constant };
    }
    case 'member':
    case 'element':
      return load(placeOf(expression, evaluation), evaluation);
    case 'unary':
      return unary(expression, evaluation);
    case 'binary':
      return binary(expression, evaluation);
    case 'conditional':
      return isTrue(valueOf(expression.condition, evaluation))
        ? valueOf(expression.then, evaluation)
        : valueOf(expression.otherwise, evaluation);
    default:
      return assertNever(expression);
  }
}

function placeOf(expression: Expression, evaluation: Evaluation): Place {
  const { image } = evaluation;
  switch (expression.kind) {
    case 'name': {
      const { name } = expression;
      const named = evaluation.named?.(name);
      if (named?.kind === 'place') return named;
      const variable = named == null ? variableNamed(image, name) : null;
      if (variable === null && evaluation.named !== undefined)
        throw new Mistake(`there is no variable “${name}” here`);
      if (variable === null) throw new Mistake(`the program has no global variable “${name}”`);
      return { kind: 'place', address: variable.location, type: variable.type };
    }
    case 'member': {
      const { of, name, arrow } = expression;
      const record = arrow ? target(valueOf(of, evaluation)) : placeOf(of, evaluation);
      const type = typeOf(image, record.type);
      const field =
        type.kind === 'record' ? type.fields.find((each) => each.name === name) : undefined;
      if (field === undefined) throw new Mistake(`there is no member “${name}”`);
      return {
        kind: 'place',
        address: record.address + field.offset,
        type: field.type,
        ...(field.bits === undefined ? {} : { bits: field.bits }),
      };
    }
    case 'element':
      return target(
        add(valueOf(expression.of, evaluation), valueOf(expression.index, evaluation), 1n, image),
      );
    case 'unary':
      if (expression.operator === '*') return target(valueOf(expression.operand, evaluation));
      break;
    default:
  }
  throw new Mistake('that has no place in memory');
}

function target(value: Value): Place {
  if (value.kind !== 'pointer') throw new Mistake('that is not a pointer');
  if (value.address === 0) throw new Unreadable();
  return { kind: 'place', address: value.address, type: value.to };
}

function typeOf({ types }: ProgramImage, index: number): TypeInfo {
  const type = types[index];
  if (type === undefined) throw new Error(`no type ${index}`);
  return type;
}

function bytesOf(image: ProgramImage, index: number): number {
  const type = typeOf(image, index);
  switch (type.kind) {
    case 'integer':
    case 'floating':
    case 'record':
      return type.bytes;
    case 'pointer':
      return 8;
    case 'enum':
      return 4;
    case 'array':
      return type.count * bytesOf(image, type.of);
    case 'void':
    case 'function':
      return 1;
    default:
      return assertNever(type);
  }
}

function load({ address, type: index, bits }: Place, evaluation: Evaluation): Value {
  const { image } = evaluation;
  const type = typeOf(image, index);
  switch (type.kind) {
    case 'array':
      return { kind: 'pointer', address, to: type.of };
    case 'pointer': {
      const low = wordAt(address, evaluation) >>> 0;
      const high = wordAt(address + 4, evaluation) >>> 0;
      return { kind: 'pointer', address: high * 2 ** 32 + low, to: type.to };
    }
    case 'floating': {
      const view = bytesAt(address, type.bytes, evaluation);
      return {
        kind: 'floating',
        value: type.bytes === 4 ? view.getFloat32(0, true) : view.getFloat64(0, true),
      };
    }
    case 'integer':
    case 'enum': {
      const bytes = type.kind === 'enum' ? 4 : type.bytes;
      const signed = type.kind === 'enum' || type.signed;
      if (bytes === 4 && bits === undefined) {
        const word = wordAt(address, evaluation);
        return { kind: 'integer', value: BigInt(signed ? word : word >>> 0) };
      }
      let raw = 0n;
      const view = bytesAt(address, bytes, evaluation);
      for (let k = bytes - 1; k >= 0; k--) raw = (raw << 8n) | BigInt(view.getUint8(k));
      const width = bits?.width ?? bytes * 8;
      raw = BigInt.asUintN(width, raw >> BigInt(bits?.offset ?? 0));
      return { kind: 'integer', value: signed ? BigInt.asIntN(width, raw) : raw };
    }
    case 'record':
      throw new Mistake('a whole struct has no truth value');
    case 'void':
    case 'function':
      throw new Mistake('that has no value');
    default:
      return assertNever(type);
  }
}

function bytesAt(address: number, count: number, evaluation: Evaluation): DataView {
  const bytes = evaluation.memory.readBytes(address, count);
  if (bytes === null) throw new Unreadable();
  evaluation.reads(address, count);
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function wordAt(address: number, evaluation: Evaluation): number {
  const word = evaluation.memory.readInt32(address);
  if (word === null) throw new Unreadable();
  evaluation.reads(address, 4);
  return word;
}

function unary(
  { operator, operand }: Expression & { readonly kind: 'unary' },
  evaluation: Evaluation,
): Value {
  if (operator === '&') {
    const { address, type } = placeOf(operand, evaluation);
    return { kind: 'pointer', address, to: type };
  }
  const value = valueOf(operand, evaluation);
  if (operator === '*') return load(target(value), evaluation);
  if (operator === '!') return truth(!isTrue(value));
  if (value.kind === 'integer')
    return {
      kind: 'integer',
      value: operator === '-' ? -value.value : operator === '~' ? ~value.value : value.value,
    };
  if (value.kind === 'floating' && operator !== '~')
    return { kind: 'floating', value: operator === '-' ? -value.value : value.value };
  throw new Mistake(`“${operator}” can't be applied to that`);
}

function binary(
  { operator, left, right }: Expression & { readonly kind: 'binary' },
  evaluation: Evaluation,
): Value {
  const a = valueOf(left, evaluation);
  // The right side is evaluated only where C does: C11 6.5.13, 6.5.14.
  if (operator === '&&') return truth(isTrue(a) && isTrue(valueOf(right, evaluation)));
  if (operator === '||') return truth(isTrue(a) || isTrue(valueOf(right, evaluation)));
  const b = valueOf(right, evaluation);
  if (a.kind === 'pointer' || b.kind === 'pointer')
    return withPointer(operator, a, b, evaluation.image);
  return a.kind === 'integer' && b.kind === 'integer'
    ? ofIntegers(operator, a.value, b.value)
    : ofNumbers(operator, Number(a.value), Number(b.value));
}

function withPointer(operator: BinaryOperator, a: Value, b: Value, image: ProgramImage): Value {
  if (operator === '+') return a.kind === 'pointer' ? add(a, b, 1n, image) : add(b, a, 1n, image);
  if (operator === '-' && a.kind === 'pointer') {
    if (b.kind !== 'pointer') return add(a, b, -1n, image);
    const distance = BigInt(a.address - b.address) / BigInt(bytesOf(image, a.to));
    return { kind: 'integer', value: distance };
  }
  return ofIntegers(operator, addressOf(a), addressOf(b));
}

function addressOf(value: Value): bigint {
  switch (value.kind) {
    case 'pointer':
      return BigInt(value.address);
    case 'integer':
      return value.value;
    case 'floating':
      throw new Mistake('a pointer can only be compared with a pointer');
    default:
      return assertNever(value);
  }
}

function add(pointer: Value, index: Value, sign: bigint, image: ProgramImage): Value {
  if (pointer.kind !== 'pointer' || index.kind !== 'integer')
    throw new Mistake('an element needs an array or pointer, and a whole number');
  const offset = Number(sign * index.value) * bytesOf(image, pointer.to);
  return { kind: 'pointer', address: pointer.address + offset, to: pointer.to };
}

function ofIntegers(operator: BinaryOperator, a: bigint, b: bigint): Value {
  const integer = (value: bigint): Value => ({ kind: 'integer', value });
  switch (operator) {
    case '+':
      return integer(a + b);
    case '-':
      return integer(a - b);
    case '*':
      return integer(a * b);
    case '/':
    case '%':
      if (b === 0n) throw new Mistake('it divides by zero');
      return integer(operator === '/' ? a / b : a % b);
    case '<<':
    case '>>':
      if (b < 0n || b > 63n) throw new Mistake('it shifts too far');
      return integer(operator === '<<' ? a << b : a >> b);
    case '&':
      return integer(a & b);
    case '|':
      return integer(a | b);
    case '^':
      return integer(a ^ b);
    default:
      return compared(operator, a, b);
  }
}

function ofNumbers(operator: BinaryOperator, a: number, b: number): Value {
  const floating = (value: number): Value => ({ kind: 'floating', value });
  switch (operator) {
    case '+':
      return floating(a + b);
    case '-':
      return floating(a - b);
    case '*':
      return floating(a * b);
    case '/':
      return floating(a / b);
    case '%':
    case '<<':
    case '>>':
    case '&':
    case '|':
    case '^':
      throw new Mistake(`“${operator}” is for whole numbers`);
    default:
      return compared(operator, a, b);
  }
}

function compared<T extends bigint | number>(
  operator: '==' | '!=' | '<' | '>' | '<=' | '>=' | '&&' | '||',
  a: T,
  b: T,
): Value {
  switch (operator) {
    case '==':
      return truth(a === b);
    case '!=':
      return truth(a !== b);
    case '<':
      return truth(a < b);
    case '>':
      return truth(a > b);
    case '<=':
      return truth(a <= b);
    case '>=':
      return truth(a >= b);
    case '&&':
    case '||':
      throw new Error(`${operator} is evaluated elsewhere`);
    default:
      return assertNever(operator);
  }
}
