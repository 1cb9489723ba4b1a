/** Enumerations (C11 6.7.2.2). As gcc's: unsigned int unless a constant is negative or too large. */
import type { TypeSpecifier } from '../syntax-tree';
import type { EnumType, IntegerType, Type } from '../types';
import { ERROR, INT, LONG, UNSIGNED, UNSIGNED_LONG, fitsInteger } from '../type-operations';
import type { Checker } from './checker';
import { integerConstantExpression } from './constant-expression';
import { reportRedeclared } from './redeclaration';

type EnumSpecifier = Extract<TypeSpecifier, { kind: 'enum' }>;

export function checkEnum(checker: Checker, specifier: EnumSpecifier): Type {
  const { tag, constants } = specifier;
  if (constants === null) {
    if (tag === null) return ERROR;
    const known = checker.scopes.lookupTag(tag.name);
    if (known?.type.kind === 'enum') return known.type;
    if (known !== undefined) {
      reportRedeclared(checker, `enum ${tag.name}`, tag.span, known.span);
      return ERROR;
    }
    return declareEnum(checker, specifier);
  }
  const earlier = tag === null ? undefined : checker.scopes.lookupTagHere(tag.name);
  if (tag !== null && earlier !== undefined) {
    if (earlier.type.kind !== 'enum' || earlier.type.complete) {
      reportRedeclared(checker, `enum ${tag.name}`, tag.span, earlier.span);
    }
  }
  const type =
    earlier?.type.kind === 'enum' && !earlier.type.complete
      ? earlier.type
      : declareEnum(checker, specifier);
  checkConstants(checker, type, constants);
  return type;
}

function declareEnum(checker: Checker, { tag }: EnumSpecifier): EnumType {
  const type: EnumType = {
    kind: 'enum',
    tag: tag?.name ?? null,
    complete: false,
    underlying: UNSIGNED,
    constants: [],
  };
  if (tag !== null) checker.scopes.declareTag(tag.name, { type, span: tag.span });
  return type;
}

function checkConstants(
  checker: Checker,
  type: EnumType,
  constants: NonNullable<EnumSpecifier['constants']>,
): void {
  const values: { readonly name: string; readonly value: bigint }[] = [];
  let next = 0n;
  for (const { name, value } of constants) {
    const written =
      value === null
        ? next
        : integerConstantExpression(checker, value, `the value of '${name.name}'`);
    const { span } = name;
    const earlier = checker.scopes.lookupHere(name.name);
    if (earlier !== undefined) reportRedeclared(checker, name.name, span, earlier.span);
    if (written === null) {
      checker.scopes.declare(name.name, { kind: 'error', span });
      next += 1n;
      continue;
    }
    const own = fitsInteger(written, INT) ? INT : wideType([written]);
    checker.scopes.declare(name.name, { kind: 'enum-constant', value: written, type: own, span });
    values.push({ name: name.name, value: written });
    next = written + 1n;
  }
  type.constants = values;
  type.underlying = wideType(values.map(({ value }) => value));
  type.complete = true;
}

function wideType(values: readonly bigint[]): IntegerType {
  const negative = values.some((value) => value < 0n);
  const narrow = negative ? INT : UNSIGNED;
  if (values.every((value) => fitsInteger(value, narrow))) return narrow;
  return negative ? LONG : UNSIGNED_LONG;
}
