/** What the directives read and change while a program is preprocessed. */
import type { Diagnostics } from '../diagnostics';
import { lex } from '../lex/lex';
import { reportProblem } from '../lex/lexical-problem';
import type { Token } from '../lex/token';
import { positionAt, type SourceFile, type Span } from '../source';
import { Expander, type PresumedPlaces } from './expand';
import type { Macro } from './macro';
import { MacroTable } from './macro-table';
import { type PreparedHeaders, TakenHeaders } from './prepared-headers';

/**
 * Finds a header; null if there is none. Give the same object for the same header each time: its
 * tokens are remembered by it, of the library's headers from one program to the next.
 */
export type Headers = (name: string, from: SourceFile, angled: boolean) => SourceFile | null;

/** An `#if` whose `#endif` has not come yet. */
export interface Conditional {
  /** The directive's name token: `if`, `ifdef` or `ifndef`. */
  readonly opener: Token;
  /** One of its groups was read; `#else` and `#elif` groups are skipped. */
  taken: boolean;
  otherwise: Token | null;
}

/** A file being read. */
export interface OpenFile {
  readonly file: SourceFile;
  readonly tokens: readonly Token[];
  readonly end: Token;
  /** Next token. */
  at: number;
  readonly conditionals: Conditional[];
}

/** `#line`: what the program wants its lines to be called. */
interface Renumbering {
  /** The line after the directive. */
  readonly from: number;
  readonly presumed: number;
  readonly name: string;
}

const libraryTokens = new WeakMap<SourceFile, readonly Token[]>();

export class PreprocessorState implements PresumedPlaces {
  readonly diagnostics: Diagnostics;
  readonly headers: Headers;
  readonly macros: MacroTable;
  readonly taken: TakenHeaders;
  readonly expander: Expander;
  /** The files being read, the innermost one last. */
  readonly open: OpenFile[] = [];
  /** Some token that is not a directive's was given. */
  begun = false;
  /** Files that were read token by token. */
  filesRead = 0;
  /** Files with `#pragma once`. */
  readonly once = new Set<SourceFile>();
  /** `#pragma pack` in force, and those that were pushed. */
  pack: number | null = null;
  readonly packs: (number | null)[] = [];
  /** A bound was passed and reported: there is no use in going on. */
  stopped = false;
  readonly #prepared: PreparedHeaders | null;
  readonly #predefined: ReadonlyMap<string, Macro>;
  readonly #renumberings = new Map<SourceFile, Renumbering>();
  readonly #ownTokens = new Map<SourceFile, readonly Token[]>();

  constructor(
    headers: Headers,
    diagnostics: Diagnostics,
    predefined: ReadonlyMap<string, Macro>,
    prepared: PreparedHeaders | null,
  ) {
    this.headers = headers;
    this.diagnostics = diagnostics;
    this.macros = new MacroTable(() => predefined);
    this.taken = new TakenHeaders(prepared);
    this.#prepared = prepared;
    this.#predefined = predefined;
    this.expander = new Expander(this.macros, diagnostics, this);
  }

  /** A file is read once, however often it is included. */
  tokensOf(file: SourceFile): readonly Token[] {
    const known = file.origin === 'library' ? libraryTokens : this.#ownTokens;
    let tokens = known.get(file);
    if (tokens === undefined) known.set(file, (tokens = lex(file)));
    return tokens;
  }

  /** Takes a header of the library as it was prepared; false: it has to be read. */
  takePrepared(file: SourceFile): boolean {
    const prepared = this.#prepared;
    if (prepared === null || this.begun || this.pack !== null || file.origin !== 'library')
      return false;
    const { list } = this.taken;
    const before = list.length;
    const finds = (name: string, from: SourceFile) => this.headers(name, from, true);
    if (!this.taken.take(file, this.macros.own, finds)) return false;
    if (list.length > before) this.macros.share(() => prepared.macrosAfter(list, this.#predefined));
    return true;
  }

  renumber(file: SourceFile, renumbering: Renumbering): void {
    this.#renumberings.set(file, renumbering);
  }

  fileName(file: SourceFile): string {
    return this.#renumberings.get(file)?.name ?? file.name;
  }

  includeLevel(): number {
    return Math.max(0, this.open.length - 1);
  }

  line(span: Span): number {
    const { line } = positionAt(span.file, span.start);
    const renumbering = this.#renumberings.get(span.file);
    return renumbering === undefined || line < renumbering.from
      ? line
      : line - renumbering.from + renumbering.presumed;
  }
}

/** A directive: `#`, its name, and what follows on its line. */
export interface DirectiveLine {
  readonly hash: Token;
  /** null for the null directive, `#` alone. */
  readonly name: Token | null;
  readonly rest: readonly Token[];
  /** An end token at the end of the line. */
  readonly end: Token;
}

/** Reports what the lexer noted about tokens that are used. */
export function reportProblems(tokens: readonly Token[], diagnostics: Diagnostics): void {
  for (const token of tokens) reportProblem(token, diagnostics);
}
