/** Compatible and composite types (C11 6.2.7, 6.7.6.1-3). */
import type { FunctionType, QualifiedType, Type } from '../types';
import { integerTypeOf, plain, promoted } from '../type-operations';

/** Same type for C's purposes, qualifiers of the outermost level left out. */
export function compatible(left: Type, right: Type): boolean {
  if (left === right || left.kind === 'error' || right.kind === 'error') return true;
  if (left.kind === 'enum' || right.kind === 'enum') return compatibleEnum(left, right);
  switch (left.kind) {
    case 'void':
      return right.kind === 'void';
    case 'integer':
    case 'floating':
      return right.kind === left.kind && right.name === left.name;
    case 'pointer':
      return right.kind === 'pointer' && compatibleQualified(left.to, right.to);
    case 'array':
      return (
        right.kind === 'array' &&
        compatibleQualified(left.of, right.of) &&
        (left.count === null || right.count === null || left.count === right.count)
      );
    case 'function':
      return right.kind === 'function' && compatibleFunctions(left, right);
    case 'record':
      return false;
  }
}

export function compatibleQualified(left: QualifiedType, right: QualifiedType): boolean {
  return (
    left.const === right.const &&
    left.volatile === right.volatile &&
    left.atomic === right.atomic &&
    compatible(left.type, right.type)
  );
}

/** An enumerated type is compatible with its integer type, not with another enumeration. */
function compatibleEnum(left: Type, right: Type): boolean {
  if (left.kind === 'enum' && right.kind === 'enum') return false;
  const a = integerTypeOf(left);
  const b = integerTypeOf(right);
  return a !== null && b !== null && a.name === b.name;
}

function compatibleFunctions(left: FunctionType, right: FunctionType): boolean {
  if (!compatibleQualified(left.result, right.result)) return false;
  if (!left.prototype && !right.prototype) return true;
  if (!left.prototype) return acceptsUnspecified(right);
  if (!right.prototype) return acceptsUnspecified(left);
  return (
    left.variadic === right.variadic &&
    left.parameters.length === right.parameters.length &&
    left.parameters.every((parameter, index) => {
      const other = right.parameters[index];
      return other !== undefined && compatible(parameter.type, other.type);
    })
  );
}

/** A prototype matches `()` if default argument promotions change none of its parameters. */
function acceptsUnspecified(type: FunctionType): boolean {
  if (type.variadic) return false;
  return type.parameters.every(({ type: parameter }) => {
    if (parameter.kind === 'floating') return parameter.name !== 'float';
    const integer = integerTypeOf(parameter);
    return integer === null || promoted(integer) === integer;
  });
}

/** Of two compatible types: the one that knows more (C11 6.2.7:3). */
export function composite(left: Type, right: Type): Type {
  if (left === right || left.kind === 'error') return right;
  if (left.kind === 'array' && right.kind === 'array') {
    const of = compositeQualified(left.of, right.of);
    const known = left.count !== null || left.length !== undefined ? left : right;
    return { ...known, of };
  }
  if (left.kind === 'pointer' && right.kind === 'pointer') {
    return { kind: 'pointer', to: compositeQualified(left.to, right.to) };
  }
  if (left.kind === 'function' && right.kind === 'function') {
    if (!left.prototype) return right.prototype ? right : left;
    if (!right.prototype) return left;
    return {
      ...left,
      result: compositeQualified(left.result, right.result),
      parameters: left.parameters.map((parameter, index) =>
        compositeQualified(parameter, plain(right.parameters[index]?.type ?? parameter.type)),
      ),
    };
  }
  return left;
}

export function compositeQualified(left: QualifiedType, right: QualifiedType): QualifiedType {
  return { ...left, type: composite(left.type, right.type) };
}
