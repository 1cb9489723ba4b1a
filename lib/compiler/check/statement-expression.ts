/** GNU C's `({ ... })`: its value is that of the last expression statement. */
import type { SyntaxExpression } from '../syntax-tree';
import type { Expression } from '../typed-tree';
import { VOID } from '../type-operations';
import type { Checker } from './checker';
import { errorExpression, isErrorExpression } from './fold';

export function checkStatementExpression(
  checker: Checker,
  syntax: Extract<SyntaxExpression, { kind: 'statement-expression' }>,
): Expression {
  const { span } = syntax;
  const state = checker.function;
  if (state === null) {
    checker.error('statement-expression', span, `'({ ... })' can be used only inside a function`);
    return errorExpression(span);
  }
  const waiting = state.pending;
  state.pending = [];
  checker.scopes.enter(state.newBlock());
  const body = checker.rules.blockItems(checker, syntax.body.items, true);
  checker.scopes.leave();
  state.pending = waiting;
  const last = body[body.length - 1];
  if (last?.kind !== 'expression') {
    return { kind: 'statement-expression', body, value: null, type: VOID, span };
  }
  if (isErrorExpression(last.value)) return errorExpression(span);
  const { value } = last;
  return {
    kind: 'statement-expression',
    body: body.slice(0, -1),
    value,
    type: value.type,
    span,
  };
}
