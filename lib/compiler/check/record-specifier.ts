/** `struct tag { ... }` and `union` (C11 6.7.2.1, 6.7.2.3). */
import type { Span } from '../source';
import { sizeOf } from '../type-layout';
import type { Attribute, MemberDeclaration, TypeSpecifier } from '../syntax-tree';
import type { QualifiedType, RecordType, Type } from '../types';
import {
  ERROR,
  integerTypeOf,
  isIncomplete,
  isInteger,
  isVariablyModified,
  plain,
} from '../type-operations';
import { alignmentOf, strictest } from './alignment';
import type { Checker } from './checker';
import { checkStaticAssert, integerConstantExpression } from './constant-expression';
import { resolveDeclarator } from './declarators';
import { type Layout, type MemberToLay, type Packing, layOut, memberNames } from './records';
import { reportRedeclared } from './redeclaration';
import { aType, typeText } from './type-text';

type RecordSpecifier = Extract<TypeSpecifier, { kind: 'record' }>;

export function checkRecord(checker: Checker, specifier: RecordSpecifier, alone: boolean): Type {
  const type = taggedRecord(checker, specifier, alone);
  if (type === null) return ERROR;
  if (specifier.members !== null) completeRecord(checker, type, specifier, specifier.members);
  return type;
}

/** Null after a report, unless members follow, which are to be read. */
function taggedRecord(
  checker: Checker,
  specifier: RecordSpecifier,
  alone: boolean,
): RecordType | null {
  const { tag, union, members } = specifier;
  if (tag === null) return newRecord(union, null);
  const here = members !== null || alone;
  const known = here ? checker.scopes.lookupTagHere(tag.name) : checker.scopes.lookupTag(tag.name);
  if (known !== undefined) {
    const same = known.type.kind === 'record' && known.type.union === union ? known.type : null;
    // One that a header left incomplete, as <stdio.h> does with what is behind FILE, is the library's.
    const open = same !== null && !same.complete && !Object.isFrozen(same);
    if (same !== null && (members === null || (open && !checker.open.has(same)))) {
      return same;
    }
    reportRedeclared(checker, `${union ? 'union' : 'struct'} ${tag.name}`, tag.span, known.span);
    return members === null ? null : newRecord(union, tag.name);
  }
  const type = newRecord(union, tag.name);
  checker.scopes.declareTag(tag.name, { type, span: tag.span });
  return type;
}

function newRecord(union: boolean, tag: string | null): RecordType {
  return { kind: 'record', union, tag, complete: false, fields: [], bytes: 0, alignment: 1 };
}

function completeRecord(
  checker: Checker,
  type: RecordType,
  specifier: RecordSpecifier,
  declarations: readonly MemberDeclaration[],
): void {
  checker.open.add(type);
  const members: MemberToLay[] = [];
  const places = new Map<string, Span>();
  declarations.forEach((declaration, index) => {
    if (declaration.kind === 'static-assert') {
      checkStaticAssert(checker, declaration.assertion);
      return;
    }
    const last = index === declarations.length - 1;
    for (const member of membersOf(checker, declaration, type, last)) {
      const names =
        member.name !== null
          ? [member.name]
          : member.type.type.kind === 'record'
            ? memberNames(member.type.type)
            : [];
      const span = member.span;
      for (const name of names) {
        const earlier = places.get(name);
        if (earlier !== undefined) reportRedeclared(checker, name, span, earlier);
        places.set(name, span);
      }
      if (member.name === null || names.length > 0) members.push(member);
    }
  });
  const layout = layOut(members, type.union, packingOf(checker, specifier.attributes));
  reportScattered(checker, layout, places);
  Object.assign(type, layout, { complete: true });
  checker.open.delete(type);
}

function packingOf(checker: Checker, attributes: readonly Attribute[]): Packing {
  const packs = attributes.flatMap((one) => (one.kind === 'pack' ? [one.bytes] : []));
  return {
    packed: attributes.some(({ kind }) => kind === 'packed'),
    membersMax: packs[0] ?? null,
    alignment: strictest(checker, attributes),
  };
}

/** Bits that no unit of the machine reaches within the record. */
function reportScattered(
  checker: Checker,
  { fields }: Layout,
  places: ReadonlyMap<string, Span>,
): void {
  for (const { name, bits } of fields) {
    const span = name === null ? undefined : places.get(name);
    if (bits?.unit !== 0 || span === undefined) continue;
    checker.error(
      'not-supported',
      span,
      `not supported yet: the packed bit-field '${name ?? ''}', whose bits lie across so many bytes`,
    );
  }
}

interface CheckedMember extends MemberToLay {
  readonly span: Span;
}

function membersOf(
  checker: Checker,
  declaration: Extract<MemberDeclaration, { kind: 'members' }>,
  record: RecordType,
  last: boolean,
): CheckedMember[] {
  const base = checker.rules.specifiers(checker, declaration.specifiers);
  const { attributes } = declaration.specifiers;
  const isPacked = (list: readonly Attribute[]) => list.some(({ kind }) => kind === 'packed');
  const allPacked = isPacked(attributes);
  if (declaration.declarators.length === 0) {
    if (base.type.kind === 'record' && base.type.tag === null) {
      const alignment = alignmentOf(checker, declaration.specifiers, null, base);
      const { span } = declaration;
      return [{ name: null, type: base, width: null, alignment, packed: allPacked, span }];
    }
    if (base.type.kind !== 'error') {
      checker.warning(
        'empty-declaration',
        declaration.span,
        `this declares no member: a name is missing`,
      );
    }
    return [];
  }
  return declaration.declarators.flatMap(({ declarator, width }): CheckedMember[] => {
    const name = declarator.name?.name ?? null;
    const span = declarator.name?.span ?? declarator.span;
    const type = resolveDeclarator(checker, base, declarator);
    const alignment = alignmentOf(checker, declaration.specifiers, declarator, type);
    const packed = allPacked || isPacked(declarator.attributes ?? []);
    if (width === null) {
      return suitsMember(checker, type, record, name, span, last)
        ? [{ name, type, width: null, alignment, packed, span }]
        : unusable(name, span);
    }
    const bits = integerConstantExpression(checker, width, `the width of a bit-field`);
    if (bits === null || !suitsBits(checker, type, bits, name, span)) return unusable(name, span);
    return [{ name, type, width: Number(bits), alignment, packed, span }];
  });
}

/** A member that was reported: uses of it pass in silence. */
function unusable(name: string | null, span: Span): CheckedMember[] {
  return [{ name, type: plain(ERROR), width: null, alignment: null, packed: false, span }];
}

function suitsMember(
  checker: Checker,
  type: QualifiedType,
  record: RecordType,
  name: string | null,
  span: Span,
  last: boolean,
): boolean {
  if (type.type.kind === 'error') return false;
  const shown = name === null ? 'a member' : `the member '${name}'`;
  if (type.type.kind === 'function') {
    checker.error('member-type', span, `${shown} can't be a function`, {
      hint: `make it a pointer to a function: '(*${name ?? 'name'})(...)'`,
    });
    return false;
  }
  if (isVariablyModified(type.type)) {
    checker.error('member-type', span, `the size of ${shown} must be a constant`);
    return false;
  }
  const flexible =
    type.type.kind === 'array' && type.type.count === null && !isIncomplete(type.type.of.type);
  if (flexible && last && !record.union) return true;
  if (!isIncomplete(type.type)) return true;
  if (type.type === record) {
    checker.error('incomplete-type', span, `${aType(record)} can't contain itself`, {
      hint: `use a pointer: '${typeText(record)} *${name ?? 'name'};'`,
    });
  } else {
    checker.error(
      'incomplete-type',
      span,
      flexible
        ? `${shown} has no size: only the last member of a structure may be an array without one`
        : `${shown} has the type '${typeText(type)}', whose size isn't known here`,
    );
  }
  return false;
}

function suitsBits(
  checker: Checker,
  type: QualifiedType,
  bits: bigint,
  name: string | null,
  span: Span,
): boolean {
  if (type.type.kind === 'error') return false;
  const integer = integerTypeOf(type.type);
  if (!isInteger(type.type) || integer === null) {
    checker.error(
      'bit-field',
      span,
      `a bit-field must have an integer type, but this is ${aType(type)}`,
    );
    return false;
  }
  if (type.atomic === true) {
    checker.error('bit-field', span, `a bit-field can't be atomic: others lie in the same bytes`);
    return false;
  }
  const most = integer.name === '_Bool' ? 1 : sizeOf(integer) * 8;
  if (bits < 0n || bits > BigInt(most)) {
    checker.error(
      'bit-field',
      span,
      `a bit-field of type '${typeText(type)}' has 1 to ${most} bits, not ${bits}`,
    );
    return false;
  }
  if (bits === 0n && name !== null) {
    checker.error('bit-field', span, `the bit-field '${name}' needs at least one bit`);
    return false;
  }
  return true;
}
