/**
 * Whether control reaches the end of a function that must return a value (C11 6.9.1:12). Follows
 * branches, loops with constant conditions, jumps, and calls that never return; what a condition says
 * at run time is not followed. `main` returns 0 there by itself (5.1.2.2.3).
 */
import { assertNever } from '../../abi/assert-never';
import type { Span } from '../source';
import type { Expression, LabelId, Place, Statement, StaticSymbol } from '../typed-tree';
import type { Checker } from './checker';
import { constantTruth } from './fold';
import type { FunctionState } from './function-state';
import { isScalar } from '../type-operations';
import type { Type } from '../types';
import { aType } from './type-text';
import { insertingBefore, type ProposedFix } from '../fixes';

export function checkFlow(
  checker: Checker,
  state: FunctionState,
  body: Statement,
  end: Span,
): void {
  const result = state.type?.result.type;
  if (result === undefined || state.name === 'main') return;
  const returnsValue = result.kind !== 'void' && result.kind !== 'error';
  const never = state.symbol !== null && checker.noReturn.has(state.symbol);
  if (!returnsValue && !never) return;
  if (!new Flow(checker.noReturn, gotoTargets(state)).completes(body, true)) return;
  if (never) {
    checker.warning(
      'noreturn-returns',
      end,
      `'${state.name}' is declared to never return, but its end can be reached`,
    );
    return;
  }
  checker.warning(
    'missing-return',
    end,
    `'${state.name}' must return ${aType(result)}, but its end can be reached without a 'return'`,
    {
      hint: `put a 'return' in front of this brace`,
      fix: returningZero(result, end),
      ...(state.symbol === null
        ? {}
        : { related: [{ message: `'${state.name}' is declared here`, span: state.symbol.span }] }),
    },
  );
}

/** As good as any other value where nothing says which; nothing for a structure. */
function returningZero(result: Type, { file, start }: Span): ProposedFix | null {
  if (!isScalar(result)) return null;
  const value = result.kind === 'pointer' ? 'NULL' : '0';
  const line = file.text.slice(file.text.lastIndexOf('\n', start - 1) + 1, start);
  const step = /^(?: +|\t)(?=\S)/m.exec(file.text)?.[0] ?? '    ';
  const text = line.trim() === '' ? `${step}return ${value};\n${line}` : `return ${value}; `;
  return insertingBefore({ file, start, end: start }, text);
}

function gotoTargets(state: FunctionState): ReadonlySet<LabelId> {
  return new Set(
    [...state.labels.values(), ...state.localLabels]
      .filter(({ used }) => used !== null)
      .map(({ id }) => id),
  );
}

/** A loop or switch that is being left or continued. */
interface Enclosing {
  readonly kind: 'loop' | 'switch';
  left: boolean;
  continued: boolean;
}

class Flow {
  readonly #enclosing: Enclosing[] = [];

  constructor(
    readonly noReturn: ReadonlySet<StaticSymbol>,
    readonly targets: ReadonlySet<LabelId>,
  ) {}

  /** Whether control gets behind the statement, if `reached` says whether it gets to it. */
  completes(statement: Statement, reached: boolean): boolean {
    switch (statement.kind) {
      case 'expression':
        return reached && this.#evaluates(statement.value);
      case 'declare':
        return (
          reached &&
          statement.initialization.every(
            (step) => step.kind !== 'store' || this.#evaluates(step.value),
          )
        );
      case 'block':
        return this.#sequence(statement.body, reached);
      case 'if':
        return this.#branches(statement, reached);
      case 'loop':
        return this.#loop(statement, reached);
      case 'switch':
        return this.#switch(statement, reached);
      case 'label':
        return reached || statement.name === null || this.targets.has(statement.label);
      case 'break':
        if (reached) this.#leave((one) => (one.left = true), false);
        return false;
      case 'continue':
        if (reached) this.#leave((one) => (one.continued = true), true);
        return false;
      case 'goto':
      case 'return':
        return false;
      default:
        return assertNever(statement);
    }
  }

  #sequence(statements: readonly Statement[], reached: boolean): boolean {
    return statements.reduce((open, statement) => this.completes(statement, open), reached);
  }

  #leave(mark: (one: Enclosing) => void, loopOnly: boolean): void {
    for (let at = this.#enclosing.length - 1; at >= 0; at -= 1) {
      const one = this.#enclosing[at];
      if (one !== undefined && (!loopOnly || one.kind === 'loop')) return mark(one);
    }
  }

  #branches(statement: Extract<Statement, { kind: 'if' }>, reached: boolean): boolean {
    const truth = constantTruth(statement.condition);
    const open = reached && this.#evaluates(statement.condition);
    const then = this.completes(statement.then, open && truth !== false);
    const skipped = open && truth !== true;
    const otherwise =
      statement.otherwise === null ? skipped : this.completes(statement.otherwise, skipped);
    return then || otherwise;
  }

  #loop(statement: Extract<Statement, { kind: 'loop' }>, reached: boolean): boolean {
    let open = this.#sequence(statement.initial, reached);
    const truth = statement.condition === null ? true : constantTruth(statement.condition);
    const own: Enclosing = { kind: 'loop', left: false, continued: false };
    if (statement.form !== 'do' && statement.condition !== null) {
      open = open && this.#evaluates(statement.condition);
    }
    this.#enclosing.push(own);
    const body = this.completes(
      statement.body,
      open && (statement.form === 'do' || truth !== false),
    );
    this.#enclosing.pop();
    if (own.left) return true;
    if (truth === true) return false;
    return statement.form === 'do' ? body || own.continued : open;
  }

  #switch(statement: Extract<Statement, { kind: 'switch' }>, reached: boolean): boolean {
    const open = reached && this.#evaluates(statement.value);
    const own: Enclosing = { kind: 'switch', left: false, continued: false };
    this.#enclosing.push(own);
    const body = this.completes(statement.body, false);
    this.#enclosing.pop();
    return body || own.left || (open && statement.defaultLabel === null);
  }

  /** False if evaluating it always ends in a call that never returns. */
  #evaluates(expression: Expression): boolean {
    switch (expression.kind) {
      case 'call': {
        const { callee } = expression;
        if (callee.kind === 'direct' && this.noReturn.has(callee.symbol)) return false;
        return expression.args.every((argument) => this.#evaluates(argument));
      }
      case 'convert':
      case 'negate':
      case 'complement':
      case 'not':
        return this.#evaluates(expression.operand);
      case 'comma':
      case 'arithmetic':
      case 'comparison':
        return this.#evaluates(expression.left) && this.#evaluates(expression.right);
      case 'logical':
        return this.#evaluates(expression.left);
      case 'assign':
        return this.#evaluates(expression.value) && this.#reaches(expression.place);
      case 'conditional': {
        if (!this.#evaluates(expression.condition)) return false;
        const truth = constantTruth(expression.condition);
        return (
          (truth !== false && this.#evaluates(expression.then)) ||
          (truth !== true && this.#evaluates(expression.otherwise))
        );
      }
      case 'statement-expression':
        return (
          this.#sequence(expression.body, true) &&
          (expression.value === null || this.#evaluates(expression.value))
        );
      default:
        return true;
    }
  }

  #reaches(place: Place): boolean {
    return place.kind !== 'pointed' || this.#evaluates(place.pointer);
  }
}
