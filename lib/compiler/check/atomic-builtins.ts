/**
 * GNU's `__atomic_...` and `__sync_...`, and clang's `__c11_atomic_...` for objects of any type, on
 * which our <stdatomic.h> stands. Orders are checked and otherwise make no difference: each operation
 * is one step of the machine (C11 7.17.3: seq_cst satisfies the others).
 */
import { ATOMIC_OPERATIONS, type AtomicOperation } from '../../abi/atomics';
import type { Span } from '../source';
import { sizeOf } from '../type-layout';
import {
  BOOL,
  INT,
  SIZE_T,
  UNSIGNED_CHAR,
  VOID,
  integerTypeOf,
  isIncomplete,
  isInteger,
  plain,
  pointerTo,
} from '../type-operations';
import type { Expression } from '../typed-tree';
import type { Type } from '../types';
import { checkMemoryOrders } from './atomic-orders';
import {
  type Temporary,
  compareExchange,
  exchange,
  pointedObject,
  sequence,
  temporary,
  update,
} from './atomic-operations';
import { type Checker, textOf } from './checker';
import { convertForAssignment } from './conversions';
import { convert, errorExpression, integerConstant, isErrorExpression } from './fold';
import { loadPlace } from './operand';
import { aType } from './type-text';

/** A call, its arguments checked for their number. */
interface Call {
  readonly checker: Checker;
  readonly name: string;
  readonly args: readonly Expression[];
  readonly span: Span;
}

interface Builtin {
  /** Arguments; `__sync_...` may have more, which mean nothing. */
  readonly count: number;
  readonly make: (call: Call, first: Expression) => Expression;
}

const BUILTINS: ReadonlyMap<string, Builtin> = new Map([
  ['__atomic_load_n', { count: 2, make: (call, p) => load(call, p, 'scalar') }],
  ['__atomic_store_n', { count: 3, make: (call, p) => store(call, p, 'scalar') }],
  ['__atomic_exchange_n', { count: 3, make: (call, p) => exchangeValue(call, p, 'scalar') }],
  ['__atomic_compare_exchange_n', { count: 6, make: (call, p) => compareValue(call, p, 'scalar') }],
  ['__c11_atomic_load', { count: 2, make: (call, p) => load(call, p, 'any') }],
  ['__c11_atomic_store', { count: 3, make: (call, p) => store(call, p, 'any') }],
  ['__c11_atomic_init', { count: 2, make: (call, p) => store(call, p, 'any') }],
  ['__c11_atomic_exchange', { count: 3, make: (call, p) => exchangeValue(call, p, 'any') }],
  ['__c11_atomic_compare_exchange', { count: 5, make: (call, p) => compareValue(call, p, 'any') }],
  ['__atomic_load', { count: 3, make: genericLoad }],
  ['__atomic_store', { count: 3, make: genericStore }],
  ['__atomic_exchange', { count: 4, make: genericExchange }],
  ['__atomic_compare_exchange', { count: 6, make: genericCompare }],
  ['__atomic_test_and_set', { count: 2, make: testAndSet }],
  ['__atomic_clear', { count: 2, make: clear }],
  ['__atomic_thread_fence', { count: 1, make: fence }],
  ['__atomic_signal_fence', { count: 1, make: fence }],
  ['__atomic_always_lock_free', { count: 2, make: lockFree }],
  ['__atomic_is_lock_free', { count: 2, make: lockFree }],
  [
    '__sync_bool_compare_and_swap',
    { count: 3, make: (call, p) => compareAndSwap(call, p, 'bool') },
  ],
  ['__sync_val_compare_and_swap', { count: 3, make: (call, p) => compareAndSwap(call, p, 'old') }],
  ['__sync_lock_test_and_set', { count: 2, make: (call, p) => exchangeValue(call, p, 'scalar') }],
  ['__sync_lock_release', { count: 1, make: release }],
  ...ATOMIC_OPERATIONS.filter((operation) => operation !== 'exchange').flatMap(fetchBuiltins),
]);

function fetchBuiltins(operation: AtomicOperation): readonly (readonly [string, Builtin])[] {
  const old = (call: Call, first: Expression) => fetch(call, first, operation, 'old');
  const changed = (call: Call, first: Expression) => fetch(call, first, operation, 'new');
  return [
    [`__atomic_fetch_${operation}`, { count: 3, make: old }],
    [`__atomic_${operation}_fetch`, { count: 3, make: changed }],
    [`__sync_fetch_and_${operation}`, { count: 2, make: old }],
    [`__sync_${operation}_and_fetch`, { count: 2, make: changed }],
  ];
}

const SYNCHRONIZE = '__sync_synchronize';

export function isAtomicBuiltin(name: string): boolean {
  return BUILTINS.has(name) || name === SYNCHRONIZE;
}

/** A call of one of these, its arguments without errors. */
export function atomicBuiltin(
  checker: Checker,
  name: string,
  args: readonly Expression[],
  span: Span,
): Expression {
  if (name === SYNCHRONIZE) return nothing(span);
  const builtin = BUILTINS.get(name);
  const [first] = args;
  if (builtin === undefined) return errorExpression(span);
  const { count } = builtin;
  const tooMany = args.length > count && !name.startsWith('__sync_');
  if (first === undefined || args.length < count || tooMany) {
    const number = `${count} argument${count === 1 ? '' : 's'}`;
    checker.error('argument-count', span, `'${name}' needs ${number}, not ${args.length}`);
    return errorExpression(span);
  }
  checkMemoryOrders(checker, name, args);
  const made = builtin.make({ checker, name, args, span }, first);
  if (isErrorExpression(made)) return made;
  // An order that is computed is computed, whatever it says.
  return args
    .slice(1)
    .filter((argument) => argument.kind === 'call' || argument.kind === 'update')
    .filter((argument) => isOrder(name, args.indexOf(argument), count))
    .reduceRight((value, order) => sequence(convert(order, VOID), value), made);
}

/** The last argument of `__atomic_...`, the last two of comparisons, are orders. */
function isOrder(name: string, index: number, count: number): boolean {
  if (name.startsWith('__sync_') || name === '__c11_atomic_init') return false;
  return index >= count - (name.includes('compare_exchange') ? 2 : 1);
}

function nothing(span: Span): Expression {
  return convert(integerConstant(0n, INT, span), VOID);
}

// ---- the object -----------------------------------------------------------------------------

type Kind = 'scalar' | 'number' | 'any';

/** The type of the object that argument `index` points to; null after a report. */
function objectType(
  { checker, name, args, span }: Call,
  index: number,
  kind: Kind,
  access: 'read' | 'write',
): Type | null {
  const pointer = args[index];
  const at = pointer?.span ?? span;
  const report = (message: string) => {
    checker.error('atomic-operand', at, message);
    return null;
  };
  const nth = `argument ${index + 1} of '${name}'`;
  if (pointer?.type.kind !== 'pointer') {
    const found = pointer === undefined ? 'missing' : aType(pointer.type);
    return report(`${nth} must be a pointer to the object, but it is ${found}`);
  }
  const { to } = pointer.type;
  if (to.type.kind === 'function' || isIncomplete(to.type)) {
    return report(`${nth} points to ${aType(to)}, which is no object that can be accessed`);
  }
  const integer = integerTypeOf(to.type);
  const suits =
    kind === 'any' ||
    to.type.kind === 'pointer' ||
    (integer !== null && (kind === 'scalar' || integer.name !== '_Bool'));
  if (!suits) {
    const wanted =
      kind === 'number' ? 'an integer (no _Bool) or a pointer' : 'an integer or a pointer';
    return report(`${nth} must point to ${wanted}, but '${textOf(at)}' points to ${aType(to)}`);
  }
  if (access === 'write' && to.const) {
    return report(`${nth} points to ${aType(to)}: what is const can't be changed`);
  }
  return to.type;
}

/** Argument `index` as a value of the object's type. */
function valueArgument(call: Call, index: number, type: Type): Expression {
  const { checker, name, args, span } = call;
  const value = args[index];
  if (value === undefined) return errorExpression(span);
  return convertForAssignment(checker, value, type, {
    expects: (target) => `argument ${index + 1} of '${name}' must be ${aType(target)}`,
  });
}

/** Argument `index` as a pointer to an object of the type that the atomic one has. */
function pointerArgument(
  call: Call,
  index: number,
  type: Type,
  access: 'read' | 'write',
): Expression {
  const found = objectType(call, index, 'any', access);
  const { checker, name, args, span } = call;
  const pointer = args[index];
  if (found === null || pointer === undefined) return errorExpression(span);
  if (sizeOf(found) !== sizeOf(type)) {
    checker.error(
      'atomic-operand',
      pointer.span,
      `argument ${index + 1} of '${name}' points to ${sizeOf(found)} bytes, but the atomic object has ${sizeOf(type)}`,
    );
    return errorExpression(span);
  }
  return pointer;
}

/** A hidden variable that holds `value` from where `first` stands. */
function held({ checker }: Call, value: Expression): Temporary {
  return temporary(checker, value.type, value.span);
}

// ---- operations on values -------------------------------------------------------------------

function load(call: Call, pointer: Expression, kind: Kind): Expression {
  const type = objectType(call, 0, kind, 'read');
  if (type === null) return errorExpression(call.span);
  return loadPlace(pointedObject(pointer, type, call.span));
}

function store(call: Call, pointer: Expression, kind: Kind): Expression {
  const { span } = call;
  const type = objectType(call, 0, kind, 'write');
  const value = type === null ? errorExpression(span) : valueArgument(call, 1, type);
  if (type === null || isErrorExpression(value)) return errorExpression(span);
  const place = pointedObject(pointer, type, span);
  return convert({ kind: 'assign', place, value, type, span }, VOID);
}

function exchangeValue(call: Call, pointer: Expression, kind: Kind): Expression {
  const { checker, span } = call;
  const type = objectType(call, 0, kind, 'write');
  const value = type === null ? errorExpression(span) : valueArgument(call, 1, type);
  if (type === null || isErrorExpression(value)) return errorExpression(span);
  if (isInteger(type) || type.kind === 'pointer') {
    return update(pointer, 'exchange', value, type, 'old', span);
  }
  const wanted = held(call, value);
  const old = temporary(checker, type, span);
  const swap = exchange(pointer, wanted.address(), old.address(), type, span);
  return sequence(wanted.set(value), sequence(swap, old.value));
}

function compareValue(call: Call, pointer: Expression, kind: Kind): Expression {
  const { span } = call;
  const type = objectType(call, 0, kind, 'write');
  if (type === null) return errorExpression(span);
  const expected = pointerArgument(call, 1, type, 'write');
  const value = valueArgument(call, 2, type);
  if (isErrorExpression(expected) || isErrorExpression(value)) return errorExpression(span);
  const desired = held(call, value);
  const compare = compareExchange(pointer, expected, desired.address(), type, span);
  return sequence(desired.set(value), convert(compare, BOOL));
}

function fetch(
  call: Call,
  pointer: Expression,
  operation: AtomicOperation,
  result: 'old' | 'new',
): Expression {
  const { checker, name, args, span } = call;
  const type = objectType(call, 0, 'number', 'write');
  const [, value] = args;
  if (type === null || value === undefined) return errorExpression(span);
  // As gcc: a pointer moves by bytes.
  const operand =
    type.kind === 'pointer'
      ? convertForAssignment(checker, value, SIZE_T, {
          expects: () => `argument 2 of '${name}' must be a number of bytes`,
        })
      : valueArgument(call, 1, type);
  if (isErrorExpression(operand)) return errorExpression(span);
  return update(pointer, operation, operand, type, result, span);
}

/** `__sync_bool_compare_and_swap` and `__sync_val_compare_and_swap`. */
function compareAndSwap(call: Call, pointer: Expression, result: 'bool' | 'old'): Expression {
  const { span } = call;
  const type = objectType(call, 0, 'scalar', 'write');
  if (type === null) return errorExpression(span);
  const from = valueArgument(call, 1, type);
  const to = valueArgument(call, 2, type);
  if (isErrorExpression(from) || isErrorExpression(to)) return errorExpression(span);
  const expected = held(call, from);
  const desired = held(call, to);
  const compare = compareExchange(pointer, expected.address(), desired.address(), type, span);
  const value = result === 'bool' ? convert(compare, BOOL) : sequence(compare, expected.value);
  return sequence(desired.set(to), sequence(expected.set(from), value));
}

function release(call: Call, pointer: Expression): Expression {
  const { span } = call;
  const type = objectType(call, 0, 'scalar', 'write');
  if (type === null) return errorExpression(span);
  const place = pointedObject(pointer, type, span);
  const value = integerConstant(0n, type, span);
  return convert({ kind: 'assign', place, value, type, span }, VOID);
}

// ---- operations on what pointers point to -----------------------------------------------------

function genericLoad(call: Call, pointer: Expression): Expression {
  return copy(call, pointer, 'read', 'write', (object, other) => [other, object]);
}

function genericStore(call: Call, pointer: Expression): Expression {
  return copy(call, pointer, 'write', 'read', (object, other) => [object, other]);
}

function copy(
  call: Call,
  pointer: Expression,
  accessOfObject: 'read' | 'write',
  accessOfOther: 'read' | 'write',
  order: (object: Expression, other: Expression) => readonly [to: Expression, from: Expression],
): Expression {
  const { span } = call;
  const type = objectType(call, 0, 'any', accessOfObject);
  if (type === null) return errorExpression(span);
  const other = pointerArgument(call, 1, type, accessOfOther);
  if (isErrorExpression(other)) return other;
  const [to, from] = order(pointer, other);
  const value = loadPlace(pointedObject(from, type, span));
  const place = pointedObject(to, type, span);
  return convert({ kind: 'assign', place, value, type, span }, VOID);
}

function genericExchange(call: Call, pointer: Expression): Expression {
  const type = objectType(call, 0, 'any', 'write');
  if (type === null) return errorExpression(call.span);
  const value = pointerArgument(call, 1, type, 'read');
  const old = pointerArgument(call, 2, type, 'write');
  if (isErrorExpression(value) || isErrorExpression(old)) return errorExpression(call.span);
  return exchange(pointer, value, old, type, call.span);
}

function genericCompare(call: Call, pointer: Expression): Expression {
  const type = objectType(call, 0, 'any', 'write');
  if (type === null) return errorExpression(call.span);
  const expected = pointerArgument(call, 1, type, 'write');
  const desired = pointerArgument(call, 2, type, 'read');
  if (isErrorExpression(expected) || isErrorExpression(desired)) return errorExpression(call.span);
  return convert(compareExchange(pointer, expected, desired, type, call.span), BOOL);
}

// ---- flags, fences, questions -----------------------------------------------------------------

function byteOf(call: Call, pointer: Expression): Expression | null {
  if (pointer.type.kind === 'pointer' && pointer.type.to.type.kind === 'void') {
    return convert(pointer, pointerTo(plain(UNSIGNED_CHAR)));
  }
  const type = objectType(call, 0, 'any', 'write');
  return type === null ? null : convert(pointer, pointerTo(plain(UNSIGNED_CHAR)));
}

function testAndSet(call: Call, pointer: Expression): Expression {
  const { span } = call;
  const byte = byteOf(call, pointer);
  if (byte === null) return errorExpression(span);
  const one = integerConstant(1n, UNSIGNED_CHAR, span);
  return convert(update(byte, 'exchange', one, UNSIGNED_CHAR, 'old', span), BOOL);
}

function clear(call: Call, pointer: Expression): Expression {
  const { span } = call;
  const byte = byteOf(call, pointer);
  if (byte === null) return errorExpression(span);
  const value = integerConstant(0n, UNSIGNED_CHAR, span);
  const place = pointedObject(byte, UNSIGNED_CHAR, span);
  return convert({ kind: 'assign', place, value, type: UNSIGNED_CHAR, span }, VOID);
}

function fence({ span }: Call): Expression {
  return nothing(span);
}

function lockFree({ checker, name, span }: Call, bytes: Expression): Expression {
  if (bytes.kind !== 'integer-constant') {
    checker.error('atomic-operand', bytes.span, `the size given to '${name}' must be a constant`);
    return errorExpression(span);
  }
  const free = [1n, 2n, 4n, 8n].includes(bytes.value);
  return integerConstant(free ? 1n : 0n, BOOL, span);
}
