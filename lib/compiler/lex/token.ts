/**
 * Preprocessing tokens, C11 6.4. One shape from the lexer to the parser: the parser takes the text of
 * numbers, characters and strings apart itself (number-constant.ts, text-literal.ts). A token is a
 * span, so it can be given where a place is wanted; trees keep `spanOf(token)`.
 */
import type { SourceFile, Span } from '../source';

/** What can be wrong with a token; reported by `reportProblem` when the token is used. */
export type LexicalProblem =
  | { readonly kind: 'unterminated-string' }
  | { readonly kind: 'unterminated-character' }
  | { readonly kind: 'unterminated-comment' }
  /** “text” or ‘c’: read as if written with ASCII quotes. */
  | { readonly kind: 'typographic-quotes'; readonly ascii: '"' | "'" }
  /** A character that looks like one of C's; the token is the one that it looks like. */
  | { readonly kind: 'lookalike'; readonly character: string; readonly ascii: string }
  | { readonly kind: 'stray-character'; readonly character: string }
  /** In place of a macro call that was wrong: the parser keeps silent about its line. */
  | { readonly kind: 'reported' };

export type TokenKind =
  | 'identifier'
  /** For the preprocessor an identifier like any other. */
  | 'keyword'
  /** A preprocessing number: perhaps no valid constant. */
  | 'number'
  | 'character'
  | 'string'
  | 'punctuator'
  /** A character that begins no token of C. */
  | 'stray'
  | 'end';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** Spelling with line splices removed; digraphs as the punctuators that they stand for. */
  readonly text: string;
  /** First of its line: `#` here begins a directive. */
  readonly startsLine: boolean;
  readonly spaceBefore: boolean;
  /** What is wrong with it, reported by the preprocessor if the token is used and not skipped. */
  readonly problem: LexicalProblem | null;
  /** Macros that must not be expanded here any more (C11 6.10.3.4). */
  readonly hidden: ReadonlySet<string> | null;
  /** The macro whose replacement list it stood in; null for what stands in the source. */
  readonly madeBy: MacroOrigin | null;
  /** On `struct` and `union`: the `#pragma pack` in force. */
  readonly pack?: number;
}

export interface MacroOrigin {
  readonly name: string;
  /** The name in its `#define`. */
  readonly definition: Span;
}

export function spanOf(token: Token): Span {
  return { file: token.file, start: token.start, end: token.end };
}

export function isName(token: Token): boolean {
  return token.kind === 'identifier' || token.kind === 'keyword';
}

/** Tokens are objects of one form, or the engine would read each property in several ways. */
export function makeToken(
  kind: TokenKind,
  text: string,
  file: SourceFile,
  start: number,
  end: number,
  startsLine: boolean,
  spaceBefore: boolean,
  problem: LexicalProblem | null,
): Token {
  return {
    file,
    start,
    end,
    kind,
    text,
    startsLine,
    spaceBefore,
    problem,
    hidden: null,
    madeBy: null,
  };
}

/** A token like another one but for some of its properties. */
export function alteredToken(
  token: Token,
  {
    file = token.file,
    start = token.start,
    end = token.end,
    kind = token.kind,
    text = token.text,
    startsLine = token.startsLine,
    spaceBefore = token.spaceBefore,
    problem = token.problem,
    hidden = token.hidden,
    madeBy = token.madeBy,
  }: Partial<Token>,
): Token {
  const made = { file, start, end, kind, text, startsLine, spaceBefore, problem, hidden, madeBy };
  return token.pack === undefined ? made : { ...made, pack: token.pack };
}
