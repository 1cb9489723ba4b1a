/** Labels and goto (C11 6.8.1, 6.8.6.1): one name space for each function. */
import type { Span } from '../source';
import { nearestWord } from '../spelling';
import type { Identifier } from '../syntax-tree';
import type { Expression, LabelId, Statement } from '../typed-tree';
import { LONG, VOID, plain, pointerTo } from '../type-operations';
import type { Checker } from './checker';
import { convert, errorExpression, integerConstant, isErrorExpression } from './fold';
import type { FunctionState, LabelState } from './function-state';
import { ABORT, libraryCall } from './library-calls';
import { aType } from './type-text';
import { replacing } from '../fixes';

const NOWHERE = 0 as LabelId;

function labelNamed(checker: Checker, name: string): LabelState | null {
  const state = checker.function;
  if (state === null) return null;
  let label = state.labels.get(name);
  if (label === undefined) {
    label = { id: state.newLabel(), defined: null, used: null, address: null };
    state.labels.set(name, label);
  }
  return label;
}

export function checkLabel(checker: Checker, { name, span }: Identifier, whole: Span): Statement {
  const label = labelNamed(checker, name);
  if (label !== null && label.defined !== null) {
    checker.error('duplicate-label', span, `the label '${name}' stands twice in this function`, {
      related: [{ message: `'${name}' stands first here`, span: label.defined }],
    });
    // Two equal targets would confuse later stages.
    const id = checker.function?.newLabel() ?? NOWHERE;
    return { kind: 'label', label: id, name, span: whole };
  }
  if (label !== null) label.defined = span;
  return { kind: 'label', label: label?.id ?? NOWHERE, name, span: whole };
}

export function checkGoto(checker: Checker, { name, span }: Identifier, whole: Span): Statement {
  const label = labelNamed(checker, name);
  if (label !== null) label.used ??= span;
  return { kind: 'goto', label: label?.id ?? NOWHERE, span: whole };
}

/** GNU's `&&label`: a pointer that only `goto *` can use. The machine's code has no addresses for it. */
export function checkLabelAddress(
  checker: Checker,
  { name, span }: Identifier,
  whole: Span,
): Expression {
  const label = labelNamed(checker, name);
  const state = checker.function;
  if (label === null || state === null) {
    checker.error(
      'label-address',
      whole,
      `'&&' takes the address of a label, but here is no function`,
    );
    return errorExpression(whole);
  }
  label.used ??= span;
  if (label.address === null) {
    state.addresses += 1;
    label.address = state.addresses;
  }
  return integerConstant(BigInt(label.address), pointerTo(plain(VOID)), whole);
}

/** `goto *value`: a switch over the labels whose address the function takes. */
export function checkComputedGoto(checker: Checker, value: Expression, span: Span): Statement {
  const state = checker.function;
  if (value.type.kind !== 'pointer' && !isErrorExpression(value)) {
    checker.error(
      'computed-goto',
      value.span,
      `'goto *' needs the address of a label, but this is ${aType(value.type)}`,
    );
  }
  const fallback = state?.newLabel() ?? NOWHERE;
  const computed = { cases: [], body: [], span };
  state?.computedGotos.push(computed);
  const end = libraryCall(checker, 'abort', ABORT, [], span);
  return {
    kind: 'switch',
    value: convert(value, LONG),
    cases: computed.cases,
    defaultLabel: fallback,
    body: {
      kind: 'block',
      block: state?.newBlock() ?? 0,
      body: [
        { kind: 'label', label: fallback, name: null, span },
        { kind: 'expression', value: end, span },
        { kind: 'block', block: state?.newBlock() ?? 0, body: computed.body, span },
      ],
      span,
    },
    span,
  };
}

function completeComputedGotos(state: FunctionState): void {
  const targets = [...state.labels.values(), ...state.localLabels].filter(
    ({ address }) => address !== null,
  );
  for (const { cases, body, span } of state.computedGotos) {
    for (const { id, address } of targets) {
      const label = state.newLabel();
      const value = BigInt(address ?? 0);
      cases.push({ low: value, high: value, label });
      body.push({ kind: 'label', label, name: null, span }, { kind: 'goto', label: id, span });
    }
  }
}

/** GNU's `__label__`: for the block that begins, names mean labels of its own. */
export function withLocalLabels<T>(
  checker: Checker,
  labels: readonly Identifier[],
  action: () => T,
): T {
  const state = checker.function;
  if (state === null || labels.length === 0) return action();
  const outer = labels.map(({ name }) => [name, state.labels.get(name)] as const);
  for (const { name } of labels) {
    state.labels.set(name, { id: state.newLabel(), defined: null, used: null, address: null });
  }
  const result = action();
  for (const { name, span } of labels) {
    const label = state.labels.get(name);
    if (label === undefined) continue;
    if (label.defined === null) {
      checker.error(
        'undefined-label',
        label.used ?? span,
        `there is no label '${name}' in this block`,
      );
    }
    state.localLabels.push(label);
  }
  for (const [name, before] of outer) {
    if (before === undefined) state.labels.delete(name);
    else state.labels.set(name, before);
  }
  return result;
}

/** At the end of the function. */
export function checkLabels(checker: Checker, state: FunctionState): void {
  completeComputedGotos(state);
  const defined = [...state.labels].filter(([, label]) => label.defined !== null);
  for (const [name, label] of state.labels) {
    if (label.defined === null && label.used !== null) {
      const near = nearestWord(
        name,
        defined.map(([one]) => one),
      );
      const meant = near === null ? undefined : state.labels.get(near);
      if (meant !== undefined) meant.used ??= label.used;
      checker.error(
        'undefined-label',
        label.used,
        `there is no label '${name}' in this function to go to`,
        near === null
          ? { hint: `write '${name}:' before a statement` }
          : { hint: `did you mean '${near}'?`, fix: replacing(label.used, name, near) },
      );
    }
  }
  for (const [name, { used, defined: place }] of state.labels) {
    if (used === null && place !== null && !checker.hasDiagnosticAt(place)) {
      warnUnused(checker, name, place);
    }
  }
}

function warnUnused(checker: Checker, name: string, span: Span): void {
  const keyword = nearestWord(name, ['default', 'case']);
  checker.warning(
    'unused-label',
    span,
    `nothing goes to the label '${name}'`,
    keyword === null
      ? {}
      : { hint: `did you mean '${keyword}'?`, fix: replacing(span, name, keyword) },
  );
}
