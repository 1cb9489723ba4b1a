/** Locals that a statement assigns anywhere inside: what a loop may have set in an earlier round. */
import { assertNever } from '../../abi/assert-never';
import type { Expression, Initialization, LocalVariable, Place, Statement } from '../typed-tree';

/** Remembers what it found: loops around are asked about again at each branch inside. */
export class AssignedVariables {
  readonly #known = new Map<Statement, ReadonlySet<LocalVariable>>();

  in(statement: Statement): ReadonlySet<LocalVariable> {
    let found = this.#known.get(statement);
    if (found === undefined) this.#known.set(statement, (found = assignedIn(statement, null)));
    return found;
  }

  /** `except` is left out. */
  outside(except: Statement, statement: Statement): ReadonlySet<LocalVariable> {
    return assignedIn(statement, except);
  }
}

function assignedIn(statement: Statement, except: Statement | null): Found {
  const found: Found = new Set();
  inStatement(statement, found, except);
  return found;
}

type Found = Set<LocalVariable>;

function inStatement(statement: Statement, found: Found, except: Statement | null): void {
  if (statement === except) return;
  const within = (one: Statement) => inStatement(one, found, except);
  switch (statement.kind) {
    case 'expression':
      return inExpression(statement.value, found);
    case 'block':
      return statement.body.forEach(within);
    case 'declare':
      if (statement.initialization.length > 0) found.add(statement.variable);
      return inInitialization(statement.initialization, found);
    case 'if':
      inExpression(statement.condition, found);
      within(statement.then);
      if (statement.otherwise !== null) within(statement.otherwise);
      return;
    case 'loop':
      statement.initial.forEach(within);
      if (statement.condition !== null) inExpression(statement.condition, found);
      if (statement.step !== null) inExpression(statement.step, found);
      return within(statement.body);
    case 'switch':
      inExpression(statement.value, found);
      return within(statement.body);
    case 'return':
      if (statement.value !== null) inExpression(statement.value, found);
      return;
    case 'label':
    case 'goto':
    case 'break':
    case 'continue':
      return;
    default:
      return assertNever(statement);
  }
}

function inInitialization(steps: readonly Initialization[], found: Found): void {
  for (const step of steps) if (step.kind === 'store') inExpression(step.value, found);
}

function inPlace(place: Place, found: Found): void {
  switch (place.kind) {
    case 'local':
    case 'static':
      return;
    case 'pointed':
      return inExpression(place.pointer, found);
    case 'member':
      return inPlace(place.base, found);
    case 'materialized':
      return inExpression(place.value, found);
    case 'initialized':
      return inInitialization(place.initialization, found);
    default:
      return assertNever(place);
  }
}

function inExpression(expression: Expression, found: Found): void {
  switch (expression.kind) {
    case 'integer-constant':
    case 'floating-constant':
    case 'function-address':
    case 'old-value':
      return;
    case 'load':
    case 'record-value':
    case 'address-of':
      return inPlace(expression.place, found);
    case 'arithmetic':
    case 'comparison':
    case 'comma':
    case 'pointer-difference':
    case 'logical':
      inExpression(expression.left, found);
      return inExpression(expression.right, found);
    case 'pointer-offset':
      inExpression(expression.pointer, found);
      return inExpression(expression.index, found);
    case 'convert':
    case 'negate':
    case 'complement':
    case 'not':
      return inExpression(expression.operand, found);
    case 'assign':
    case 'update':
      if (expression.place.kind === 'local') found.add(expression.place.variable);
      inPlace(expression.place, found);
      return inExpression(
        expression.kind === 'assign' ? expression.value : expression.operation,
        found,
      );
    case 'conditional':
      inExpression(expression.condition, found);
      inExpression(expression.then, found);
      return inExpression(expression.otherwise, found);
    case 'elvis':
      inExpression(expression.value, found);
      return inExpression(expression.otherwise, found);
    case 'call':
      if (expression.callee.kind === 'pointer') inExpression(expression.callee.value, found);
      return expression.args.forEach((argument) => inExpression(argument, found));
    case 'va-start':
    case 'va-arg':
      return inExpression(expression.list, found);
    case 'va-copy':
      inExpression(expression.to, found);
      return inExpression(expression.from, found);
    case 'alloca':
      return inExpression(expression.bytes, found);
    case 'statement-expression':
      expression.body.forEach((one) => inStatement(one, found, null));
      if (expression.value !== null) inExpression(expression.value, found);
      return;
    default:
      return assertNever(expression);
  }
}
