/**
 * What the parts of code generation share while one function is generated. The parts call each other
 * through this interface, so that expressions, conditions, calls and statements stand in own files.
 */
import type { LinkName } from '../object-module';
import type {
  Expression,
  Initialization,
  LabelId,
  LocalVariable,
  Statement,
  StaticSymbol,
} from '../typed-tree';
import type { Address } from './address';
import type { Assignedness } from './definite-assignment';
import type { Emitter, Label, Slot } from './emitter';
import type { Frame } from './frame';
import type { KeptValues } from './kept-values';

export interface FunctionContext {
  readonly code: Emitter;
  readonly frame: Frame;
  /** ALLOCA moves the stack pointer: the outgoing area is reached through SARG and GRES. */
  readonly dynamicStack: boolean;
  readonly unit: UnitContext;
  readonly assignedness: Assignedness;
  /** The value that `old-value` stands for: innermost update. */
  oldValue: Slot;
  /** A part of the expression at hand that was evaluated ahead of its turn. */
  ahead: { readonly expression: Expression; readonly slot: Slot } | null;
  /**
   * The value being computed goes straight to an object in memory: no operand may be one, or a single
   * instruction would read and write memory, and nothing could come between.
   */
  eager: boolean;
  /** Loops around the code at hand. */
  loopDepth: number;
  readonly kept: KeptValues;
  /** Variable-length arrays in scope, outermost first: slots that hold the stack pointer before each. */
  readonly stackSaves: Slot[];

  /**
   * Evaluates; the value is in `wanted` if one is given, otherwise in the slot returned. That may be
   * a local that is an operand, or outgoing slot 0 after a call: valid until the next call.
   * `wanted` is written last, after everything was read, so it may be a local that occurs inside.
   */
  value(expression: Expression, wanted?: Slot | null): Slot;
  /**
   * As `value`, but may also answer with the slot of a local in memory, whose value can change
   * before it is read: only where nothing is evaluated in between.
   */
  operand(expression: Expression): Slot;
  /** Evaluates for its side effects. */
  effect(expression: Expression): void;
  /** Jumps to the label if the truth of the condition is `sense`, else falls through. */
  jumpIf(condition: Expression, label: Label, sense: boolean): void;
  /** Evaluates a record-valued expression into the object at `to`. */
  recordTo(expression: Expression, to: Address): void;
  initialize(variable: LocalVariable, steps: readonly Initialization[]): void;
  statement(statement: Statement): void;
  statements(statements: readonly Statement[]): void;
  labelOf(label: LabelId): Label;
  enterScope(variable: LocalVariable): void;
}

export interface UnitContext {
  readonly library: boolean;
  linkName(symbol: StaticSymbol): LinkName;
  /** Read-only bytes that code copies from: initializers of local char arrays. */
  constantBytes(bytes: Uint8Array): LinkName;
}
