/** Statements and blocks (C11 6.8). */
import { assertNever } from '../../abi/assert-never';
import type { Span } from '../source';
import type { BlockItem, SyntaxExpression, SyntaxStatement } from '../syntax-tree';
import type { Expression, Statement } from '../typed-tree';
import type { Checker } from './checker';
import { checkStaticAssert } from './constant-expression';
import { requireScalar } from './conversions';
import { checkLocalDeclaration } from './declarations';
import { warnCondition } from './habits';
import { checkComputedGoto, checkGoto, checkLabel, withLocalLabels } from './labels';
import { valueOf } from './operand';
import { checkReturn } from './return-statement';
import { checkCase, checkDefault, checkSwitch } from './switch-statement';
import { warnEmptyBody, warnUnusedValue } from './useless-statements';

export function checkBlockItems(
  checker: Checker,
  items: readonly BlockItem[],
  valued: boolean,
): Statement[] {
  const labels = items.flatMap((item) => (item.kind === 'local-labels' ? item.labels : []));
  return withLocalLabels(checker, labels, () =>
    items.flatMap((item, index) => {
      if (item.kind === 'declaration') return checkLocalDeclaration(checker, item);
      if (item.kind === 'static-assert') {
        checkStaticAssert(checker, item.assertion);
        return [];
      }
      return checkStatement(checker, item, valued && index === items.length - 1);
    }),
  );
}

/** Later stages walk the tree by recursion, too. Each `else if` counts. */
const STATEMENT_DEPTH_MAX = 1000;

/** A label and its statement are two; most others are one. */
function checkStatement(checker: Checker, syntax: SyntaxStatement, valued = false): Statement[] {
  const state = checker.function;
  if (state === null) return [];
  if (checker.statementDepth >= STATEMENT_DEPTH_MAX) {
    checker.error(
      'nested-too-deeply',
      syntax.span,
      `this statement is nested more than ${STATEMENT_DEPTH_MAX} levels deep`,
      { hint: `move the inner statements to a function of their own` },
    );
    return [];
  }
  const waiting = state.pending;
  state.pending = [];
  checker.statementDepth += 1;
  const made = statementsOf(checker, syntax, valued);
  checker.statementDepth -= 1;
  const lengths = state.pending.map((value): Statement => ({
    kind: 'expression',
    value,
    span: value.span,
  }));
  state.pending = waiting;
  return [...lengths, ...made];
}

/** As the body of another statement. */
function checkBody(checker: Checker, syntax: SyntaxStatement): Statement {
  const made = checkStatement(checker, syntax);
  const [only] = made;
  if (only !== undefined && made.length === 1) return only;
  return { kind: 'block', block: Math.max(0, checker.scopes.block), body: made, span: syntax.span };
}

function statementsOf(checker: Checker, syntax: SyntaxStatement, valued: boolean): Statement[] {
  const { span } = syntax;
  switch (syntax.kind) {
    case 'error':
    case 'empty':
      return [];
    case 'expression': {
      const value = valueOf(checker.rules.operand(checker, syntax.value));
      if (!valued) warnUnusedValue(checker, syntax.value, value);
      return [{ kind: 'expression', value, span }];
    }
    case 'block':
      return [checkBlock(checker, syntax.items, span)];
    case 'if': {
      const condition = checkCondition(checker, syntax.condition, 'if');
      warnEmptyBody(checker, syntax.then, 'if', syntax.otherwise !== null);
      const then = checkBody(checker, syntax.then);
      const otherwise = syntax.otherwise === null ? null : checkBody(checker, syntax.otherwise);
      return [{ kind: 'if', condition, then, otherwise, span }];
    }
    case 'while': {
      const condition = checkCondition(checker, syntax.condition, 'while');
      warnEmptyBody(checker, syntax.body, 'while', false);
      const body = checkLoopBody(checker, syntax.body);
      return [loop(checker, 'while', { condition, body, span })];
    }
    case 'do': {
      const body = checkLoopBody(checker, syntax.body);
      const condition = checkCondition(checker, syntax.condition, 'do ... while');
      return [loop(checker, 'do', { condition, body, span })];
    }
    case 'for':
      return [checkFor(checker, syntax)];
    case 'switch':
      return checkSwitch(checker, syntax, (body) => checkBody(checker, body));
    case 'case':
    case 'default':
    case 'label':
      return checkLabelled(checker, syntax, valued);
    case 'goto':
      return [checkGoto(checker, syntax.label, span)];
    case 'computed-goto':
      return [
        checkComputedGoto(checker, valueOf(checker.rules.operand(checker, syntax.value)), span),
      ];
    case 'local-labels':
      return [];
    case 'break':
    case 'continue':
      return checkJump(checker, syntax.kind, span);
    case 'return':
      return [checkReturn(checker, syntax.value, span)];
    default:
      return assertNever(syntax);
  }
}

/** A statement may have any number of labels: `case 1: case 2: end: x = 1;`. */
function checkLabelled(checker: Checker, syntax: SyntaxStatement, valued: boolean): Statement[] {
  const made: Statement[] = [];
  let inner = syntax;
  for (;;) {
    if (inner.kind === 'case') made.push(...checkCase(checker, inner));
    else if (inner.kind === 'default') made.push(...checkDefault(checker, inner));
    else if (inner.kind === 'label') made.push(checkLabel(checker, inner.label, inner.span));
    else return [...made, ...checkStatement(checker, inner, valued)];
    inner = inner.body;
  }
}

export function checkBlock(checker: Checker, items: readonly BlockItem[], span: Span): Statement {
  const block = checker.function?.newBlock() ?? 0;
  checker.scopes.enter(block);
  const body = checkBlockItems(checker, items, false);
  checker.scopes.leave();
  return { kind: 'block', block, body, span };
}

function checkCondition(checker: Checker, syntax: SyntaxExpression, statement: string): Expression {
  const value = valueOf(checker.rules.operand(checker, syntax));
  warnCondition(checker, syntax, value, `'${statement}'`);
  return requireScalar(checker, value, `the condition of '${statement}'`);
}

function checkLoopBody(checker: Checker, syntax: SyntaxStatement): Statement {
  checker.function?.enclosing.push({ kind: 'loop' });
  const body = checkBody(checker, syntax);
  checker.function?.enclosing.pop();
  return body;
}

interface LoopParts {
  readonly initial?: readonly Statement[];
  readonly condition: Expression | null;
  readonly step?: Expression | null;
  readonly body: Statement;
  readonly span: Span;
  readonly block?: number;
}

function loop(checker: Checker, form: 'while' | 'do' | 'for', parts: LoopParts): Statement {
  return {
    kind: 'loop',
    form,
    initial: parts.initial ?? [],
    condition: parts.condition,
    step: parts.step ?? null,
    body: parts.body,
    block: parts.block ?? checker.function?.newBlock() ?? 0,
    span: parts.span,
  };
}

function checkFor(checker: Checker, syntax: Extract<SyntaxStatement, { kind: 'for' }>): Statement {
  const block = checker.function?.newBlock() ?? 0;
  checker.scopes.enter(block);
  const initial = checkForInitial(checker, syntax.initial);
  const condition =
    syntax.condition === null ? null : checkCondition(checker, syntax.condition, 'for');
  let step: Expression | null = null;
  if (syntax.step !== null) {
    step = valueOf(checker.rules.operand(checker, syntax.step));
    warnUnusedValue(checker, syntax.step, step);
  }
  warnEmptyBody(checker, syntax.body, 'for', false);
  const body = checkLoopBody(checker, syntax.body);
  checker.scopes.leave();
  return loop(checker, 'for', { initial, condition, step, body, block, span: syntax.span });
}

function checkForInitial(
  checker: Checker,
  initial: Extract<SyntaxStatement, { kind: 'for' }>['initial'],
): Statement[] {
  if (initial === null) return [];
  if (initial.kind === 'declaration') return checkLocalDeclaration(checker, initial);
  const value = valueOf(checker.rules.operand(checker, initial));
  warnUnusedValue(checker, initial, value);
  return [{ kind: 'expression', value, span: initial.span }];
}

function checkJump(checker: Checker, kind: 'break' | 'continue', span: Span): Statement[] {
  const enclosing = checker.function?.enclosing ?? [];
  const inside =
    kind === 'break' ? enclosing.length > 0 : enclosing.some((one) => one.kind === 'loop');
  if (inside) return [{ kind, span }];
  checker.error(
    'jump-outside',
    span,
    kind === 'break'
      ? `'break' stands in no loop and no 'switch': there is nothing to leave`
      : `'continue' stands in no loop: there is nothing to continue`,
    kind === 'break' ? { hint: `to leave a function write 'return'` } : {},
  );
  return [];
}
