/** `int *p = malloc(sizeof(p))`: memory for a pointer where memory for what it points to was meant. */
import type { Expression } from '../typed-tree';
import type { Type } from '../types';
import type { Checker } from './checker';
import { sizeOf } from '../type-layout';
import { compatible } from './type-compatibility';
import { typeText } from './type-text';

const ALLOCATORS: ReadonlySet<string> = new Set(['malloc', 'calloc', 'realloc']);

export function warnAllocation(checker: Checker, target: Type, value: Expression): void {
  const call = value.kind === 'convert' ? value.operand : value;
  if (target.kind !== 'pointer' || call.kind !== 'call' || call.callee.kind !== 'direct') return;
  if (!ALLOCATORS.has(call.callee.symbol.name)) return;
  const measured = call.args.flatMap((argument) => factors(argument));
  for (const factor of measured) {
    const type = checker.pointerSizes.get(factor);
    if (type === undefined || !compatible(type, target)) continue;
    const element = target.to.type;
    checker.warning(
      'sizeof-pointer',
      factor.span,
      `this is the size of the pointer (8 bytes), not of what it points to ('${typeText(element)}', ${sizeOf(element)} byte${sizeOf(element) === 1 ? '' : 's'})`,
      { hint: `write 'sizeof(${typeText(element)})', or put '*' in front of the pointer's name` },
    );
    return;
  }
}

function factors(value: Expression): readonly Expression[] {
  if (value.kind === 'convert') return factors(value.operand);
  if (value.kind === 'arithmetic' && value.operator === '*') {
    return [...factors(value.left), ...factors(value.right)];
  }
  return [value];
}
