/**
 * Which locals may be read before they were assigned, and where. A local declared without a value is
 * followed byte by byte through the function: what every path has written, or has read with a check,
 * is assured, and code generation accesses it directly. A variable with a read, or an address taken,
 * that isn't assured is tracked: the run marks it as unset where it is declared, and the accesses that
 * aren't assured go through checked instructions. Values of conditions aren't followed, and an order
 * of evaluation that C leaves open counts as unknown.
 */
import { assertNever } from '../../abi/assert-never';
import type {
  Expression,
  FunctionBody,
  Initialization,
  LabelId,
  LocalVariable,
  Place,
  Statement,
} from '../typed-tree';
import { AssignedBytes, type Assigned } from './assigned-bytes';
import { constantValue } from './constant';
import { rangeOf, unassignedLocals, type Range } from './unassigned-locals';

export interface Assignedness {
  /** Their storage is marked as unset where their declaration is reached. */
  readonly tracked: ReadonlySet<LocalVariable>;
  /** Whether the access to the tracked local `place` needs no check. */
  isAssured(place: Place): boolean;
}

/** Passes over a function with jumps back before its labels are taken to assure nothing. */
const PASSES_MAX = 8;
/** Functions of the C library that don't return. */
const ENDING = new Set([
  'exit',
  '_exit',
  '_Exit',
  'quick_exit',
  'abort',
  '__assert_fail',
  'longjmp',
]);

export const NOTHING_TRACKED: Assignedness = { tracked: new Set(), isAssured: () => true };

export function assignednessOf(body: FunctionBody): Assignedness {
  const candidates = unassignedLocals(body);
  if (candidates.size === 0) return NOTHING_TRACKED;
  let labels: ReadonlyMap<LabelId, Assigned> = new Map();
  for (let pass = 0; ; pass++) {
    const flow = new AssignmentFlow(candidates, labels, pass === PASSES_MAX);
    flow.statement(body.body);
    if (pass === PASSES_MAX || flow.agrees()) return flow.result();
    labels = flow.jumps;
  }
}

interface Jump {
  /** Where control is after a `break`, and a `continue`: null as long as there was none. */
  left: Assigned | null;
  continued: Assigned | null;
  readonly loop: boolean;
}

class AssignmentFlow {
  /** What is assigned at each `goto`, met. */
  readonly jumps = new Map<LabelId, Assigned>();
  #at: AssignedBytes = AssignedBytes.nothing();
  readonly #tracked = new Set<LocalVariable>();
  readonly #assured = new Map<Place, boolean>();
  readonly #enclosing: Jump[] = [];
  readonly #cases = new Map<LabelId, Assigned>();

  constructor(
    readonly candidates: ReadonlySet<LocalVariable>,
    readonly labels: ReadonlyMap<LabelId, Assigned>,
    /** Labels assure nothing. */
    readonly pessimistic: boolean,
  ) {}

  /** Whether the jumps found are those that the labels counted on. */
  agrees(): boolean {
    for (const [label, jump] of this.jumps) {
      if (!AssignedBytes.same(jump, this.labels.get(label) ?? null)) return false;
    }
    return true;
  }

  result(): Assignedness {
    const assured = this.#assured;
    return { tracked: this.#tracked, isAssured: (place) => assured.get(place) === true };
  }

  statement(s: Statement): void {
    switch (s.kind) {
      case 'expression':
        return this.#evaluate(s.value);
      case 'block':
        return s.body.forEach((one) => this.statement(one));
      case 'declare':
        if (s.vlaBytes !== null) this.#evaluate(s.vlaBytes);
        this.#at.forget(s.variable);
        return this.#initialization(s.initialization);
      case 'if': {
        const [yes, no] = this.#condition(s.condition);
        this.#at.set(yes);
        this.statement(s.then);
        const after = this.#at.get();
        this.#at.set(no);
        if (s.otherwise !== null) this.statement(s.otherwise);
        this.#at.meet(after);
        return;
      }
      case 'loop':
        return this.#loop(s);
      case 'switch':
        return this.#switch(s);
      case 'label':
        if (s.name === null) this.#at.meet(this.#cases.get(s.label) ?? null);
        else if (this.pessimistic) this.#at.set(AssignedBytes.nothing().get());
        else {
          this.#at.meet(this.labels.get(s.label) ?? null);
          this.#at.meet(this.jumps.get(s.label) ?? null);
        }
        return;
      case 'goto': {
        const jump = AssignedBytes.of(this.jumps.get(s.label) ?? null);
        jump.meet(this.#at.get());
        this.jumps.set(s.label, jump.get());
        this.#at.set(null);
        return;
      }
      case 'break':
      case 'continue':
        this.#leave(s.kind === 'continue');
        return this.#at.set(null);
      case 'return':
        if (s.value !== null) this.#evaluate(s.value);
        return this.#at.set(null);
      default:
        return assertNever(s);
    }
  }

  #leave(continues: boolean): void {
    const target = this.#enclosing.findLast((one) => one.loop || !continues);
    if (target === undefined) return;
    const met = AssignedBytes.of(continues ? target.continued : target.left);
    met.meet(this.#at.get());
    if (continues) target.continued = met.get();
    else target.left = met.get();
  }

  /** What holds at its head from the first turn on: later turns have assigned more. */
  #loop(s: Extract<Statement, { kind: 'loop' }>): void {
    s.initial.forEach((one) => this.statement(one));
    const own: Jump = { left: null, continued: null, loop: true };
    let over: Assigned = null;
    const test = (): void => {
      if (s.condition === null) return;
      const [yes, no] = this.#condition(s.condition);
      const met = AssignedBytes.of(over);
      met.meet(no);
      over = met.get();
      this.#at.set(yes);
    };
    if (s.form !== 'do') test();
    this.#enclosing.push(own);
    this.statement(s.body);
    this.#enclosing.pop();
    this.#at.meet(own.continued);
    if (s.step !== null) this.#evaluate(s.step);
    if (s.form === 'do') test();
    this.#at.set(over);
    this.#at.meet(own.left);
  }

  #switch(s: Extract<Statement, { kind: 'switch' }>): void {
    this.#evaluate(s.value);
    const entry = this.#at.get();
    for (const { label } of s.cases) this.#cases.set(label, entry);
    if (s.defaultLabel !== null) this.#cases.set(s.defaultLabel, entry);
    const own: Jump = { left: null, continued: null, loop: false };
    this.#enclosing.push(own);
    this.#at.set(null);
    this.statement(s.body);
    this.#enclosing.pop();
    this.#at.meet(own.left);
    if (s.defaultLabel === null) this.#at.meet(entry);
  }

  /** What is assigned where the condition is true, and where it is false. */
  #condition(e: Expression): readonly [Assigned, Assigned] {
    const constant = constantValue(e);
    if (constant !== null) {
      const at = this.#at.get();
      return constant === 0n ? [null, at] : [at, null];
    }
    if (e.kind === 'not') {
      const [yes, no] = this.#condition(e.operand);
      return [no, yes];
    }
    if (e.kind === 'logical') {
      const [yes, no] = this.#condition(e.left);
      this.#at.set(e.operator === '&&' ? yes : no);
      const [rightYes, rightNo] = this.#condition(e.right);
      const met = AssignedBytes.of(e.operator === '&&' ? no : yes);
      met.meet(e.operator === '&&' ? rightNo : rightYes);
      return e.operator === '&&' ? [rightYes, met.get()] : [met.get(), rightNo];
    }
    this.#evaluate(e);
    const at = this.#at.get();
    return [at, at];
  }

  /** All of them, in an order that nobody knows: each counts on what was assigned before. */
  #unordered(...parts: (() => void)[]): void {
    const before = this.#at.get();
    const after = AssignedBytes.of(before);
    for (const part of parts) {
      this.#at.set(before);
      part();
      after.join(this.#at.get());
    }
    this.#at.set(after.get());
  }

  #initialization(steps: readonly Initialization[]): void {
    for (const step of steps) if (step.kind === 'store') this.#evaluate(step.value);
  }

  /** Everything that finding the place evaluates. */
  #place(place: Place): void {
    switch (place.kind) {
      case 'local':
      case 'static':
        return;
      case 'member':
        return this.#place(place.base);
      case 'pointed':
        return this.#evaluate(place.pointer);
      case 'materialized':
        return this.#evaluate(place.value);
      case 'initialized':
        return this.#initialization(place.initialization);
      default:
        return assertNever(place);
    }
  }

  /** Notes whether the access at hand needs no check; true if so. */
  #access({ variable, root, offset, bytes }: Range, reads: boolean): boolean {
    const assured = this.#at.has(variable, offset, bytes);
    this.#assured.set(root, assured && this.#assured.get(root) !== false);
    if (reads && !assured) this.#tracked.add(variable);
    return assured;
  }

  #read(place: Place): void {
    this.#place(place);
    const range = rangeOf(place, this.candidates);
    if (range === null) return;
    this.#access(range, true);
    // A checked read that found no value was reported: it has one from then on.
    if (place.type.type.kind !== 'record') this.#at.add(range.variable, range.offset, range.bytes);
  }

  #write(place: Place, whole: boolean): void {
    const range = rangeOf(place, this.candidates);
    if (range === null) return;
    this.#access(range, place.kind === 'member' && place.bits !== undefined);
    if (whole) this.#at.add(range.variable, range.offset, range.bytes);
  }

  #evaluate(e: Expression): void {
    switch (e.kind) {
      case 'integer-constant':
      case 'floating-constant':
      case 'function-address':
      case 'old-value':
        return;
      case 'load':
      case 'record-value':
        return this.#read(e.place);
      case 'address-of': {
        this.#place(e.place);
        const range = rangeOf(e.place, this.candidates);
        if (range !== null && !this.#at.has(range.variable, range.offset, range.bytes)) {
          this.#tracked.add(range.variable);
        }
        return;
      }
      case 'arithmetic':
      case 'comparison':
      case 'pointer-difference':
        return this.#unordered(
          () => this.#evaluate(e.left),
          () => this.#evaluate(e.right),
        );
      case 'pointer-offset':
        return this.#unordered(
          () => this.#evaluate(e.pointer),
          () => this.#evaluate(e.index),
        );
      case 'comma':
        this.#evaluate(e.left);
        return this.#evaluate(e.right);
      case 'logical':
      case 'not': {
        const [yes, no] = this.#condition(e);
        this.#at.set(yes);
        return this.#at.meet(no);
      }
      case 'convert':
      case 'negate':
      case 'complement':
        return this.#evaluate(e.operand);
      case 'assign':
        this.#unordered(
          () => this.#place(e.place),
          () => this.#evaluate(e.value),
        );
        return this.#write(e.place, this.#isWhole(e.value));
      case 'update':
        this.#unordered(
          () => this.#read(e.place),
          () => this.#evaluate(e.operation),
        );
        return this.#write(e.place, true);
      case 'conditional': {
        const [yes, no] = this.#condition(e.condition);
        this.#at.set(yes);
        this.#evaluate(e.then);
        const after = this.#at.get();
        this.#at.set(no);
        this.#evaluate(e.otherwise);
        return this.#at.meet(after);
      }
      case 'elvis': {
        this.#evaluate(e.value);
        const after = this.#at.get();
        this.#evaluate(e.otherwise);
        return this.#at.set(after);
      }
      case 'call': {
        const { callee } = e;
        this.#unordered(
          () => {
            if (callee.kind === 'pointer') this.#evaluate(callee.value);
          },
          ...e.args.map((argument) => () => this.#evaluate(argument)),
        );
        if (callee.kind === 'direct' && ENDING.has(callee.symbol.name)) this.#at.set(null);
        return;
      }
      case 'va-start':
      case 'va-arg':
        return this.#evaluate(e.list);
      case 'va-copy':
        return this.#unordered(
          () => this.#evaluate(e.to),
          () => this.#evaluate(e.from),
        );
      case 'alloca':
        return this.#evaluate(e.bytes);
      case 'statement-expression':
        e.body.forEach((one) => this.statement(one));
        if (e.value !== null) this.#evaluate(e.value);
        return;
      default:
        return assertNever(e);
    }
  }

  /** False for a record that may have bytes without a value. */
  #isWhole(value: Expression): boolean {
    if (value.type.kind !== 'record') return true;
    if (value.kind !== 'record-value' && value.kind !== 'load') return value.kind === 'call';
    const { place } = value;
    if (place.kind === 'static') return true;
    const range = rangeOf(place, this.candidates);
    return range !== null && this.#at.has(range.variable, range.offset, range.bytes);
  }
}
