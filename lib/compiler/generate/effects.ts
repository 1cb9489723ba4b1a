/**
 * What evaluating an expression can do besides giving a value. Decides where a left operand must be
 * saved before a right one is evaluated, and in which order gcc would have evaluated the two.
 */
import { assertNever } from '../../abi/assert-never';
import type { Expression, Initialization, Place, Statement } from '../typed-tree';

const WRITES = 1;
const CALLS = 2;

/** Writes an object, or may: assignment, update, call. */
export function hasEffects(expression: Expression): boolean {
  return mask(expression) !== 0;
}

/** Uses the outgoing area, so nothing may be kept there meanwhile. */
export function hasCall(expression: Expression): boolean {
  return (mask(expression) & CALLS) !== 0;
}

export function placeHasCall(place: Place): boolean {
  return (ofPlace(place) & CALLS) !== 0;
}

/** Of what has several parts: those are asked about again at each level around them. */
const known = new WeakMap<Expression, number>();

function mask(expression: Expression): number {
  switch (expression.kind) {
    case 'integer-constant':
    case 'floating-constant':
    case 'function-address':
    case 'old-value':
    case 'load':
    case 'record-value':
    case 'address-of':
    case 'negate':
    case 'complement':
    case 'not':
    case 'convert':
      return compute(expression);
    default: {
      const remembered = known.get(expression);
      if (remembered !== undefined) return remembered;
      const found = compute(expression);
      known.set(expression, found);
      return found;
    }
  }
}

function compute(expression: Expression): number {
  switch (expression.kind) {
    case 'integer-constant':
    case 'floating-constant':
    case 'function-address':
    case 'old-value':
      return 0;
    case 'load':
    case 'record-value':
    case 'address-of':
      return ofPlace(expression.place);
    case 'arithmetic':
    case 'comparison':
    case 'logical':
    case 'comma':
    case 'pointer-difference':
      return mask(expression.left) | mask(expression.right);
    case 'negate':
    case 'complement':
    case 'not':
    case 'convert':
      return mask(expression.operand);
    case 'pointer-offset':
      return mask(expression.pointer) | mask(expression.index);
    case 'assign':
      return WRITES | ofPlace(expression.place) | mask(expression.value);
    case 'update':
      return WRITES | ofPlace(expression.place) | mask(expression.operation);
    case 'conditional':
      return mask(expression.condition) | mask(expression.then) | mask(expression.otherwise);
    case 'elvis':
      return mask(expression.value) | mask(expression.otherwise);
    case 'call': {
      let found = WRITES | CALLS;
      if (expression.callee.kind === 'pointer') found |= mask(expression.callee.value);
      for (const argument of expression.args) found |= mask(argument);
      return found;
    }
    case 'va-start':
    case 'va-arg':
      return WRITES | mask(expression.list);
    case 'va-copy':
      return WRITES | mask(expression.to) | mask(expression.from);
    case 'alloca':
      return WRITES | mask(expression.bytes);
    case 'statement-expression':
      return (
        WRITES |
        ofStatements(expression.body) |
        (expression.value === null ? 0 : mask(expression.value))
      );
    default:
      return assertNever(expression);
  }
}

function ofPlace(place: Place): number {
  switch (place.kind) {
    case 'local':
    case 'static':
      return 0;
    case 'pointed':
      return mask(place.pointer);
    case 'member':
      return ofPlace(place.base);
    case 'materialized':
      return WRITES | mask(place.value);
    case 'initialized':
      return WRITES | ofInitialization(place.initialization);
    default:
      return assertNever(place);
  }
}

function ofInitialization(initialization: readonly Initialization[]): number {
  let found = 0;
  for (const step of initialization) if (step.kind === 'store') found |= mask(step.value);
  return found;
}

function ofStatements(statements: readonly Statement[]): number {
  let found = 0;
  for (const statement of statements) found |= ofStatement(statement);
  return found;
}

function ofStatement(statement: Statement): number {
  switch (statement.kind) {
    case 'expression':
      return mask(statement.value);
    case 'block':
      return ofStatements(statement.body);
    case 'declare':
      return (
        ofInitialization(statement.initialization) |
        (statement.vlaBytes === null ? 0 : mask(statement.vlaBytes))
      );
    case 'if':
      return (
        mask(statement.condition) |
        ofStatement(statement.then) |
        (statement.otherwise === null ? 0 : ofStatement(statement.otherwise))
      );
    case 'loop':
      return (
        ofStatements(statement.initial) |
        (statement.condition === null ? 0 : mask(statement.condition)) |
        (statement.step === null ? 0 : mask(statement.step)) |
        ofStatement(statement.body)
      );
    case 'switch':
      return mask(statement.value) | ofStatement(statement.body);
    case 'return':
      return statement.value === null ? 0 : mask(statement.value);
    case 'label':
    case 'goto':
    case 'break':
    case 'continue':
      return 0;
    default:
      return assertNever(statement);
  }
}
