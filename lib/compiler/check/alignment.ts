/** `_Alignas` (C11 6.7.5) and GNU's `aligned`, which types may carry too. */
import { alignOf } from '../type-layout';
import type { Attribute, Declarator, Specifiers } from '../syntax-tree';
import type { QualifiedType } from '../types';
import type { Checker } from './checker';
import { integerConstantExpression } from './constant-expression';

/** The largest that a type of the machine asks for: `aligned` without a number. */
const LARGEST = 16;
const ALIGNMENT_MAX = 4096;

/** The strictest alignment that a declaration asks for; null if it asks for none. */
export function alignmentOf(
  checker: Checker,
  specifiers: Specifiers,
  declarator: Declarator | null,
  type: QualifiedType,
): number | null {
  const asked = strictest(checker, [...specifiers.attributes, ...(declarator?.attributes ?? [])]);
  const inherited = type.alignment ?? null;
  return asked === null || inherited === null ? (asked ?? inherited) : Math.max(asked, inherited);
}

export function strictest(checker: Checker, attributes: readonly Attribute[]): number | null {
  let found: number | null = null;
  for (const attribute of attributes) {
    const one = attribute.kind === 'aligned' ? requested(checker, attribute) : null;
    if (one !== null) found = Math.max(found ?? 1, one);
  }
  return found;
}

function requested(
  checker: Checker,
  { value }: Extract<Attribute, { kind: 'aligned' }>,
): number | null {
  if (value === null) return LARGEST;
  if (value.kind === 'type-name') {
    const named = checker.rules.typeName(checker, value);
    return Math.max(alignOf(named.type), named.alignment ?? 1);
  }
  const bytes = integerConstantExpression(checker, value, `an alignment`);
  if (bytes === null || bytes === 0n) return null;
  if (bytes < 0n || bytes > BigInt(ALIGNMENT_MAX) || (bytes & (bytes - 1n)) !== 0n) {
    checker.error(
      'alignment',
      value.span,
      `an alignment must be a power of two up to ${ALIGNMENT_MAX}`,
    );
    return null;
  }
  return Number(bytes);
}
