/**
 * Macro expansion, C11 6.10.3, by hide sets (Prosser's algorithm): every token carries the names that
 * made it, and is not expanded by them again. Substitution of parameters is in substitute.ts.
 *
 * A token that a replacement list gave has the span of the macro's use; arguments keep theirs.
 */
import { assertNever } from '../../abi/assert-never';
import type { Diagnostics } from '../diagnostics';
import { alteredToken, isName, makeToken, type Token } from '../lex/token';
import { spanning, type SourceFile, type Span } from '../source';
import type { Macro } from './macro';
import type { MacroTable } from './macro-table';
import { substitute } from './substitute';

/** Where tokens come from: the file being read, or a list. */
export interface TokenSource {
  /** Goes on giving a token of kind 'end' at its end. */
  next(): Token;
  peek(): Token;
}

/** Tokens that macros may make in one compilation: a macro bomb ends here. */
const EXPANSION_TOKENS_MAX = 500_000;
/** Macro calls within arguments of macro calls. */
const ARGUMENT_DEPTH_MAX = 100;

export interface PresumedPlaces {
  fileName(file: SourceFile): string;
  line(span: Span): number;
  /** 0 in the program's own file. */
  includeLevel(): number;
}

export class Expander {
  readonly macros: MacroTable;
  readonly #diagnostics: Diagnostics;
  readonly #places: PresumedPlaces;
  #made = 0;
  #depth = 0;
  #counter = 0;
  /** No more expansion: a bound was passed and reported. */
  exhausted = false;
  /** Between the parentheses of a macro call. */
  readingCall = false;

  constructor(macros: MacroTable, diagnostics: Diagnostics, places: PresumedPlaces) {
    this.macros = macros;
    this.#diagnostics = diagnostics;
    this.#places = places;
  }

  /** All of a list, expanded as if nothing followed it. */
  expandAll(tokens: readonly Token[], end: Token): Token[] {
    const stream = new ExpansionStream(this, listSource(tokens, end));
    const expanded: Token[] = [];
    for (let token = stream.next(); token.kind !== 'end'; token = stream.next()) {
      if (this.exhausted) break;
      expanded.push(token);
    }
    return expanded;
  }

  /** The replacement of a name, or null if it is to stay. May take an argument list from the stream. */
  replace(name: Token, stream: ExpansionStream): readonly Token[] | null {
    const macro = this.macros.get(name.text);
    if (macro === undefined || this.exhausted || name.hidden?.has(name.text) === true) return null;
    if (macro.dynamic !== null) return [this.#dynamic(macro.dynamic, name)];
    let hidden = name.hidden;
    let use: Span = name;
    let args: readonly (readonly Token[])[] = [];
    if (macro.parameters !== null) {
      if (stream.peekRaw().text !== '(') return null;
      this.readingCall = true;
      const call = this.#argumentList(macro, name, stream);
      this.readingCall = false;
      if (call === null)
        return [alteredToken(name, { kind: 'stray', text: '', problem: { kind: 'reported' } })];
      args = call.args;
      hidden = intersection(hidden, call.close.hidden);
      if (name.madeBy === null && call.close.madeBy === null) use = spanning(name, call.close);
    }
    if (this.#depth >= ARGUMENT_DEPTH_MAX) {
      this.#exhaust(name, 'macro calls are nested too deeply here');
      return [];
    }
    this.#depth += 1;
    const replacement = substitute(macro, {
      name,
      use,
      args,
      hidden: including(hidden, macro.name),
      expand: (tokens) =>
        this.expandAll(tokens, makeToken('end', '', use.file, use.end, use.end, true, false, null)),
      diagnostics: this.#diagnostics,
      exhaust: (message) => this.#exhaust(name, message),
    });
    this.#depth -= 1;
    // Long hide sets, as a chain of macros makes them, cost work too.
    this.#made += replacement.length + 1 + ((hidden?.size ?? 0) >> 3);
    if (this.#madeTooMany(name)) return [];
    return replacement;
  }

  #madeTooMany(name: Token): boolean {
    if (this.#made > EXPANSION_TOKENS_MAX) {
      const tokens = EXPANSION_TOKENS_MAX.toLocaleString('en');
      this.#exhaust(name, `macros make more than ${tokens} tokens of this program`);
    }
    return this.exhausted;
  }

  #exhaust(name: Token, message: string): void {
    if (!this.exhausted) {
      this.#diagnostics.error('macro-expansion-too-large', name, message, {
        hint: `make the macro '${name.text}' smaller, or write a function instead`,
      });
    }
    this.exhausted = true;
  }

  /** The stream stands before '('. null: reported. */
  #argumentList(
    macro: Macro,
    name: Token,
    stream: ExpansionStream,
  ): { readonly args: Token[][]; readonly close: Token } | null {
    const open = stream.nextRaw();
    const parameters = macro.parameters ?? [];
    const args: Token[][] = [];
    let current: Token[] = [];
    let nesting = 0;
    let close: Token;
    for (;;) {
      const token = stream.nextRaw();
      if (token.kind === 'end') {
        this.#diagnostics.error(
          'unterminated-macro-call',
          open,
          `the arguments of macro '${macro.name}' have no closing ')'`,
          { hint: "put ')' after the last argument" },
        );
        this.exhausted = true;
        return null;
      }
      if (token.text === ')' && nesting === 0) {
        close = token;
        break;
      }
      if (token.text === '(') nesting += 1;
      else if (token.text === ')') nesting -= 1;
      const variable = macro.variadic && args.length === parameters.length - 1;
      if (token.text === ',' && nesting === 0 && !variable) {
        args.push(current);
        current = [];
      } else current.push(token);
      // Arguments within arguments are read again at each level.
      this.#made += 1;
      if (this.#madeTooMany(name)) return null;
    }
    args.push(current);
    return this.#countArguments(macro, name, args) ? { args, close } : null;
  }

  #countArguments(macro: Macro, name: Token, args: Token[][]): boolean {
    const wanted = (macro.parameters ?? []).length;
    if (wanted === 0 && args.length === 1 && args[0]?.length === 0) args.pop();
    // C11 wants an argument for `...`; GNU C doesn't.
    if (macro.variadic && args.length === wanted - 1) args.push([]);
    if (args.length === wanted) return true;
    const needs = `${wanted}${macro.variadic ? ' or more' : ''} argument${wanted === 1 ? '' : 's'}`;
    this.#diagnostics.error(
      'macro-argument-count',
      name,
      `macro '${macro.name}' takes ${needs}, but ${args.length} ${args.length === 1 ? 'is' : 'are'} given`,
      {
        hint: `give it ${needs}`,
        related: [{ message: `'${macro.name}' is defined here`, span: macro.origin.definition }],
      },
    );
    return false;
  }

  #dynamic(which: NonNullable<Macro['dynamic']>, name: Token): Token {
    const number = (value: number): Token =>
      alteredToken(name, { kind: 'number', text: String(value) });
    switch (which) {
      case '__LINE__':
        return number(this.#places.line(name));
      case '__COUNTER__':
        return number(this.#counter++);
      case '__INCLUDE_LEVEL__':
        return number(this.#places.includeLevel());
      case '__FILE__':
        return alteredToken(name, {
          kind: 'string',
          text: JSON.stringify(this.#places.fileName(name.file)),
        });
      default:
        return assertNever(which);
    }
  }
}

/** A source of tokens with macros expanded. */
export class ExpansionStream {
  readonly #expander: Expander;
  readonly #source: TokenSource;
  /** To be read again, the next one last. */
  readonly #pending: Token[] = [];

  constructor(expander: Expander, source: TokenSource) {
    this.#expander = expander;
    this.#source = source;
  }

  next(): Token {
    for (;;) {
      const token = this.nextRaw();
      if (!isName(token) || !this.#expander.macros.has(token.text)) return token;
      const replacement = this.#expander.replace(token, this);
      if (replacement === null) return token;
      for (let index = replacement.length - 1; index >= 0; index -= 1) {
        const made = replacement[index];
        if (made !== undefined) this.#pending.push(made);
      }
      // What a dynamic macro gives is no name, so this ends.
    }
  }

  /** The next token as it stands. */
  nextRaw(): Token {
    return this.#pending.pop() ?? this.#source.next();
  }

  peekRaw(): Token {
    return this.#pending[this.#pending.length - 1] ?? this.#source.peek();
  }
}

export function listSource(tokens: readonly Token[], end: Token): TokenSource {
  let at = 0;
  return {
    next: () => tokens[at++] ?? end,
    peek: () => tokens[at] ?? end,
  };
}

type HideSet = ReadonlySet<string> | null;

function including(set: HideSet, name: string): ReadonlySet<string> {
  return set === null ? new Set([name]) : new Set([...set, name]);
}

function intersection(a: HideSet, b: HideSet): HideSet {
  if (a === null || b === null) return null;
  if (a === b) return a;
  const both = [...a].filter((name) => b.has(name));
  return both.length === 0 ? null : new Set(both);
}
