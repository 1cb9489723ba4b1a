/**
 * Conversions that C makes by itself: promotions (C11 6.3.1, 6.5.2.2:6) and those of assignment, which
 * initializers, arguments and return values share (6.5.16.1). gcc 12 accepts mixed pointers and
 * integers with a warning; so do we, in more words.
 */
import type { Span } from '../source';
import type { Expression } from '../typed-tree';
import type { FloatingType, IntegerType, QualifiedType, Type } from '../types';
import {
  DOUBLE,
  INT,
  UNSIGNED,
  commonArithmeticType,
  fitsInteger,
  integerTypeOf,
  isArithmetic,
  isFunctionPointer,
  isInteger,
  isScalar,
  isVoidPointer,
  promoted,
} from '../type-operations';
import { type Checker, textOf } from './checker';
import { convert, errorExpression, isErrorExpression } from './fold';
import { compatible } from './type-compatibility';
import { aType, typeText } from './type-text';
import { insertingBefore, removing, replacing, type ProposedFix } from '../fixes';
import type { DiagnosticMore } from '../diagnostics';

/** Where a value goes, in words: `'count' has type 'int *'`. */
export interface Destination {
  readonly expects: (target: Type) => string;
  /** The declaration that says so. */
  readonly declared?: { readonly message: string; readonly span: Span };
}

/** Integer promotions, which look at a bit-field's width (C11 6.3.1.1:2). */
export function promotedType(value: Expression): IntegerType | null {
  const integer = integerTypeOf(value.type);
  if (integer === null) return null;
  const width = bitFieldWidth(value);
  if (width !== null && width < 32) return INT;
  if (width === 32) return integer.signed ? INT : UNSIGNED;
  return promoted(integer);
}

/** Width of the bit-field whose value this is, read or just assigned to it; null for other values. */
export function bitFieldWidth(value: Expression): number | null {
  switch (value.kind) {
    case 'comma':
      return bitFieldWidth(value.right);
    case 'load':
    case 'assign':
    case 'update':
      return value.place.kind === 'member' ? (value.place.bits?.width ?? null) : null;
    default:
      return null;
  }
}

export function promote(value: Expression): Expression {
  const type = promotedType(value);
  return type === null ? value : convert(value, type);
}

/** Usual arithmetic conversions (C11 6.3.1.8); null unless both operands are arithmetic. */
export function commonType(left: Expression, right: Expression): IntegerType | FloatingType | null {
  return commonArithmeticType(promotedType(left) ?? left.type, promotedType(right) ?? right.type);
}

/** Default argument promotions (C11 6.5.2.2:6). */
export function promoteArgument(value: Expression): Expression {
  if (value.type.kind === 'floating' && value.type.name === 'float') return convert(value, DOUBLE);
  return promote(value);
}

/** C11 6.3.2.3:3: 0, or 0 converted to void *. */
export function isNullPointerConstant(value: Expression): boolean {
  return (
    value.kind === 'integer-constant' &&
    value.value === 0n &&
    (isInteger(value.type) || isVoidPointer(value.type))
  );
}

/** A value that a statement or operator needs as a truth (C11 6.8.4.1:1). */
export function requireScalar(checker: Checker, value: Expression, use: string): Expression {
  if (isErrorExpression(value) || isScalar(value.type)) return value;
  if (value.type.kind === 'void') return reportVoidValue(checker, value);
  checker.error(
    'scalar-required',
    value.span,
    `${use} must be a number or a pointer, but this is ${aType(value.type)}`,
  );
  return errorExpression(value.span);
}

export function reportVoidValue(checker: Checker, value: Expression): Expression {
  const callee = value.kind === 'call' && value.callee.kind === 'direct' ? value.callee : null;
  checker.error(
    'void-value',
    value.span,
    callee === null
      ? 'this expression has no value (its type is void), but a value is needed here'
      : `'${callee.symbol.name}' returns nothing (void), but a value is needed here`,
    callee === null
      ? {}
      : {
          related: [
            { message: `'${callee.symbol.name}' is declared here`, span: callee.symbol.span },
          ],
        },
  );
  return errorExpression(value.span);
}

/** Conversion as if by assignment to an object of type `target`. */
export function convertForAssignment(
  checker: Checker,
  value: Expression,
  target: Type,
  destination: Destination,
): Expression {
  if (isErrorExpression(value) || target.kind === 'error') return errorExpression(value.span);
  if (value.type.kind === 'void') return reportVoidValue(checker, value);
  if (isArithmetic(target) && isArithmetic(value.type)) {
    warnConstantChanges(checker, value, target);
    return convert(value, target);
  }
  if (target.kind === 'pointer' && isNullPointerConstant(value)) return convert(value, target);
  if (target.kind === 'pointer' && value.type.kind === 'pointer') {
    judgePointers(checker, value, target.to, value.type.to, destination);
    return convert(value, target);
  }
  if (target.kind === 'record' || value.type.kind === 'record') {
    if (compatible(target, value.type)) return value;
    mismatch(checker, 'error', 'incompatible-types', value, destination, target);
    return errorExpression(value.span);
  }
  if (integerTypeOf(target)?.name === '_Bool' && value.type.kind === 'pointer') {
    return convert(value, target);
  }
  if (target.kind === 'pointer' && isInteger(value.type)) {
    const advice = addressAdvice(value, target.to);
    mismatch(checker, 'warning', 'int-to-pointer', value, destination, target, advice);
    return convert(value, target);
  }
  if (isInteger(target) && value.type.kind === 'pointer') {
    const advice = dereferenceAdvice(value, target);
    mismatch(checker, 'warning', 'pointer-to-int', value, destination, target, advice);
    return convert(value, target);
  }
  mismatch(checker, 'error', 'incompatible-types', value, destination, target);
  return errorExpression(value.span);
}

function mismatch(
  checker: Checker,
  severity: 'error' | 'warning',
  code: string,
  value: Expression,
  destination: Destination,
  target: Type,
  advice: DiagnosticMore = {},
): void {
  const message = `${destination.expects(target)}, but this value has type '${typeText(value.type)}'`;
  const more = {
    ...advice,
    ...(destination.declared === undefined ? {} : { related: [destination.declared] }),
  };
  if (severity === 'error') checker.error(code, value.span, message, more);
  else checker.warning(code, value.span, message, more);
}

function judgePointers(
  checker: Checker,
  value: Expression,
  to: QualifiedType,
  from: QualifiedType,
  destination: Destination,
): void {
  const target: Type = { kind: 'pointer', to };
  const either = to.type.kind === 'void' || from.type.kind === 'void';
  if (!either && !compatiblePointees(to, from)) {
    const advice = pointerAdvice(value, to, from);
    mismatch(checker, 'warning', 'incompatible-pointers', value, destination, target, advice);
    return;
  }
  if ((from.const && !to.const) || (from.volatile && !to.volatile)) {
    const word = from.const && !to.const ? 'const' : 'volatile';
    const effect =
      word === 'const' ? `what is const could be changed through it` : `'volatile' is lost`;
    checker.warning(
      'discarded-qualifier',
      value.span,
      `${destination.expects(target)}, but this value has type '${typeText(value.type)}': ${effect}`,
      destination.declared === undefined ? {} : { related: [destination.declared] },
    );
  }
}

/** Pointers to the signed and the unsigned type pass, as without gcc's -Wpointer-sign. */
function compatiblePointees(to: QualifiedType, from: QualifiedType): boolean {
  if (to.atomic !== from.atomic) return false;
  if (compatible(to.type, from.type)) return true;
  const a = integerTypeOf(to.type);
  const b = integerTypeOf(from.type);
  return a !== null && b !== null && a.rank === b.rank && a.name !== '_Bool';
}

function pointerAdvice(value: Expression, to: QualifiedType, from: QualifiedType): DiagnosticMore {
  if (from.type.kind === 'array' && compatible(from.type.of.type, to.type)) {
    if (value.kind !== 'address-of') return {};
    return {
      hint: `the name of an array is already the address of its first element: leave out the '&'`,
      fix: withoutAmpersand(value.span),
    };
  }
  if (from.type.kind === 'pointer' && compatible(from.type.to.type, to.type)) {
    if (value.kind !== 'address-of') return {};
    return {
      hint: `leave out the '&': it is a pointer already`,
      fix: withoutAmpersand(value.span),
    };
  }
  if (to.type.kind === 'function' && from.type.kind === 'function') {
    return { hint: `the function should be declared as '${typeText(to.type)}'` };
  }
  return {};
}

function addressAdvice(value: Expression, to: QualifiedType): DiagnosticMore {
  if (value.kind === 'load' && compatible(value.type, to.type)) {
    return {
      hint: `put '&' in front to give its address: '&${textOf(value.span)}'`,
      fix: insertingBefore(value.span, '&'),
    };
  }
  if (value.kind === 'integer-constant' && to.type.kind === 'integer' && to.type.bytes === 1) {
    return { hint: `a string is written in double quotes: "..."` };
  }
  return {};
}

function dereferenceAdvice(value: Expression, target: Type): DiagnosticMore {
  const text = textOf(value.span);
  if (value.kind === 'function-address') {
    return {
      hint: `call the function with parentheses: '${text}()'`,
      fix: replacing(value.span, value.symbol.name, `${value.symbol.name}()`),
    };
  }
  if (value.type.kind !== 'pointer') return {};
  if (value.kind === 'address-of' && isStringLiteral(value)) {
    const isCharacterWanted = isInteger(target) && integerTypeOf(target)?.bytes === 1;
    if (!isCharacterWanted) return { hint: `a number is written without quotes` };
    return {
      hint: `one character is written in single quotes: 'x'; double quotes make a string`,
      fix: /^"[^"'\\]"$/.test(text) ? replacing(value.span, text, `'${text.charAt(1)}'`) : null,
    };
  }
  if (isInteger(value.type.to.type) && !isFunctionPointer(value.type)) {
    return {
      hint: `put '*' in front to use what it points to: '*${text}'`,
      fix: /^\w+$/.test(text) ? insertingBefore(value.span, '*') : null,
    };
  }
  return {};
}

/** `&name` as `name`. */
export function withoutAmpersand({ file, start }: Span): ProposedFix | null {
  const span = { file, start, end: start + 1 };
  return file.text.charAt(start) === '&' ? { ...removing(span), title: `Leave out the '&'` } : null;
}

/** The address of a string literal's array. */
export function isStringLiteral(value: Expression): boolean {
  return (
    value.kind === 'address-of' &&
    value.place.kind === 'static' &&
    value.place.symbol.name.startsWith('"')
  );
}

/** gcc's -Woverflow: a constant that the target can't hold, unless it only changes sign. */
function warnConstantChanges(checker: Checker, value: Expression, target: Type): void {
  const integer = integerTypeOf(target);
  if (integer === null || integer.name === '_Bool') return;
  if (value.kind === 'floating-constant') {
    const whole = BigInt(Number.isFinite(value.value) ? Math.trunc(value.value) : 0);
    if (Number.isFinite(value.value) && fitsInteger(whole, integer)) return;
    report(String(value.value));
    return;
  }
  if (value.kind !== 'integer-constant' || fitsInteger(value.value, integer)) return;
  // -1 for the largest unsigned number and 0xff for a char are customary.
  const bits = BigInt(integer.bytes * 8);
  const decimal = /^\d{10,}[lL]*$/.test(textOf(value.span));
  const customary = !decimal && value.value >= -(1n << (bits - 1n)) && value.value < 1n << bits;
  if (!customary) report(String(value.value));

  function report(shown: string): void {
    const converted = convert(value, target);
    const result = converted.kind === 'integer-constant' ? String(converted.value) : '?';
    checker.warning(
      'constant-overflow',
      value.span,
      `${shown} does not fit into the type '${typeText(target)}': it becomes ${result}`,
    );
  }
}
