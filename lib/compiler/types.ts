/**
 * C types, LP64 (System V AMD64 ABI, figure 3.1). Qualified types are wrappers of the same
 * unqualified object; records and enums are compared by identity.
 */

export type IntegerName =
  | '_Bool'
  | 'char'
  | 'signed char'
  | 'unsigned char'
  | 'short'
  | 'unsigned short'
  | 'int'
  | 'unsigned int'
  | 'long'
  | 'unsigned long'
  | 'long long'
  | 'unsigned long long';

export type Type =
  | VoidType
  | IntegerType
  | FloatingType
  | EnumType
  | PointerType
  | ArrayType
  | RecordType
  | FunctionType
  /** Stands where an error was reported; compatible with everything, reported by nobody again. */
  | { readonly kind: 'error' };

export interface TypeQualifiers {
  readonly const: boolean;
  readonly volatile: boolean;
  /** C11 6.7.2.4, 6.7.3. */
  readonly atomic?: true;
}

/** A type with its qualifiers: what objects, members and pointees have. */
export interface QualifiedType extends TypeQualifiers {
  readonly type: Type;
  /** From GNU's `aligned` on a typedef: what is declared with it asks for so much. */
  readonly alignment?: number;
}

export interface VoidType {
  readonly kind: 'void';
}
export interface IntegerType {
  readonly kind: 'integer';
  readonly name: IntegerName;
  readonly bytes: 1 | 2 | 4 | 8;
  readonly signed: boolean;
  /** Conversion rank, C11 6.3.1.1. */
  readonly rank: number;
  /**
   * Only of values: bits of a bit-field wider than int, in which gcc computes. The value lies extended
   * in the 8 bytes of the type.
   */
  readonly width?: number;
}
/** `long double` is a double of 8 bytes here (a decision record says why). */
export interface FloatingType {
  readonly kind: 'floating';
  readonly name: 'float' | 'double' | 'long double';
  readonly bytes: 4 | 8;
}
/** Underlying type: unsigned int unless a constant is negative, as gcc's. */
export interface EnumType {
  readonly kind: 'enum';
  readonly tag: string | null;
  complete: boolean;
  underlying: IntegerType;
  constants: readonly { readonly name: string; readonly value: bigint }[];
}
export interface PointerType {
  readonly kind: 'pointer';
  readonly to: QualifiedType;
}
/** `count` null: incomplete `[]`, or a flexible array member. Variable-length arrays have `length`. */
export interface ArrayType {
  readonly kind: 'array';
  readonly of: QualifiedType;
  readonly count: number | null;
  /** A variable-length array: the hidden local that holds its element count. */
  readonly length?: { readonly variable: unknown };
}
export interface RecordType {
  readonly kind: 'record';
  readonly union: boolean;
  readonly tag: string | null;
  /** The typedef that names it, for messages, if it has no tag. */
  alias?: string;
  /** False until the closing brace. */
  complete: boolean;
  fields: readonly Field[];
  bytes: number;
  alignment: number;
}
export interface BitRange {
  readonly offset: number;
  readonly width: number;
  /** Bytes of the unit that it is reached through, if not those of its type (packed records). */
  readonly unit?: number;
}
export interface Field {
  /** null: unnamed bit-field, or anonymous struct or union whose members are found through it. */
  readonly name: string | null;
  readonly type: QualifiedType;
  /** Bytes from the start of the record. For bit-fields: of the storage unit. */
  readonly offset: number;
  readonly bits?: BitRange;
}
export interface FunctionType {
  readonly kind: 'function';
  readonly result: QualifiedType;
  readonly parameters: readonly QualifiedType[];
  readonly variadic: boolean;
  /** False for `()`: any arguments, default promotions. */
  readonly prototype: boolean;
}
