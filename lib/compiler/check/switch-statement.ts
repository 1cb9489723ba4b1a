/** switch, case and default (C11 6.8.4.2), GNU's case ranges. */
import type { Span } from '../source';
import type { SyntaxStatement } from '../syntax-tree';
import type { LabelId, Statement } from '../typed-tree';
import { INT, integerTypeOf, isInteger, wrapInteger } from '../type-operations';
import type { Checker } from './checker';
import { integerConstantExpression } from './constant-expression';
import { promote, reportVoidValue } from './conversions';
import { errorExpression, isErrorExpression } from './fold';
import type { SwitchState } from './function-state';
import { valueOf } from './operand';
import { aType } from './type-text';

type Syntax<K extends SyntaxStatement['kind']> = Extract<SyntaxStatement, { kind: K }>;

export function checkSwitch(
  checker: Checker,
  syntax: Syntax<'switch'>,
  checkBody: (body: SyntaxStatement) => Statement,
): Statement[] {
  const { span } = syntax;
  let value = valueOf(checker.rules.operand(checker, syntax.value));
  if (!isErrorExpression(value) && !isInteger(value.type)) {
    if (value.type.kind === 'void') reportVoidValue(checker, value);
    else {
      checker.error(
        'switch-type',
        value.span,
        `'switch' needs an integer, but this is ${aType(value.type)}`,
        value.type.kind === 'pointer' ? { hint: `compare strings with strcmp() in an 'if'` } : {},
      );
    }
    value = errorExpression(value.span);
  }
  const promoted = promote(value);
  const state: SwitchState = {
    kind: 'switch',
    type: integerTypeOf(promoted.type),
    cases: [],
    values: new Map(),
    ranges: [],
    defaultLabel: null,
  };
  checker.function?.enclosing.push(state);
  const body = checkBody(syntax.body);
  checker.function?.enclosing.pop();
  return [
    {
      kind: 'switch',
      value: promoted,
      cases: state.cases,
      defaultLabel: state.defaultLabel?.label ?? null,
      body,
      span,
    },
  ];
}

function innermostSwitch(checker: Checker): SwitchState | null {
  const enclosing = checker.function?.enclosing ?? [];
  for (let at = enclosing.length - 1; at >= 0; at -= 1) {
    const one = enclosing[at];
    if (one?.kind === 'switch') return one;
  }
  return null;
}

export function checkCase(checker: Checker, syntax: Syntax<'case'>): Statement[] {
  const { span } = syntax;
  const state = innermostSwitch(checker);
  const low = integerConstantExpression(checker, syntax.value, `the value after 'case'`);
  const high =
    syntax.last === null
      ? low
      : integerConstantExpression(checker, syntax.last, `the value after '...'`);
  if (state === null) {
    checker.error('case-outside', syntax.value.span, `'case' can stand only in a 'switch'`);
    return [];
  }
  if (low === null || high === null) return [];
  const type = state.type ?? INT;
  const from = wrapInteger(low, type);
  const to = wrapInteger(high, type);
  if (to < from) {
    checker.warning('empty-range', syntax.value.span, `the range ${from} ... ${to} is empty`);
    return [];
  }
  const earlier = overlapping(state, from, to);
  if (earlier !== undefined) {
    checker.error(
      'duplicate-case',
      syntax.value.span,
      `this 'switch' has the case ${from > earlier.low ? from : earlier.low} twice`,
      { related: [{ message: `the same case stands here`, span: earlier.span }] },
    );
    return [];
  }
  const label = newLabel(checker);
  if (from === to) state.values.set(from, { low: from, span: syntax.value.span });
  else state.ranges.push({ low: from, high: to, span: syntax.value.span });
  state.cases.push({ low: from, high: to, label });
  return [{ kind: 'label', label, name: null, span }];
}

function overlapping(
  state: SwitchState,
  low: bigint,
  high: bigint,
): { readonly low: bigint; readonly span: Span } | undefined {
  const range = state.ranges.find((one) => one.low <= high && low <= one.high);
  if (range !== undefined || low === high) return range ?? state.values.get(low);
  return [...state.values.values()].find((one) => low <= one.low && one.low <= high);
}

export function checkDefault(
  checker: Checker,
  { span }: { readonly span: Syntax<'default'>['span'] },
): Statement[] {
  const state = innermostSwitch(checker);
  if (state === null) {
    checker.error('case-outside', span, `'default' can stand only in a 'switch'`);
    return [];
  }
  if (state.defaultLabel !== null) {
    checker.error('duplicate-case', span, `this 'switch' has 'default' twice`, {
      related: [{ message: `the first one stands here`, span: state.defaultLabel.span }],
    });
    return [];
  }
  const label = newLabel(checker);
  state.defaultLabel = { label, span };
  return [{ kind: 'label', label, name: null, span }];
}

function newLabel(checker: Checker): LabelId {
  return checker.function?.newLabel() ?? (0 as LabelId);
}
