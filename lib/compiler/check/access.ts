/** Reaching objects: `a[i]`, `s.m`, `p->m`, `*p`, `&x` (C11 6.5.2.1, 6.5.2.3, 6.5.3.2). */
import { nearestWord } from '../spelling';
import type { Span } from '../source';
import type { Identifier, SyntaxExpression } from '../syntax-tree';
import type { Expression, Place } from '../typed-tree';
import type { RecordType } from '../types';
import { isInteger, pointerTo } from '../type-operations';
import { type Checker, textOf } from './checker';
import { reportVoidValue } from './conversions';
import { errorExpression, isErrorExpression } from './fold';
import {
  type Operand,
  addressOfPlace,
  errorOperand,
  operandSpan,
  operandType,
  placeOperand,
  valueOf,
  valueOperand,
} from './operand';
import { addToPointer } from './pointers';
import { findMember, memberNames } from './records';
import { aType, typeText } from './type-text';
import { replacing, type ProposedFix } from '../fixes';

type Syntax<K extends SyntaxExpression['kind']> = Extract<SyntaxExpression, { kind: K }>;

/** `addressOnly`: the operand of '&', where one past the last element is fine. */
export function checkIndex(
  checker: Checker,
  syntax: Syntax<'index'>,
  addressOnly: boolean,
): Operand {
  const baseOperand = checker.rules.operand(checker, syntax.base);
  const base = valueOf(baseOperand);
  const index = valueOf(checker.rules.operand(checker, syntax.index));
  if (isErrorExpression(base) || isErrorExpression(index)) return errorOperand(syntax.span);
  const [pointer, offset] = base.type.kind === 'pointer' ? [base, index] : [index, base];
  if (pointer.type.kind !== 'pointer') {
    checker.error(
      'not-an-array',
      syntax.base.span,
      `'${textOf(syntax.base.span)}' is neither an array nor a pointer, but ${aType(base.type)}: '[...]' can't be used on it`,
    );
    return errorOperand(syntax.span);
  }
  if (!isInteger(offset.type)) {
    if (offset.type.kind === 'void') return valueOperand(reportVoidValue(checker, offset));
    checker.error(
      'index-type',
      offset.span,
      `the index of an array must be an integer, but this is ${aType(offset.type)}`,
    );
    return errorOperand(syntax.span);
  }
  warnBounds(checker, baseOperand, offset, addressOnly);
  return dereference(
    checker,
    addToPointer(checker, pointer, offset, false, syntax.span),
    syntax.span,
  );
}

function warnBounds(
  checker: Checker,
  base: Operand,
  index: Expression,
  addressOnly: boolean,
): void {
  if (base.kind !== 'place' || index.kind !== 'integer-constant' || checker.unevaluated > 0) return;
  const { place } = base;
  // The last member of a structure may stand for an array of any length.
  if (place.kind !== 'local' && place.kind !== 'static') return;
  const { type } = place.type;
  if (type.kind !== 'array' || type.count === null || index.type.kind === 'error') return;
  const count = BigInt(type.count);
  if (index.value >= 0n && (index.value < count || (addressOnly && index.value === count))) return;
  const name = textOf(place.span);
  checker.warning(
    'array-bounds',
    index.span,
    `'${name}' has ${type.count} element${type.count === 1 ? '' : 's'}: there is no element ${index.value}`,
    type.count > 0 ? { hint: `the elements are '${name}[0]' to '${name}[${type.count - 1}]'` } : {},
  );
}

/** What a pointer points to. */
export function dereference(checker: Checker, pointer: Expression, span: Span): Operand {
  if (isErrorExpression(pointer)) return errorOperand(span);
  if (pointer.type.kind !== 'pointer') {
    const record = pointer.type.kind === 'record';
    checker.error(
      'not-a-pointer',
      span,
      `'*' needs a pointer, but this is ${aType(pointer.type)}`,
      record ? { hint: `reach a member with '.'` } : {},
    );
    return errorOperand(span);
  }
  const { to } = pointer.type;
  if (to.type.kind === 'function') {
    if (pointer.kind === 'function-address') {
      return { kind: 'function', symbol: pointer.symbol, span };
    }
    return { kind: 'pointed-function', pointer, type: to.type, span };
  }
  return placeOperand({ kind: 'pointed', pointer, type: to, span });
}

export function checkDereference(checker: Checker, syntax: Syntax<'unary'>): Operand {
  const value = valueOf(checker.rules.operand(checker, syntax.operand));
  const isVoid = value.type.kind === 'pointer' && value.type.to.type.kind === 'void';
  if (isVoid && checker.unevaluated === 0) {
    const name = textOf(syntax.operand.span);
    checker.error(
      'void-pointer-dereferenced',
      syntax.span,
      `'${name}' is a 'void *': it does not say what it points to`,
      { hint: `convert it first, e.g. '*(int *)${name}'` },
    );
    return errorOperand(syntax.span);
  }
  return dereference(checker, value, syntax.span);
}

export function checkAddress(checker: Checker, syntax: Syntax<'unary'>): Expression {
  const inner = syntax.operand;
  const operand =
    inner.kind === 'index'
      ? checkIndex(checker, inner, true)
      : checker.rules.operand(checker, inner);
  const { span } = syntax;
  switch (operand.kind) {
    case 'function':
    case 'pointed-function':
      return { ...valueOf(operand), span };
    case 'value':
      if (!isErrorExpression(operand.value)) reportNoAddress(checker, operand, span);
      return errorExpression(span);
    case 'place': {
      const { place } = operand;
      if (place.type.type.kind === 'error') return errorExpression(span);
      if (!operand.lvalue) {
        reportNoAddress(checker, operand, span);
        return errorExpression(span);
      }
      if (place.kind === 'member' && place.bits !== undefined) {
        checker.error(
          'address-of-bit-field',
          span,
          `a bit-field has no address: it does not begin at a byte`,
        );
        return errorExpression(span);
      }
      if (checker.unevaluated > 0) return { ...unmarkedAddress(place), span };
      return { ...addressOfPlace(place), span };
    }
  }
}

function unmarkedAddress(place: Place): Expression {
  return { kind: 'address-of', place, type: pointerTo(place.type), span: place.span };
}

function reportNoAddress(checker: Checker, operand: Operand, span: Span): void {
  checker.error(
    'no-address',
    span,
    `'&' needs a variable, but '${textOf(operandSpan(operand))}' is only a value: it lies nowhere in memory`,
    { hint: `store it in a variable first` },
  );
}

export function checkMember(checker: Checker, syntax: Syntax<'member'>): Operand {
  const operand = checker.rules.operand(checker, syntax.base);
  const { type } = operandType(operand);
  if (type.kind === 'error') return errorOperand(syntax.span);
  const base = recordPlace(checker, operand, syntax);
  if (base === null) return errorOperand(syntax.span);
  const record = base.place.type.type;
  if (record.kind !== 'record') return errorOperand(syntax.span);
  const place = memberPlace(checker, base.place, record, syntax.member, syntax.span);
  return place === null ? errorOperand(syntax.span) : { kind: 'place', place, lvalue: base.lvalue };
}

interface RecordPlace {
  readonly place: Place;
  readonly lvalue: boolean;
}

/** The record that '.' or '->' looks into; a wrong choice of the two is reported and put right. */
function recordPlace(
  checker: Checker,
  operand: Operand,
  syntax: Syntax<'member'>,
): RecordPlace | null {
  const { type } = operandType(operand);
  const name = textOf(syntax.base.span);
  const decayed = valueOf(operand).type;
  const pointed =
    decayed.kind === 'pointer' && decayed.to.type.kind === 'record' ? decayed.to : null;
  if (type.kind === 'record') {
    if (syntax.arrow) {
      checker.error(
        'arrow-on-record',
        syntax.base.span,
        `'${name}' is ${aType(type)} itself, not a pointer to one: '->' needs a pointer`,
        {
          hint: `write '${name}.${syntax.member.name}'`,
          fix: otherOperator(syntax, '->', '.'),
        },
      );
    }
    return recordOperand(checker, operand, syntax.base.span);
  }
  if (pointed === null) {
    const value = valueOf(operand);
    if (value.type.kind === 'void') reportVoidValue(checker, value);
    else {
      checker.error(
        'not-a-record',
        syntax.base.span,
        `'${name}' is ${aType(type)}, which has no members: '${syntax.arrow ? '->' : '.'}${syntax.member.name}' can't be used on it`,
      );
    }
    return null;
  }
  if (!syntax.arrow) {
    checker.error(
      'dot-on-pointer',
      syntax.base.span,
      type.kind === 'array'
        ? `'${name}' is an array ('${typeText(type)}'): '.' needs one element of it`
        : `'${name}' is a pointer ('${typeText(type)}'): '.' needs a structure`,
      {
        hint:
          type.kind === 'array'
            ? `choose an element: '${name}[i].${syntax.member.name}'`
            : `write '${name}->${syntax.member.name}'`,
        fix: type.kind === 'array' ? null : otherOperator(syntax, '.', '->'),
      },
    );
  }
  return {
    place: { kind: 'pointed', pointer: valueOf(operand), type: pointed, span: syntax.base.span },
    lvalue: true,
  };
}

/** The operator between base and member, which has no span of its own. */
function otherOperator(syntax: Syntax<'member'>, from: string, to: string): ProposedFix | null {
  const { file, end } = syntax.base.span;
  const offset = file.text.slice(end, syntax.member.span.start).indexOf(from);
  if (file !== syntax.member.span.file || offset === -1) return null;
  const start = end + offset;
  return replacing({ file, start, end: start + from.length }, from, to);
}

/** A record that is only a value is put into a hidden local. */
export function recordOperand(checker: Checker, operand: Operand, span: Span): RecordPlace | null {
  if (operand.kind === 'place') return operand;
  const value = valueOf(operand);
  if (value.kind === 'record-value') return { place: value.place, lvalue: false };
  const type = { type: value.type, const: false, volatile: false };
  const variable = checker.hiddenLocal('', type, span);
  return { place: { kind: 'materialized', value, variable, type, span }, lvalue: false };
}

/** The place of a member; null after reporting that there is none. */
export function memberPlace(
  checker: Checker,
  base: Place,
  record: RecordType,
  member: Identifier,
  span: Span,
): Place | null {
  if (!record.complete) {
    checker.error(
      'incomplete-type',
      span,
      `the members of '${typeText(record)}' aren't known here: it was only declared`,
      { hint: `define it before this line: '${typeText(record)} { ... };'` },
    );
    return null;
  }
  const path = findMember(record, member.name);
  if (path === null) {
    reportNoMember(checker, record, member);
    return null;
  }
  const found = path[path.length - 1];
  if (found !== undefined) checker.observer?.member(record, found.type, member.span);
  return path.reduce<Place>(
    (outer, field) => ({
      kind: 'member',
      base: outer,
      offset: field.offset,
      ...(field.bits === undefined ? {} : { bits: field.bits }),
      type: {
        type: field.type.type,
        const: field.type.const || outer.type.const,
        volatile: field.type.volatile || outer.type.volatile,
        ...(field.type.atomic === undefined ? {} : { atomic: field.type.atomic }),
      },
      span,
    }),
    base,
  );
}

export function reportNoMember(checker: Checker, record: RecordType, member: Identifier): void {
  const names = memberNames(record);
  const near = nearestWord(member.name, names);
  const list = names.slice(0, 6).map((name) => `'${name}'`);
  if (names.length > 6) list.push('...');
  checker.error(
    'unknown-member',
    member.span,
    `'${typeText(record)}' has no member named '${member.name}'`,
    near !== null
      ? { hint: `did you mean '${near}'?`, fix: replacing(member.span, member.name, near) }
      : names.length > 0
        ? { hint: `its members are ${list.join(', ')}` }
        : {},
  );
}
