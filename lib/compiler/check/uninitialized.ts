/**
 * Reads of a local that certainly has no value yet. Only what is sure is reported: a variable counts
 * until any path could have assigned it; one whose address is taken anywhere does not count.
 */
import { assertNever } from '../../abi/assert-never';
import type { Expression, Initialization, LocalVariable, Place, Statement } from '../typed-tree';
import { isScalar } from '../type-operations';
import { AssignedVariables } from './assigned-variables';
import type { Checker } from './checker';
import { declarationText } from './type-text';

export function warnUninitialized(
  checker: Checker,
  body: Statement,
  locals: readonly LocalVariable[],
): void {
  if (locals.some(isCandidate)) new Uninitialized(checker).statement(body);
}

function isCandidate(variable: LocalVariable): boolean {
  return (
    !variable.hidden &&
    !variable.parameter &&
    !variable.addressTaken &&
    isScalar(variable.type.type)
  );
}

class Uninitialized {
  readonly #checker: Checker;
  readonly #assigned = new AssignedVariables();
  /** Variables that no path to here has assigned. */
  #unset = new Set<LocalVariable>();
  /** Loops around, innermost last; a conditional part may run for the first time in a later round. */
  readonly #loops: Statement[] = [];
  readonly #switches: ReadonlySet<LocalVariable>[] = [];

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  statement(statement: Statement): void {
    switch (statement.kind) {
      case 'expression':
        return this.#read(statement.value);
      case 'block':
        for (const one of statement.body) this.statement(one);
        return;
      case 'declare':
        return this.#declare(statement);
      case 'if':
        this.#read(statement.condition);
        return this.#branches(
          () => this.statement(statement.then),
          () => {
            if (statement.otherwise !== null) this.statement(statement.otherwise);
          },
        );
      case 'loop':
        return this.#loop(statement);
      case 'switch': {
        this.#read(statement.value);
        const before = this.#without(this.#assigned.in(statement.body));
        this.#conditional();
        this.#switches.push(before);
        this.#unset = new Set();
        this.statement(statement.body);
        this.#switches.pop();
        this.#unset = new Set(before);
        return;
      }
      case 'label': {
        // A case is reached from the head of its switch; any other label from anywhere.
        const head =
          statement.name === null ? this.#switches[this.#switches.length - 1] : undefined;
        this.#unset = this.#loops.length > 0 ? new Set() : new Set(head);
        return;
      }
      case 'return':
        if (statement.value !== null) this.#read(statement.value);
        this.#unset = new Set();
        return;
      case 'goto':
      case 'break':
      case 'continue':
        this.#unset = new Set();
        return;
      default:
        return assertNever(statement);
    }
  }

  #declare(statement: Extract<Statement, { kind: 'declare' }>): void {
    const { variable, initialization } = statement;
    if (!isCandidate(variable)) return this.#initialization(initialization);
    this.#unset.add(variable);
    this.#initialization(initialization);
    if (initialization.length > 0) this.#unset.delete(variable);
  }

  #initialization(steps: readonly Initialization[]): void {
    for (const step of steps) if (step.kind === 'store') this.#read(step.value);
  }

  #loop(statement: Extract<Statement, { kind: 'loop' }>): void {
    for (const one of statement.initial) this.statement(one);
    // The loop may begin in a later round of an outer one: what that assigns elsewhere may be set.
    const outer = this.#loops[this.#loops.length - 1];
    if (outer !== undefined) this.#unset = this.#without(this.#assigned.outside(statement, outer));
    const assigned = this.#assigned.in(statement);
    const after = this.#without(assigned);
    this.#loops.push(statement);
    if (statement.condition !== null && statement.form !== 'do') this.#read(statement.condition);
    this.statement(statement.body);
    this.#unset = new Set(after);
    if (statement.condition !== null && statement.form === 'do') this.#read(statement.condition);
    if (statement.step !== null) this.#read(statement.step);
    this.#loops.pop();
    this.#unset = after;
  }

  #without(assigned: ReadonlySet<LocalVariable>): Set<LocalVariable> {
    return new Set([...this.#unset].filter((variable) => !assigned.has(variable)));
  }

  /** Within a loop, a part that is not run in every round may see what an earlier round assigned. */
  #conditional(): void {
    for (const loop of this.#loops) this.#unset = this.#without(this.#assigned.in(loop));
  }

  #branches(first: () => void, second: () => void): void {
    this.#conditional();
    const inside = new Set(this.#unset);
    first();
    const afterFirst = this.#unset;
    this.#unset = inside;
    second();
    this.#unset = new Set([...this.#unset].filter((variable) => afterFirst.has(variable)));
  }

  #use(variable: LocalVariable, expression: Expression): void {
    if (!this.#unset.delete(variable) || this.#checker.hasDiagnosticAt(expression.span)) return;
    const pointer = variable.type.type.kind === 'pointer';
    this.#checker.warning(
      'uninitialized',
      expression.span,
      pointer
        ? `'${variable.name}' is used here, but it points nowhere yet: it was given no value`
        : `'${variable.name}' is used here before it was given a value`,
      {
        hint: pointer
          ? `let it point to a variable or to memory from malloc() first`
          : `give it a first value where it is declared: '${declarationText(variable.type, variable.name)} = 0;'`,
        related: [{ message: `'${variable.name}' is declared here`, span: variable.span }],
      },
    );
  }

  #place(place: Place): void {
    switch (place.kind) {
      case 'local':
      case 'static':
        return;
      case 'pointed':
        return this.#read(place.pointer);
      case 'member':
        return this.#place(place.base);
      case 'materialized':
        return this.#read(place.value);
      case 'initialized':
        return this.#initialization(place.initialization);
      default:
        return assertNever(place);
    }
  }

  #assign(place: Place): void {
    if (place.kind === 'local') this.#unset.delete(place.variable);
  }

  /** Evaluates in C's order, as far as that is certain. */
  #read(expression: Expression): void {
    switch (expression.kind) {
      case 'integer-constant':
      case 'floating-constant':
      case 'function-address':
      case 'old-value':
        return;
      case 'load':
        this.#place(expression.place);
        if (expression.place.kind === 'local') this.#use(expression.place.variable, expression);
        return;
      case 'record-value':
      case 'address-of':
        return this.#place(expression.place);
      case 'arithmetic':
      case 'comparison':
      case 'comma':
      case 'pointer-difference':
        this.#read(expression.left);
        return this.#read(expression.right);
      case 'pointer-offset':
        this.#read(expression.pointer);
        return this.#read(expression.index);
      case 'logical':
        this.#read(expression.left);
        return this.#branches(
          () => this.#read(expression.right),
          () => undefined,
        );
      case 'convert':
        // `(void)x;` uses nothing.
        if (expression.type.kind === 'void' && expression.operand.kind === 'load') return;
        return this.#read(expression.operand);
      case 'negate':
      case 'complement':
      case 'not':
        return this.#read(expression.operand);
      case 'assign':
        this.#place(expression.place);
        this.#read(expression.value);
        return this.#assign(expression.place);
      case 'update':
        this.#place(expression.place);
        if (expression.place.kind === 'local') this.#use(expression.place.variable, expression);
        this.#read(expression.operation);
        return this.#assign(expression.place);
      case 'conditional':
        this.#read(expression.condition);
        return this.#branches(
          () => this.#read(expression.then),
          () => this.#read(expression.otherwise),
        );
      case 'elvis':
        this.#read(expression.value);
        return this.#branches(
          () => this.#read(expression.otherwise),
          () => undefined,
        );
      case 'call':
        if (expression.callee.kind === 'pointer') this.#read(expression.callee.value);
        for (const argument of expression.args) this.#read(argument);
        return;
      case 'va-start':
      case 'va-arg':
        return this.#read(expression.list);
      case 'va-copy':
        this.#read(expression.to);
        return this.#read(expression.from);
      case 'alloca':
        return this.#read(expression.bytes);
      case 'statement-expression':
        for (const one of expression.body) this.statement(one);
        if (expression.value !== null) this.#read(expression.value);
        return;
      default:
        return assertNever(expression);
    }
  }
}
