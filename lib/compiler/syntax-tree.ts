/**
 * The tree that the parser makes: C11's grammar (6.5 to 6.9), nothing resolved. The parser only knows
 * which identifiers are typedef names. Types and meaning are found by check/, which makes the typed
 * tree. Where the source is wrong the parser reports it, recovers, and leaves an `error` node that
 * later stages pass over in silence.
 */
import type { Span } from './source';

export interface Identifier {
  readonly name: string;
  readonly span: Span;
}

// ---------------------------------------------------------------- expressions

export type BinaryOperator =
  | '*'
  | '/'
  | '%'
  | '+'
  | '-'
  | '<<'
  | '>>'
  | '<'
  | '>'
  | '<='
  | '>='
  | '=='
  | '!='
  | '&'
  | '^'
  | '|'
  | '&&'
  | '||';

export type AssignmentOperator =
  '=' | '*=' | '/=' | '%=' | '+=' | '-=' | '<<=' | '>>=' | '&=' | '^=' | '|=';

export type UnaryOperator = '&' | '*' | '+' | '-' | '~' | '!';

export type SyntaxExpression = { readonly span: Span } & (
  | { readonly kind: 'error' }
  | { readonly kind: 'name'; readonly name: string }
  /** Value exact; `suffix` in lower case, e.g. "ul"; decimal matters for the type (6.4.4.1). */
  | {
      readonly kind: 'integer';
      readonly value: bigint;
      readonly suffix: string;
      readonly decimal: boolean;
    }
  | { readonly kind: 'floating'; readonly value: number; readonly suffix: '' | 'f' | 'l' }
  | { readonly kind: 'character'; readonly value: number; readonly prefix: '' | 'L' | 'u' | 'U' }
  /** Adjacent literals already joined; bytes are UTF-8 without the terminating zero (prefix '' or u8), code points otherwise. */
  | {
      readonly kind: 'string';
      readonly units: readonly number[];
      readonly prefix: '' | 'u8' | 'L' | 'u' | 'U';
    }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: SyntaxExpression }
  | {
      readonly kind: 'step';
      readonly operator: '++' | '--';
      readonly prefix: boolean;
      readonly operand: SyntaxExpression;
    }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly operatorSpan: Span;
      readonly left: SyntaxExpression;
      readonly right: SyntaxExpression;
      readonly parenthesized?: boolean;
    }
  | {
      readonly kind: 'assignment';
      readonly operator: AssignmentOperator;
      readonly operatorSpan: Span;
      readonly left: SyntaxExpression;
      readonly right: SyntaxExpression;
      readonly parenthesized?: boolean;
    }
  /** `then` is null for GNU's `a ?: b`. */
  | {
      readonly kind: 'conditional';
      readonly condition: SyntaxExpression;
      readonly then: SyntaxExpression | null;
      readonly otherwise: SyntaxExpression;
    }
  | { readonly kind: 'comma'; readonly left: SyntaxExpression; readonly right: SyntaxExpression }
  | {
      readonly kind: 'call';
      readonly callee: SyntaxExpression;
      readonly args: readonly SyntaxExpression[];
    }
  | { readonly kind: 'index'; readonly base: SyntaxExpression; readonly index: SyntaxExpression }
  | {
      readonly kind: 'member';
      readonly base: SyntaxExpression;
      readonly arrow: boolean;
      readonly member: Identifier;
    }
  | { readonly kind: 'cast'; readonly type: TypeName; readonly operand: SyntaxExpression }
  | {
      readonly kind: 'compound-literal';
      readonly type: TypeName;
      readonly initializer: SyntaxInitializer;
    }
  | { readonly kind: 'sizeof-expression'; readonly operand: SyntaxExpression }
  | { readonly kind: 'sizeof-type'; readonly type: TypeName }
  /** GNU's `_Alignof expression` asks about the object. */
  | { readonly kind: 'alignof'; readonly of: TypeName | SyntaxExpression }
  /** <stdarg.h>: __builtin_va_arg(list, type); va_start and va_end are calls of __builtin_va_start/_end/_copy. */
  | { readonly kind: 'va-arg'; readonly list: SyntaxExpression; readonly type: TypeName }
  /** GNU's `&&label`. */
  | { readonly kind: 'label-address'; readonly label: Identifier }
  | { readonly kind: 'types-compatible'; readonly left: TypeName; readonly right: TypeName }
  | { readonly kind: 'offsetof'; readonly type: TypeName; readonly path: readonly OffsetofStep[] }
  | {
      readonly kind: 'generic';
      readonly control: SyntaxExpression;
      readonly associations: readonly {
        readonly type: TypeName | null;
        readonly value: SyntaxExpression;
      }[];
    }
  | {
      readonly kind: 'statement-expression';
      readonly body: Extract<SyntaxStatement, { kind: 'block' }>;
    }
);

export type OffsetofStep =
  | { readonly kind: 'member'; readonly member: Identifier }
  | { readonly kind: 'index'; readonly index: SyntaxExpression };

// ---------------------------------------------------------------- declarations

export type StorageClass = 'typedef' | 'extern' | 'static' | 'auto' | 'register' | '_Thread_local';

export interface Specifiers {
  readonly span: Span;
  readonly storage: readonly { readonly name: StorageClass; readonly span: Span }[];
  readonly qualifiers: Qualifiers;
  readonly inline: boolean;
  readonly attributes: readonly Attribute[];
  readonly type: TypeSpecifier;
}

/** What changes a declaration's meaning: `_Noreturn`, `_Alignas`, and those of GNU's attributes that do. */
export type Attribute = { readonly span: Span } & (
  | { readonly kind: 'noreturn' | 'packed' | 'weak' }
  /** `value` null: the largest alignment of the machine. `_Alignas` (not GNU's word) can't ask for less. */
  | {
      readonly kind: 'aligned';
      readonly value: SyntaxExpression | TypeName | null;
      readonly standard: boolean;
    }
  /** `#pragma pack(bytes)` was in force where the record began. */
  | { readonly kind: 'pack'; readonly bytes: number }
  | {
      readonly kind: 'constructor' | 'destructor';
      readonly priority: SyntaxExpression | null;
    }
);

export interface Qualifiers {
  readonly const: boolean;
  readonly volatile: boolean;
  readonly restrict: boolean;
  readonly atomic: boolean;
}

export type TypeSpecifier = { readonly span: Span } &
  /** Words in source order, e.g. ["unsigned", "long"]; combinations are judged by check/. */
  (
    | { readonly kind: 'words'; readonly words: readonly string[] }
    | { readonly kind: 'typedef-name'; readonly name: string }
    | {
        readonly kind: 'record';
        readonly union: boolean;
        readonly tag: Identifier | null;
        readonly members: readonly MemberDeclaration[] | null;
        readonly attributes: readonly Attribute[];
      }
    | {
        readonly kind: 'enum';
        readonly tag: Identifier | null;
        readonly constants:
          readonly { readonly name: Identifier; readonly value: SyntaxExpression | null }[] | null;
      }
    | { readonly kind: 'typeof-expression'; readonly operand: SyntaxExpression }
    | { readonly kind: 'typeof-type'; readonly type: TypeName }
    /** No type specifier was written (implicit int is an error in C11) or it could not be read. */
    | { readonly kind: 'none' }
  );

export type MemberDeclaration =
  | {
      readonly kind: 'members';
      readonly span: Span;
      readonly specifiers: Specifiers;
      readonly declarators: readonly {
        readonly declarator: Declarator;
        readonly width: SyntaxExpression | null;
      }[];
    }
  | { readonly kind: 'static-assert'; readonly assertion: StaticAssert };

/** Inside out, as C reads: `int *a[3]` is name a, array of 3, pointer. Outermost derivation last. */
export interface Declarator {
  readonly span: Span;
  /** null in an abstract declarator. */
  readonly name: Identifier | null;
  readonly derivations: readonly Derivation[];
  readonly attributes?: readonly Attribute[];
}

/** Applied from last to first onto the specifier's type; the first is what the name itself is. */
export type Derivation =
  | { readonly kind: 'pointer'; readonly qualifiers: Qualifiers; readonly span: Span }
  | {
      readonly kind: 'array';
      readonly size: SyntaxExpression | null;
      readonly star: boolean;
      readonly qualifiers: Qualifiers;
      readonly span: Span;
    }
  | {
      readonly kind: 'function';
      readonly parameters: readonly ParameterDeclaration[];
      readonly variadic: boolean;
      /** `()`: no prototype. */ readonly unspecified: boolean;
      readonly span: Span;
    };

export interface ParameterDeclaration {
  readonly span: Span;
  readonly specifiers: Specifiers;
  readonly declarator: Declarator;
}

export interface TypeName {
  readonly kind: 'type-name';
  readonly span: Span;
  readonly specifiers: Specifiers;
  readonly declarator: Declarator;
}

export type SyntaxInitializer = { readonly span: Span } & (
  | { readonly kind: 'expression'; readonly value: SyntaxExpression }
  | {
      readonly kind: 'list';
      readonly items: readonly {
        readonly designators: readonly Designator[];
        readonly value: SyntaxInitializer;
      }[];
    }
);

export type Designator =
  | { readonly kind: 'member'; readonly member: Identifier }
  /** `last` for GNU's [1 ... 3]. */
  | {
      readonly kind: 'index';
      readonly index: SyntaxExpression;
      readonly last: SyntaxExpression | null;
      readonly span: Span;
    };

export interface StaticAssert {
  readonly span: Span;
  readonly condition: SyntaxExpression;
  readonly message: string | null;
}

export interface SyntaxDeclaration {
  readonly kind: 'declaration';
  readonly span: Span;
  readonly specifiers: Specifiers;
  readonly declarators: readonly {
    readonly declarator: Declarator;
    readonly initializer: SyntaxInitializer | null;
  }[];
}

export interface FunctionDefinition {
  readonly kind: 'function';
  readonly span: Span;
  readonly specifiers: Specifiers;
  readonly declarator: Declarator;
  readonly body: Extract<SyntaxStatement, { kind: 'block' }>;
}

export type ExternalDeclaration =
  | FunctionDefinition
  | SyntaxDeclaration
  | { readonly kind: 'static-assert'; readonly span: Span; readonly assertion: StaticAssert };

export interface TranslationUnit {
  readonly declarations: readonly ExternalDeclaration[];
}

// ---------------------------------------------------------------- statements

export type SyntaxStatement = { readonly span: Span } & (
  | { readonly kind: 'error' }
  | { readonly kind: 'expression'; readonly value: SyntaxExpression }
  | { readonly kind: 'empty' }
  /** `end` is the span of the closing brace. */
  | { readonly kind: 'block'; readonly items: readonly BlockItem[]; readonly end: Span }
  | {
      readonly kind: 'if';
      readonly condition: SyntaxExpression;
      readonly then: SyntaxStatement;
      readonly otherwise: SyntaxStatement | null;
    }
  | { readonly kind: 'while'; readonly condition: SyntaxExpression; readonly body: SyntaxStatement }
  | { readonly kind: 'do'; readonly body: SyntaxStatement; readonly condition: SyntaxExpression }
  | {
      readonly kind: 'for';
      readonly initial: SyntaxDeclaration | SyntaxExpression | null;
      readonly condition: SyntaxExpression | null;
      readonly step: SyntaxExpression | null;
      readonly body: SyntaxStatement;
    }
  | { readonly kind: 'switch'; readonly value: SyntaxExpression; readonly body: SyntaxStatement }
  /** `last` for GNU's case ranges. */
  | {
      readonly kind: 'case';
      readonly value: SyntaxExpression;
      readonly last: SyntaxExpression | null;
      readonly body: SyntaxStatement;
    }
  | { readonly kind: 'default'; readonly body: SyntaxStatement }
  | { readonly kind: 'label'; readonly label: Identifier; readonly body: SyntaxStatement }
  | { readonly kind: 'goto'; readonly label: Identifier }
  /** GNU's `goto *address;` */
  | { readonly kind: 'computed-goto'; readonly value: SyntaxExpression }
  /** GNU's `__label__ names;`: these belong to the block. */
  | { readonly kind: 'local-labels'; readonly labels: readonly Identifier[] }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' }
  | { readonly kind: 'return'; readonly value: SyntaxExpression | null }
);

export type BlockItem =
  | SyntaxStatement
  | SyntaxDeclaration
  | { readonly kind: 'static-assert'; readonly span: Span; readonly assertion: StaticAssert };
