/** What is known while the body of one function is checked: locals, labels, enclosing statements. */
import type { Span } from '../source';
import type {
  Expression,
  LabelId,
  LocalVariable,
  Statement,
  StaticSymbol,
  SwitchCase,
} from '../typed-tree';
import type { FunctionType, IntegerType } from '../types';

export interface LabelState {
  readonly id: LabelId;
  defined: Span | null;
  used: Span | null;
  /** What `&&label` is worth, once it was written: a number of the function's own. */
  address: number | null;
}

/** `goto *value`: its targets are known when the whole function has been read. */
export interface ComputedGoto {
  readonly cases: SwitchCase[];
  readonly body: Statement[];
  readonly span: Span;
}

export interface SwitchState {
  readonly kind: 'switch';
  /** Promoted type of the switch value; null when that was wrong. */
  readonly type: IntegerType | null;
  readonly cases: SwitchCase[];
  /** Where each value stands; ranges of more than one value apart. */
  readonly values: Map<bigint, { readonly low: bigint; readonly span: Span }>;
  readonly ranges: { readonly low: bigint; readonly high: bigint; readonly span: Span }[];
  defaultLabel: { readonly label: LabelId; readonly span: Span } | null;
}

export class FunctionState {
  /** Set once the declarator was read; only parameters' sizes are checked before. */
  symbol: StaticSymbol | null = null;
  type: FunctionType | null = null;
  parameters: readonly LocalVariable[] = [];
  readonly locals: LocalVariable[] = [];
  readonly labels = new Map<string, LabelState>();
  /** Those that belonged to a block that has ended. */
  readonly localLabels: LabelState[] = [];
  readonly computedGotos: ComputedGoto[] = [];
  addresses = 0;
  /** Innermost last. `continue` looks for a loop, `break` for either. */
  readonly enclosing: ({ readonly kind: 'loop' } | SwitchState)[] = [];
  /** Sizes of variable-length arrays to be computed before the statement at hand. */
  pending: Expression[] = [];
  /** alloca() was called somewhere. */
  allocates = false;
  /** `__func__`, once used. */
  nameSymbol: StaticSymbol | null = null;
  #blocks = 0;
  #labels = 0;

  constructor(readonly name: string) {}

  /** 0 is the function's outermost block. */
  newBlock(): number {
    return this.#blocks++;
  }

  newLabel(): LabelId {
    this.#labels += 1;
    return this.#labels as LabelId;
  }
}
