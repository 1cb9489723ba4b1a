/** Labels and goto (C11 6.8.1, 6.8.6.1): one name space for each function. */
import type { Span } from '../source';
import { nearestWord } from '../spelling';
import type { Identifier } from '../syntax-tree';
import type { LabelId, Statement } from '../typed-tree';
import type { Checker } from './checker';
import type { FunctionState, LabelState } from './function-state';

const NOWHERE = 0 as LabelId;

function labelNamed(checker: Checker, name: string): LabelState | null {
  const state = checker.function;
  if (state === null) return null;
  let label = state.labels.get(name);
  if (label === undefined) {
    label = { id: state.newLabel(), defined: null, used: null };
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

/** At the end of the function. */
export function checkLabels(checker: Checker, state: FunctionState): void {
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
          : { hint: `did you mean '${near}'?` },
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
    keyword === null ? {} : { hint: `did you mean '${keyword}'?` },
  );
}
