/** Designators and the order of an aggregate's parts (C11 6.7.9:17-20). */
import { sizeOf } from '../type-layout';
import type { Designator } from '../syntax-tree';
import type { ArrayType, BitRange, Field, QualifiedType, RecordType } from '../types';
import { reportNoMember } from './access';
import type { Checker } from './checker';
import { integerConstantExpression } from './constant-expression';
import { findMember } from './records';
import { aType } from './type-text';

/** Part of the object that is initialized. */
export interface Target {
  readonly type: QualifiedType;
  readonly offset: number;
  readonly bits?: BitRange;
}

/** The parts that a designator names (several for a range), and where it stands in the order. */
export interface Designated {
  readonly parts: readonly Target[];
  readonly index: number;
  /** Designators that are left, for a part of the part. */
  readonly rest: readonly Designator[];
}

/** The n-th part that an initializer list fills; null at the end. */
export function subobjects(
  target: Target,
  type: ArrayType | RecordType,
  index: number,
): Target | null {
  if (type.kind === 'array') {
    if (type.count !== null && index >= type.count) return null;
    return elementAt(target, type, index);
  }
  if (type.union && index > 0) return null;
  const field = type.fields.filter(isInitialized)[index];
  return field === undefined ? null : fieldTarget(target, field);
}

/** Unnamed bit-fields take no initializer. */
function isInitialized(field: Field): boolean {
  return field.name !== null || field.bits === undefined;
}

function elementAt(target: Target, type: ArrayType, index: number): Target {
  return { type: type.of, offset: target.offset + index * sizeOf(type.of.type) };
}

function fieldTarget(target: Target, field: Field): Target {
  return {
    type: field.type,
    offset: target.offset + field.offset,
    ...(field.bits === undefined ? {} : { bits: field.bits }),
  };
}

const RANGE_MAX = 1 << 16;

/** Null after a report. */
export function designate(
  checker: Checker,
  target: Target,
  type: ArrayType | RecordType,
  designators: readonly Designator[],
): Designated | null {
  const [designator, ...rest] = designators;
  if (designator === undefined) return null;
  if (designator.kind === 'member') {
    return designateMember(checker, target, type, designator, rest);
  }
  if (type.kind !== 'array') {
    checker.error(
      'designator',
      designator.span,
      `${aType(type)} has no elements: '[...]' can't be used here`,
      { hint: `name a member: '.member = value'` },
    );
    return null;
  }
  const first = integerConstantExpression(checker, designator.index, `an index in an initializer`);
  const last =
    designator.last === null
      ? first
      : integerConstantExpression(checker, designator.last, `an index in an initializer`);
  if (first === null || last === null) return null;
  if (first < 0n || last < first || (type.count !== null && last >= BigInt(type.count))) {
    const wrong = first < 0n || (type.count !== null && first >= BigInt(type.count)) ? first : last;
    checker.error(
      'designator',
      designator.span,
      type.count === null || last < first
        ? `the range ${first} to ${last} has no elements`
        : `this array has ${type.count} elements: there is no element ${wrong}`,
    );
    return null;
  }
  if (last - first >= RANGE_MAX || first > 0x7fff_ffffn) {
    checker.error(
      'not-supported',
      designator.span,
      `not supported yet: a range of so many elements`,
    );
    return null;
  }
  const parts: Target[] = [];
  for (let index = Number(first); index <= Number(last); index += 1) {
    parts.push(elementAt(target, type, index));
  }
  return { parts, index: Number(first), rest };
}

function designateMember(
  checker: Checker,
  target: Target,
  type: ArrayType | RecordType,
  designator: Extract<Designator, { kind: 'member' }>,
  rest: readonly Designator[],
): Designated | null {
  const { member } = designator;
  if (type.kind !== 'record') {
    checker.error(
      'designator',
      member.span,
      `an array has no members: '.${member.name}' can't be used here`,
      { hint: `name an element: '[0] = value'` },
    );
    return null;
  }
  const path = findMember(type, member.name);
  const [field, inner] = path ?? [];
  if (field === undefined) {
    reportNoMember(checker, type, member);
    return null;
  }
  // Of a union's members the one named is set; then the list goes on after the union.
  const order = type.fields.filter(isInitialized).indexOf(field);
  return {
    parts: [fieldTarget(target, field)],
    index: type.union ? 0 : order,
    rest: inner === undefined ? rest : [designator, ...rest],
  };
}
