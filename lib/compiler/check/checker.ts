/**
 * What is known while one translation unit is checked. Grammar areas call each other through `rules`
 * (an expression may hold statements, a statement declarations, a declaration expressions), so that
 * the files that implement them form no import cycle.
 */
import type { Diagnostics, DiagnosticMore, Severity } from '../diagnostics';
import { type SourceFile, type Span, positionAt } from '../source';
import type {
  BlockItem,
  Specifiers,
  SyntaxExpression,
  SyntaxInitializer,
  TypeName,
} from '../syntax-tree';
import type {
  Expression,
  Initialization,
  LocalVariable,
  Statement,
  StaticSymbol,
} from '../typed-tree';
import type { FunctionState } from './function-state';
import type { QualifiedType, RecordType, Type } from '../types';
import type { HeaderIndex } from './header-index';
import type { Operand } from './operand';
import { type NameObserver, Scopes, type SharedNames } from './scopes';

/** Where the areas of the grammar meet. check.ts fills it in. */
export interface Rules {
  /** An expression before lvalue conversion. */
  readonly operand: (checker: Checker, expression: SyntaxExpression) => Operand;
  readonly specifiers: (checker: Checker, specifiers: Specifiers) => QualifiedType;
  readonly typeName: (checker: Checker, type: TypeName) => QualifiedType;
  /** `valued`: the last item is the value of a statement expression. */
  readonly blockItems: (
    checker: Checker,
    items: readonly BlockItem[],
    valued: boolean,
  ) => Statement[];
  /** Stores that initialize an automatic object, and its type with the array size completed. */
  readonly automaticInitializer: (
    checker: Checker,
    name: string,
    type: QualifiedType,
    initializer: SyntaxInitializer,
  ) => { readonly type: QualifiedType; readonly initialization: readonly Initialization[] };
  /** Initializes a static object: sets its definition and completes its type. */
  readonly staticInitializer: (
    checker: Checker,
    symbol: StaticSymbol,
    initializer: SyntaxInitializer,
  ) => void;
}

export interface ImplicitUse {
  readonly span: Span;
  /** The header that declares it. */
  readonly header: string | null;
  /** Its declaration, if one follows. */
  later: Span | null;
}

/** What the headers that a unit begins with declare. */
export interface SharedDeclarations extends SharedNames {
  /** Functions that never return. */
  readonly noReturn: ReadonlySet<string>;
}

export const NOTHING_SHARED: SharedDeclarations = {
  names: new Map(),
  tags: new Map(),
  noReturn: new Set(),
};

export class Checker {
  readonly scopes: Scopes;
  /** Every symbol with linkage by name, and those without in order of appearance. */
  readonly linked = new Map<string, StaticSymbol>();
  readonly symbols = new Set<StaticSymbol>();
  readonly strings = new Map<string, StaticSymbol>();
  /** Functions that never return to their caller. */
  readonly noReturn = new Set<StaticSymbol>();
  /** Functions all of whose declarations say `inline` and none `extern`. */
  readonly inlineOnly = new Set<StaticSymbol>();
  /** File-scope objects declared without an initializer and without extern (C11 6.9.2:2). */
  readonly tentative = new Set<StaticSymbol>();
  /** From _Alignas. */
  readonly alignments = new Map<StaticSymbol, number>();
  /** Records whose members are being read. */
  readonly open = new Set<RecordType>();
  /** Functions that were called before any declaration; told at the end, when all is known. */
  readonly implicit = new Map<StaticSymbol, ImplicitUse>();
  /** Parameters that were written as arrays: they are pointers. */
  readonly arrayParameters = new WeakSet<LocalVariable>();
  /** Values of `sizeof` that measured a pointer: its type. */
  readonly pointerSizes = new WeakMap<Expression, Type>();
  /** Names that were reported as undeclared: reported once. */
  readonly undeclared = new Set<string>();
  /** The function whose body is being checked. */
  function: FunctionState | null = null;
  /** How deep the expression and the statement at hand are nested. */
  expressionDepth = 0;
  statementDepth = 0;
  /** Above 0 inside operands that are not evaluated: sizeof, typeof, _Generic's control. */
  unevaluated = 0;

  constructor(
    readonly diagnostics: Diagnostics,
    readonly file: SourceFile,
    readonly headers: HeaderIndex,
    readonly rules: Rules,
    shared: SharedDeclarations,
    readonly observer: NameObserver | null = null,
  ) {
    this.scopes = new Scopes(shared, (symbol) => this.#adopt(symbol, shared), observer);
  }

  /** What a header declared is a symbol of this unit's own as soon as it is named. */
  #adopt(symbol: StaticSymbol, shared: SharedDeclarations): StaticSymbol {
    const own = { ...symbol };
    this.linked.set(own.name, own);
    if (shared.noReturn.has(own.name)) this.noReturn.add(own);
    return own;
  }

  /** The symbol with linkage of this name, if anything declared it. */
  linkedSymbol(name: string): StaticSymbol | undefined {
    const known = this.linked.get(name);
    if (known !== undefined) return known;
    this.scopes.lookupAtFileScope(name);
    return this.linked.get(name);
  }

  error(code: string, span: Span, message: string, more?: DiagnosticMore): void {
    this.diagnostics.error(code, span, message, more);
  }

  warning(code: string, span: Span, message: string, more?: DiagnosticMore): void {
    this.diagnostics.warning(code, span, message, more);
  }

  /** Whether an error was reported within these lines. */
  hasErrorIn({ file, start, end }: Span): boolean {
    const first = positionAt(file, start).line;
    const last = positionAt(file, end).line;
    return this.diagnostics.list.some(
      ({ severity, file: name, line }) =>
        severity === 'error' && name === file.name && line >= first && line <= last,
    );
  }

  /** Whether something was said about this very place. */
  hasDiagnosticAt({ file, start }: Span): boolean {
    const { line, column } = positionAt(file, start);
    return this.diagnostics.list.some(
      (one) => one.file === file.name && one.line === line && one.column === column,
    );
  }

  /** Whether some message told to include a header: one that is missing is one mistake. */
  hasAskedFor(header: string, severity: Severity): boolean {
    return this.diagnostics.list.some(
      (one) =>
        one.hint === includeHint(header) && (severity === 'warning' || one.severity === 'error'),
    );
  }

  /** A symbol is used or defined: the unit must carry it. */
  use(symbol: StaticSymbol): void {
    if (this.unevaluated === 0) this.symbols.add(symbol);
  }

  withoutEvaluation<T>(action: () => T): T {
    this.unevaluated += 1;
    try {
      return action();
    } finally {
      this.unevaluated -= 1;
    }
  }

  /** A local that no name in the source refers to: temporaries, lengths of arrays. */
  hiddenLocal(name: string, type: QualifiedType, span: Span): LocalVariable {
    const variable: LocalVariable = {
      kind: 'local',
      name,
      type,
      span,
      parameter: false,
      addressTaken: false,
      block: Math.max(0, this.scopes.block),
      hidden: true,
    };
    this.function?.locals.push(variable);
    return variable;
  }

  /** Computations that a type with a variable length needs before its first use. */
  defer(computation: Expression): void {
    this.function?.pending.push(computation);
  }

  /** An expression in which such a type is named computes what is needed itself, where it stands. */
  computedInPlace(make: () => Expression): Expression {
    const pending = this.function?.pending ?? [];
    const before = pending.length;
    const value = make();
    return pending
      .splice(before)
      .reduceRight<Expression>(
        (right, left) => ({ kind: 'comma', left, right, type: right.type, span: right.span }),
        value,
      );
  }
}

/** The parser's words for a missing type. */
export function includeHint(header: string): string {
  return `write #include <${header}> at the top of the file`;
}

/** The source text of a span, on one line and not too long: for messages. */
export function textOf(span: Span): string {
  const text = span.file.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  return text.length > 40 ? `${text.slice(0, 37)}...` : text;
}
