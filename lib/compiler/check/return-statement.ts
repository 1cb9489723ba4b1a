/** return (C11 6.8.6.4). */
import type { Span } from '../source';
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression, Statement } from '../typed-tree';
import { type Checker, textOf } from './checker';
import { convertForAssignment } from './conversions';
import { convert, isErrorExpression } from './fold';
import { rootVariable, valueOf } from './operand';
import { VOID } from '../type-operations';
import { aType, typeText } from './type-text';

export function checkReturn(
  checker: Checker,
  syntax: SyntaxExpression | null,
  span: Span,
): Statement {
  const state = checker.function;
  const result = state?.type?.result.type ?? null;
  const name = state?.name ?? '';
  const declared =
    state?.symbol == null
      ? {}
      : { related: [{ message: `'${name}' is declared here`, span: state.symbol.span }] };
  if (syntax === null) {
    if (result !== null && result.kind !== 'void' && result.kind !== 'error') {
      checker.warning(
        'return-without-value',
        span,
        `'${name}' must return ${aType(result)}, but this 'return' gives no value`,
        declared,
      );
    }
    return { kind: 'return', value: null, span };
  }
  const value = valueOf(checker.rules.operand(checker, syntax));
  if (result === null || isErrorExpression(value)) return { kind: 'return', value: null, span };
  if (result.kind === 'void') {
    if (value.type.kind !== 'void') {
      checker.warning(
        'return-with-value',
        syntax.span,
        `'${name}' returns nothing (void), so the value '${textOf(syntax.span)}' is thrown away`,
        {
          ...declared,
          hint: `write 'return;', or give the function the type '${typeText(value.type)}'`,
        },
      );
    }
    return { kind: 'return', value: convert(value, VOID), span };
  }
  const converted = convertForAssignment(checker, value, result, {
    expects: (target) => `'${name}' returns ${aType(target)}`,
    ...(state?.symbol == null
      ? {}
      : { declared: { message: `'${name}' is declared here`, span: state.symbol.span } }),
  });
  warnLocalAddress(checker, converted);
  return { kind: 'return', value: converted, span };
}

/** The variable is gone when the caller looks at it. */
function warnLocalAddress(checker: Checker, value: Expression): void {
  const address = addressOf(value);
  if (address === null) return;
  const variable = rootVariable(address.place);
  if (variable === null) return;
  const shown = variable.name === '' ? 'this object' : `'${variable.name}'`;
  const array = variable.type.type.kind === 'array';
  checker.warning(
    'local-address-returned',
    value.span,
    `this returns the address of ${shown}, which exists only until the function returns`,
    {
      hint: array
        ? `let the caller pass an array, or take memory from malloc()`
        : `return the value itself, or take memory from malloc()`,
      ...(variable.name === ''
        ? {}
        : { related: [{ message: `'${variable.name}' is declared here`, span: variable.span }] }),
    },
  );
}

function addressOf(value: Expression): Extract<Expression, { kind: 'address-of' }> | null {
  switch (value.kind) {
    case 'address-of':
      return value;
    case 'convert':
      return addressOf(value.operand);
    case 'pointer-offset':
      return addressOf(value.pointer);
    default:
      return null;
  }
}
