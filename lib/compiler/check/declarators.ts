/** Declarators to types (C11 6.7.6): pointers, arrays, functions and their parameters. */
import { assertNever } from '../../abi/assert-never';
import type { Span } from '../source';
import { sizeOf } from '../type-layout';
import type { Declarator, Derivation, SyntaxExpression, TypeName } from '../syntax-tree';
import type { Expression } from '../typed-tree';
import type { ArrayType, FunctionType, QualifiedType, Type } from '../types';
import {
  ERROR,
  UNSIGNED_LONG,
  isIncomplete,
  isInteger,
  plain,
  pointerTo,
} from '../type-operations';
import { type Checker, textOf } from './checker';
import { evaluateInteger } from './constants';
import { convert, isErrorExpression } from './fold';
import { valueOf } from './operand';
import { suitsDepth } from './type-depth';
import { aType, typeText } from './type-text';

/** Objects may not be larger: the simulated address space is smaller still. */
const OBJECT_BYTES_MAX = 0x7fff_ffff;

/** The type that a declarator gives its name. */
export function resolveDeclarator(
  checker: Checker,
  base: QualifiedType,
  declarator: Declarator,
): QualifiedType {
  const { derivations } = declarator;
  let type = base;
  for (let at = derivations.length - 1; at >= 0; at -= 1) {
    const derivation = derivations[at];
    if (derivation !== undefined) type = derive(checker, type, derivation, declarator);
  }
  return suitsDepth(checker, type.type, declarator.span) ? type : plain(ERROR);
}

/** The type of a parameter as the function sees it (C11 6.7.6.3:7-8). */
export function adjustParameter(
  type: QualifiedType,
  qualifiers: Derivation | undefined,
): QualifiedType {
  if (type.type.kind === 'array') {
    const inside = qualifiers?.kind === 'array' ? qualifiers.qualifiers : null;
    return {
      type: pointerTo(type.type.of),
      const: inside?.const ?? false,
      volatile: inside?.volatile ?? false,
    };
  }
  return type.type.kind === 'function' ? plain(pointerTo(type)) : type;
}

export function resolveTypeName(checker: Checker, name: TypeName): QualifiedType {
  const base = checker.rules.specifiers(checker, name.specifiers);
  return resolveDeclarator(checker, base, name.declarator);
}

function derive(
  checker: Checker,
  type: QualifiedType,
  derivation: Derivation,
  declarator: Declarator,
): QualifiedType {
  if (type.type.kind === 'error') return type;
  switch (derivation.kind) {
    case 'pointer':
      return {
        type: pointerTo(type),
        const: derivation.qualifiers.const,
        volatile: derivation.qualifiers.volatile,
        ...(derivation.qualifiers.atomic ? { atomic: true } : {}),
      };
    case 'array':
      return plain(arrayOf(checker, type, derivation, declarator));
    case 'function':
      return plain(functionReturning(checker, type, derivation, declarator.span));
    default:
      return assertNever(derivation);
  }
}

function arrayOf(
  checker: Checker,
  of: QualifiedType,
  derivation: Extract<Derivation, { kind: 'array' }>,
  declarator: Declarator,
): Type {
  const { span } = derivation;
  const named = declarator.name === null ? 'an array' : `the array '${declarator.name.name}'`;
  if (of.type.kind === 'function') {
    checker.error('array-type', span, `the elements of ${named} can't be functions`, {
      hint: `use pointers to functions`,
    });
    return ERROR;
  }
  // An array without a size is complete enough only for the outermost level.
  if (isIncomplete(of.type)) {
    checker.error(
      'incomplete-type',
      span,
      of.type.kind === 'array'
        ? `only the first size of ${named} may be left out`
        : of.type.kind === 'void'
          ? `the elements of ${named} can't be void`
          : `the elements of ${named} have the type '${typeText(of)}', whose size isn't known here`,
    );
    return ERROR;
  }
  if (derivation.star) return unspecifiedLength(of);
  if (derivation.size === null) return { kind: 'array', of, count: null };
  return sizedArray(checker, of, derivation.size, named);
}

function sizedArray(
  checker: Checker,
  of: QualifiedType,
  syntax: SyntaxExpression,
  named: string,
): Type {
  const size = valueOf(checker.rules.operand(checker, syntax));
  if (isErrorExpression(size)) return ERROR;
  if (!isInteger(size.type)) {
    checker.error(
      'array-size',
      syntax.span,
      `the size of ${named} must be an integer, but this is ${aType(size.type)}`,
    );
    return ERROR;
  }
  const count = evaluateInteger(size);
  if (count === null) return variableLength(checker, of, size, syntax.span, named);
  if (count < 0n) {
    checker.error('array-size', syntax.span, `the size of ${named} is negative: ${count}`);
    return ERROR;
  }
  if (count * BigInt(sizeOf(of.type)) > BigInt(OBJECT_BYTES_MAX)) {
    checker.error('array-size', syntax.span, `${named} is too large: it has ${count} elements`);
    return ERROR;
  }
  return { kind: 'array', of, count: Number(count) };
}

/** The element count is computed once, when the declaration is reached. */
function variableLength(
  checker: Checker,
  of: QualifiedType,
  size: Expression,
  span: Span,
  named: string,
): Type {
  if (checker.function === null && checker.scopes.atFileScope) {
    checker.error(
      'array-size',
      span,
      `the size of ${named} must be a constant here, but '${textOf(span)}' is known only when the program runs`,
      { hint: `use a number, a '#define' or an 'enum' constant` },
    );
    return ERROR;
  }
  // In a prototype the size says nothing.
  if (checker.scopes.block < 0) return unspecifiedLength(of);
  const variable = checker.hiddenLocal('', plain(UNSIGNED_LONG), span);
  checker.defer({
    kind: 'assign',
    place: { kind: 'local', variable, type: variable.type, span },
    value: convert(size, UNSIGNED_LONG),
    type: UNSIGNED_LONG,
    span,
  });
  const type: ArrayType = { kind: 'array', of, count: null, length: { variable } };
  return type;
}

function unspecifiedLength(of: QualifiedType): ArrayType {
  return { kind: 'array', of, count: null, length: { variable: null } };
}

function functionReturning(
  checker: Checker,
  result: QualifiedType,
  derivation: Extract<Derivation, { kind: 'function' }>,
  span: Span,
): Type {
  if (!suitsResult(checker, result, span)) return ERROR;
  checker.scopes.enter(-1);
  const parameters = prototypeParameters(checker, derivation);
  checker.scopes.leave();
  return functionType(result, parameters, derivation);
}

export function functionType(
  result: QualifiedType,
  parameters: readonly QualifiedType[],
  derivation: Extract<Derivation, { kind: 'function' }>,
): FunctionType {
  return {
    kind: 'function',
    result: plain(result.type),
    parameters: parameters.map(({ type }) => plain(type)),
    variadic: derivation.variadic,
    prototype: !derivation.unspecified,
  };
}

export function suitsResult(checker: Checker, result: QualifiedType, span: Span): boolean {
  if (result.type.kind !== 'array' && result.type.kind !== 'function') return true;
  const array = result.type.kind === 'array';
  checker.error(
    'result-type',
    span,
    `a function can't return ${array ? 'an array' : 'a function'}`,
    {
      hint: array ? `return a pointer, or a struct that holds the array` : `return a pointer to it`,
    },
  );
  return false;
}

function prototypeParameters(
  checker: Checker,
  derivation: Extract<Derivation, { kind: 'function' }>,
): QualifiedType[] {
  if (declaresNothing(derivation)) return [];
  return derivation.parameters.map(({ specifiers, declarator }) => {
    const base = checker.rules.specifiers(checker, specifiers);
    const type = adjustParameter(
      resolveDeclarator(checker, base, declarator),
      declarator.derivations[0],
    );
    if (type.type.kind === 'void') reportVoidParameter(checker, declarator);
    const { name } = declarator;
    if (name !== null) {
      checker.scopes.declare(name.name, prototypeEntity(checker, name.name, type, name.span));
    }
    return type.type.kind === 'void' ? plain(ERROR) : type;
  });
}

/** A parameter of a prototype is visible in sizes of later ones, but is nothing at run time. */
function prototypeEntity(checker: Checker, name: string, type: QualifiedType, span: Span) {
  return {
    kind: 'local' as const,
    variable: {
      kind: 'local' as const,
      name,
      type,
      span,
      parameter: true,
      addressTaken: false,
      block: Math.max(0, checker.scopes.block),
      hidden: false,
    },
    span,
  };
}

export function reportVoidParameter(checker: Checker, declarator: Declarator): void {
  const name = declarator.name?.name;
  checker.error(
    'void-parameter',
    declarator.span,
    name === undefined
      ? `'void' must stand alone between the parentheses`
      : `the parameter '${name}' can't have the type 'void'`,
  );
}

/** `(void)`: no parameters. */
export function declaresNothing(derivation: Extract<Derivation, { kind: 'function' }>): boolean {
  const [only, second] = derivation.parameters;
  if (only === undefined || second !== undefined || derivation.variadic) return false;
  const { type, storage } = only.specifiers;
  return (
    type.kind === 'words' &&
    type.words.length === 1 &&
    type.words[0] === 'void' &&
    storage.length === 0 &&
    only.declarator.name === null &&
    only.declarator.derivations.length === 0
  );
}
