/**
 * GNU's arithmetic that tells of overflow: `__builtin_add_overflow(a, b, &result)`, the forms for one
 * type (`__builtin_sadd_overflow`), and those that only ask (`__builtin_add_overflow_p`).
 */
import type { Span } from '../source';
import type { Expression } from '../typed-tree';
import type { IntegerType } from '../types';
import {
  BOOL,
  INT,
  LONG,
  LONG_LONG,
  UNSIGNED,
  UNSIGNED_LONG,
  UNSIGNED_LONG_LONG,
  VOID,
  integerTypeOf,
  plain,
  pointerTo,
} from '../type-operations';
import type { Checker } from './checker';
import { convert, errorExpression, integerConstant, isErrorExpression } from './fold';
import { functionOf, libraryCall } from './library-calls';
import { aType } from './type-text';

const OPERATORS: Readonly<Record<string, string>> = { add: '+', sub: '-', mul: '*' };
const FIXED: Readonly<Record<string, IntegerType>> = {
  s: INT,
  sl: LONG,
  sll: LONG_LONG,
  u: UNSIGNED,
  ul: UNSIGNED_LONG,
  ull: UNSIGNED_LONG_LONG,
};

const OVERFLOWS = functionOf(BOOL, [
  INT,
  UNSIGNED_LONG,
  INT,
  UNSIGNED_LONG,
  INT,
  pointerTo(plain(VOID)),
  INT,
  INT,
]);

/** `name` without `__builtin_`; null if it is none of these. */
export function overflowBuiltin(
  checker: Checker,
  name: string,
  args: readonly Expression[],
  span: Span,
): Expression | null {
  const parts = /^([su]?)(add|sub|mul)(l{0,2})_overflow(_p)?$/.exec(name);
  const [a, b, result] = args;
  if (parts === null) return null;
  const [, sign = '', operation = '', length = '', asking] = parts;
  const fixed = FIXED[sign + length];
  if (a === undefined || b === undefined || result === undefined || args.length !== 3) {
    checker.error('argument-count', span, `'__builtin_${name}' needs 3 arguments`);
    return errorExpression(span);
  }
  if (args.some(isErrorExpression)) return errorExpression(span);
  const left = operand(checker, a, fixed);
  const right = operand(checker, b, fixed);
  const pointed = result.type.kind === 'pointer' ? result.type.to.type : null;
  const target = asking === undefined ? pointed : result.type;
  const integer = target === null ? null : integerTypeOf(target);
  if (integer === null || integer.name === '_Bool') {
    checker.error(
      'argument-type',
      result.span,
      `the result of '__builtin_${name}' must go to an integer, but this is ${aType(result.type)}`,
    );
    return errorExpression(span);
  }
  if (left === null || right === null) return errorExpression(span);
  const constant = (value: number) => integerConstant(BigInt(value), INT, span);
  const nowhere = integerConstant(0n, pointerTo(plain(VOID)), span);
  const call = libraryCall(
    checker,
    '__overflows',
    OVERFLOWS,
    [
      constant((OPERATORS[operation] ?? '+').charCodeAt(0)),
      convert(left.value, UNSIGNED_LONG),
      constant(left.signed ? 1 : 0),
      convert(right.value, UNSIGNED_LONG),
      constant(right.signed ? 1 : 0),
      asking === undefined ? convert(result, pointerTo(plain(VOID))) : nowhere,
      constant(integer.bytes),
      constant(integer.signed ? 1 : 0),
    ],
    span,
  );
  return call;
}

function operand(
  checker: Checker,
  argument: Expression,
  fixed: IntegerType | undefined,
): { readonly value: Expression; readonly signed: boolean } | null {
  const own = integerTypeOf(argument.type);
  if (own === null) {
    checker.error(
      'argument-type',
      argument.span,
      `this must be an integer, but it is ${aType(argument.type)}`,
    );
    return null;
  }
  const type = fixed ?? own;
  return { value: convert(argument, type), signed: type.signed };
}
