/** How deep types are nested: all that looks into types does so by recursion. */
import type { Span } from '../source';
import type { Type } from '../types';
import type { Checker } from './checker';

const TYPE_DEPTH_MAX = 500;

const depths = new WeakMap<Type, number>();

/** Of a type whose parts were asked about before. */
function depthOf(type: Type): number {
  const parts = partsOf(type);
  if (parts.length === 0) return 1;
  const known = depths.get(type);
  if (known !== undefined) return known;
  const depth = 1 + parts.reduce((most, part) => Math.max(most, depthOf(part)), 0);
  // A record that is still being read will grow.
  if (type.kind !== 'record' || type.complete) depths.set(type, depth);
  return depth;
}

function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'pointer':
      // A record behind a pointer is not looked into.
      return type.to.type.kind === 'record' ? [] : [type.to.type];
    case 'array':
      return [type.of.type];
    case 'function':
      return [type.result.type, ...type.parameters.map((parameter) => parameter.type)];
    case 'record':
      return type.fields.map((field) => field.type.type);
    default:
      return [];
  }
}

/** False after a report. */
export function suitsDepth(checker: Checker, type: Type, span: Span): boolean {
  if (depthOf(type) <= TYPE_DEPTH_MAX) return true;
  checker.error(
    'nested-too-deeply',
    span,
    `this type is made of more than ${TYPE_DEPTH_MAX} levels of pointers, arrays, functions and structures`,
  );
  return false;
}
