/**
 * The tree that check/ makes and generate/ reads: every name resolved, every conversion explicit,
 * every constant folded that must be. Code generation decides nothing about C's rules any more.
 */
import type { Span } from './source';
import type { BitRange, FunctionType, QualifiedType, Type } from './types';

// ---------------------------------------------------------------- objects

/** A variable or function with static storage; one object a linkage name within a translation unit. */
export interface StaticSymbol {
  readonly kind: 'static';
  /**
   * Name in the source; `linkage` tells how it is joined with other units. Not unique among internal
   * ones (block-scope statics). A string literal is internal and named by itself, quotes included.
   */
  readonly name: string;
  linkage: 'external' | 'internal';
  type: QualifiedType;
  readonly span: Span;
  /** Set when this unit defines it (a tentative definition counts). */
  definition: FunctionBody | StaticData | null;
  /** For block-scope statics: the function that has it, for names in figures. */
  readonly owner: string | null;
  readonly threadLocal: boolean;
  /** GNU's `constructor` and `destructor`: run before main, in rising order, and after exit. */
  startup?: FunctionOrder;
  cleanup?: FunctionOrder;
  /** GNU's `weak`: another unit's definition replaces this one. */
  weak?: boolean;
}

/** Lower priorities are constructed earlier and destructed later. */
export type FunctionOrder = number;
/** Of functions that name no priority. */
export const LAST_IN_ORDER: FunctionOrder = 65_535;

export interface LocalVariable {
  readonly kind: 'local';
  readonly name: string;
  type: QualifiedType;
  readonly span: Span;
  readonly parameter: boolean;
  /** Its address is taken or it is volatile: its reads and writes must be separate instructions. */
  addressTaken: boolean;
  /** Innermost block that declares it: a number unique within the function, 0 is the outermost. */
  readonly block: number;
  readonly hidden: boolean;
  /** From _Alignas: more than its type asks for. */
  readonly alignment?: number;
}

/** Bytes of an initialized static object, with addresses to be filled in by the linker. */
export interface StaticData {
  readonly kind: 'data';
  /** Empty when `zero`: `size` tells the object's bytes. */
  readonly bytes: Uint8Array;
  /** At least sizeOf(type); more when a flexible array member is initialized. */
  readonly size: number;
  readonly relocations: readonly Relocation[];
  readonly readOnly: boolean;
  /** All zero and no relocations: goes to bss. */
  readonly zero: boolean;
  readonly alignment: number;
  /** Only tentative definitions (C11 6.9.2) were seen: `int counter;` */
  readonly tentative: boolean;
}

/** The 8 bytes at `offset` are the address of `target` plus `addend`. */
export interface Relocation {
  readonly offset: number;
  readonly target: StaticSymbol;
  readonly addend: number;
}

export interface FunctionBody {
  readonly kind: 'function-body';
  readonly type: FunctionType;
  readonly parameters: readonly LocalVariable[];
  /** All locals of all blocks, parameters left out, hidden ones (temporaries of check/) included. */
  readonly locals: readonly LocalVariable[];
  readonly body: Statement;
  /** alloca() occurs in it: the function's stack pointer moves. */
  readonly allocates: boolean;
  /** Span of the closing brace: where an implicit return happens. */
  readonly end: Span;
  /** The implicit return gives 0 (main). */
  readonly isMain: boolean;
}

export interface TypedUnit {
  /** Everything with static storage that this unit declares and uses or defines, string literals included. */
  readonly symbols: readonly StaticSymbol[];
}

// ---------------------------------------------------------------- expressions

/** `type` is unqualified and never array or function, except in places. Arrays and functions have decayed. */
export type Expression = { readonly type: Type; readonly span: Span } &
  /** Integer, enum or pointer constant; wrapped to its type. */
  (
    | { readonly kind: 'integer-constant'; readonly value: bigint }
    | { readonly kind: 'floating-constant'; readonly value: number }
    /** Value of an object: lvalue conversion (not for records, whose places are used as they are). */
    | { readonly kind: 'load'; readonly place: Place }
    /** A record rvalue that lies somewhere: copy source for assignment, argument, return. */
    | { readonly kind: 'record-value'; readonly place: Place }
    /** Address of a place: `&x`, array decay, string literal. */
    | { readonly kind: 'address-of'; readonly place: Place }
    | { readonly kind: 'function-address'; readonly symbol: StaticSymbol }
    /** Operands already have the operation's type. Shifts: right operand is int or unsigned int after conversion. */
    | {
        readonly kind: 'arithmetic';
        readonly operator: '+' | '-' | '*' | '/' | '%' | '<<' | '>>' | '&' | '^' | '|';
        readonly left: Expression;
        readonly right: Expression;
      }
    /** Both operands of one arithmetic or pointer type; result int 0 or 1. */
    | {
        readonly kind: 'comparison';
        readonly operator: '<' | '>' | '<=' | '>=' | '==' | '!=';
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'negate'; readonly operand: Expression }
    | { readonly kind: 'complement'; readonly operand: Expression }
    /** `!x`: operand any scalar; result int. */
    | { readonly kind: 'not'; readonly operand: Expression }
    | {
        readonly kind: 'logical';
        readonly operator: '&&' | '||';
        readonly left: Expression;
        readonly right: Expression;
      }
    /** pointer + index * elementBytes; index is a 32- or 64-bit integer, sign as its type says. `subtract` for p - i. */
    | {
        readonly kind: 'pointer-offset';
        readonly pointer: Expression;
        readonly index: Expression;
        readonly elementBytes: number;
        readonly subtract: boolean;
      }
    /** (left - right) / elementBytes, type long. */
    | {
        readonly kind: 'pointer-difference';
        readonly left: Expression;
        readonly right: Expression;
        readonly elementBytes: number;
      }
    /** Scalar to scalar (or to void). Value-preserving conversions are present too. */
    | { readonly kind: 'convert'; readonly operand: Expression }
    /** Value already converted to the place's type; result is the new value. Records: byte copy. */
    | { readonly kind: 'assign'; readonly place: Place; readonly value: Expression }
    /**
     * Compound assignment and ++/--: the place is evaluated once, read, combined and written, in that
     * order. `operation` refers to the old value by `old-value` nodes (already converted to what the
     * operation needs); its type is the place's. `result`: which value the expression has.
     */
    | {
        readonly kind: 'update';
        readonly place: Place;
        readonly operation: Expression;
        readonly result: 'old' | 'new';
      }
    /** Only inside `update`: value of its place before the update, of the place's type. */
    | { readonly kind: 'old-value' }
    | {
        readonly kind: 'conditional';
        readonly condition: Expression;
        readonly then: Expression;
        readonly otherwise: Expression;
      }
    /** GNU a ?: b. */
    | { readonly kind: 'elvis'; readonly value: Expression; readonly otherwise: Expression }
    | { readonly kind: 'comma'; readonly left: Expression; readonly right: Expression }
    | {
        readonly kind: 'call';
        readonly callee: Callee;
        readonly args: readonly Expression[];
        /** Arguments from this index on are variadic. */ readonly fixed: number;
      }
    | { readonly kind: 'va-start'; readonly list: Expression; readonly last: LocalVariable | null }
    /** `list` is a pointer to the va_list record. Type as given. */
    | { readonly kind: 'va-arg'; readonly list: Expression }
    | { readonly kind: 'va-copy'; readonly to: Expression; readonly from: Expression }
    | { readonly kind: 'alloca'; readonly bytes: Expression }
    /** GNU ({ ... }): value of the last expression statement, or void. */
    | {
        readonly kind: 'statement-expression';
        readonly body: readonly Statement[];
        readonly value: Expression | null;
      }
  );

export type Callee =
  | { readonly kind: 'direct'; readonly symbol: StaticSymbol }
  | { readonly kind: 'pointer'; readonly value: Expression }
  /** __intrinsic_NAME(...) */
  | { readonly kind: 'intrinsic'; readonly number: number }
  /** __syscall(n, ...) with constant n. */
  | { readonly kind: 'system-call'; readonly number: number };

/** Where an object lies. `type` is the object's type (arrays and records too). */
export type Place = { readonly type: QualifiedType; readonly span: Span } & (
  | { readonly kind: 'local'; readonly variable: LocalVariable }
  | { readonly kind: 'static'; readonly symbol: StaticSymbol }
  | { readonly kind: 'pointed'; readonly pointer: Expression }
  | {
      readonly kind: 'member';
      readonly base: Place;
      readonly offset: number;
      readonly bits?: BitRange;
    }
  /** A record-valued expression (function result, conditional ...) put in a hidden local first. */
  | { readonly kind: 'materialized'; readonly value: Expression; readonly variable: LocalVariable }
  /** Compound literal with automatic storage: the initialization runs, then the place is the variable. */
  | {
      readonly kind: 'initialized';
      readonly variable: LocalVariable;
      readonly initialization: readonly Initialization[];
    }
);

/** One scalar or record store of an automatic object's initializer, in source order. */
export type Initialization =
  /** All bytes zero, before the stores of an initializer that leaves something out. */
  | { readonly kind: 'zero' }
  | {
      readonly kind: 'store';
      readonly offset: number;
      readonly type: QualifiedType;
      readonly bits?: BitRange;
      readonly value: Expression;
    }
  /** char array of `size` bytes from a string literal: its characters, then zeros. */
  | {
      readonly kind: 'bytes';
      readonly offset: number;
      readonly bytes: Uint8Array;
      readonly size: number;
    };

// ---------------------------------------------------------------- statements

export type Statement = { readonly span: Span } & (
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'block'; readonly block: number; readonly body: readonly Statement[] }
  /** A local's declaration is reached. VLA: `bytes` computed and stored; storage is taken from the stack until the block ends. */
  | {
      readonly kind: 'declare';
      readonly variable: LocalVariable;
      readonly initialization: readonly Initialization[];
      readonly vlaBytes: Expression | null;
    }
  | {
      readonly kind: 'if';
      readonly condition: Expression;
      readonly then: Statement;
      readonly otherwise: Statement | null;
    }
  | {
      readonly kind: 'loop';
      readonly form: 'while' | 'do' | 'for';
      readonly initial: readonly Statement[];
      readonly condition: Expression | null;
      readonly step: Expression | null;
      readonly body: Statement;
      /** For scoping `initial`. */ readonly block: number;
    }
  | {
      readonly kind: 'switch';
      readonly value: Expression;
      readonly cases: readonly SwitchCase[];
      readonly defaultLabel: LabelId | null;
      readonly body: Statement;
    }
  /** Target of goto, case and default. */
  | { readonly kind: 'label'; readonly label: LabelId; readonly name: string | null }
  | { readonly kind: 'goto'; readonly label: LabelId }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' }
  | { readonly kind: 'return'; readonly value: Expression | null }
);

/** Values low to high inclusive, in the promoted type of the switch value. */
export interface SwitchCase {
  readonly low: bigint;
  readonly high: bigint;
  readonly label: LabelId;
}

/** Unique within a function. */
export type LabelId = number & { readonly __brand: 'LabelId' };
