/**
 * What the functions of the grammar share: the place in the token list, the scopes, and reporting.
 *
 * Recovery: an error that cannot be repaired on the spot sets `failing`. While it is set nothing more is
 * reported and every function returns as soon as it can; a statement, a parenthesized condition or an
 * external declaration then skips to a place where it is clear how to go on (recovery.ts). So one
 * mistake gives one message.
 */
import type { DiagnosticMore, Diagnostics } from '../diagnostics';
import { KEYWORDS } from '../lex/keywords';
import { alteredToken, makeToken, type Token } from '../lex/token';
import { spanning, type SourceFile, type Span } from '../source';
import type {
  Specifiers,
  SyntaxExpression,
  SyntaxInitializer,
  SyntaxStatement,
  TypeName,
} from '../syntax-tree';
import { type FileNames, Scopes } from './scopes';

/** Productions that a lower part of the grammar needs from a higher one. */
export interface Grammar {
  expression(parser: Parser): SyntaxExpression;
  assignmentExpression(parser: Parser): SyntaxExpression;
  conditionalExpression(parser: Parser): SyntaxExpression;
  castExpression(parser: Parser): SyntaxExpression;
  typeName(parser: Parser): TypeName;
  declarationSpecifiers(parser: Parser): Specifiers;
  statement(parser: Parser): SyntaxStatement;
  bracedInitializer(parser: Parser): SyntaxInitializer;
  compoundStatement(parser: Parser): Extract<SyntaxStatement, { kind: 'block' }>;
}

/** Parentheses, blocks, operators that recurse. C11 5.2.4.1 asks for 63 and 127. */
const NESTING_MAX = 256;
/** After so many errors the rest is not read: it would help nobody. */
const REPORTS_MAX = 100;
/** Height of an expression's tree: later stages recurse over it. */
const HEIGHT_MAX = 500;

export class Parser {
  readonly file: SourceFile;
  readonly grammar: Grammar;
  readonly scopes: Scopes;
  /** The next token to be read. */
  token: Token;
  /** The token read last. */
  previous: Token;
  failing = false;
  /** Above 0: errors are consequences of one that was reported. */
  silenced = 0;
  /** The function whose body is being read. */
  enclosing: { readonly name: string; readonly definition: Span } | null = null;
  /** The function whose definition was read last. */
  lastFunction: { readonly name: string; readonly end: Span } | null = null;
  /** The ';' of an `if (...) ;` just read: why an `else` may have no if. */
  emptyIf: Span | null = null;
  /** The '{' of an if statement's body that is about to be read. */
  blockOfIf: Token | null = null;
  /** A block whose closing brace stands in another column than its beginning: perhaps another one's. */
  suspect: { readonly open: Span; readonly close: Span } | null = null;
  /** A '}' is missing, which was reported: all open blocks end here. */
  unwinding = false;
  /** Undeclared names that begin statements -> the keyword nearest to them. */
  readonly nearestKeywords = new Map<string, string | null>();
  readonly #tokens: Token[];
  readonly #end: Token;
  readonly #diagnostics: Diagnostics;
  /** Indices of tokens at which the lexer's errors were reported. */
  readonly #spoiled: ReadonlySet<number>;
  #at = 0;
  #nesting = 0;
  #reported = 0;

  constructor(
    tokens: readonly Token[],
    file: SourceFile,
    diagnostics: Diagnostics,
    grammar: Grammar,
    names: FileNames,
  ) {
    this.scopes = new Scopes(names);
    this.file = file;
    this.grammar = grammar;
    this.#diagnostics = diagnostics;
    const kept: Token[] = [];
    const spoiled = new Set<number>();
    for (const token of tokens) {
      if (token.problem !== null) spoiled.add(kept.length);
      if (token.kind !== 'stray') kept.push(plainSpelling(token));
    }
    this.#tokens = kept;
    this.#spoiled = spoiled;
    const last = kept[kept.length - 1];
    this.#end = last?.kind === 'end' ? last : endOf(file);
    this.token = kept[0] ?? this.#end;
    this.previous = { ...this.#end, start: 0, end: 0 };
  }

  // ------------------------------------------------------------ reading

  get at(): number {
    return this.#at;
  }

  peek(distance: number): Token {
    return this.#tokens[this.#at + distance] ?? this.#end;
  }

  sees(text: string): boolean {
    return this.token.text === text;
  }

  seesAny(texts: ReadonlySet<string>): boolean {
    return texts.has(this.token.text);
  }

  /** `failing`, read anew. */
  failed(): boolean {
    return this.failing;
  }

  /** `unwinding`, read anew. */
  closesAll(): boolean {
    return this.unwinding;
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  take(): Token {
    const taken = this.token;
    if (taken.kind !== 'end') {
      this.#at += 1;
      this.previous = taken;
      this.token = this.#tokens[this.#at] ?? this.#end;
    }
    return taken;
  }

  takeIf(text: string): Token | null {
    return this.token.text === text ? this.take() : null;
  }

  /** Reads the next token (or one further on) as another one: a misspelt keyword as what was meant. */
  replace(text: string, kind: Token['kind'], distance = 0): void {
    const index = this.#at + distance;
    const token = this.#tokens[index];
    if (token === undefined || token.kind === 'end') return;
    const replaced = alteredToken(token, { text, kind });
    this.#tokens[index] = replaced;
    if (distance === 0) this.token = replaced;
  }

  /** From the first token of something to the last one read. */
  spanFrom(first: Span): Span {
    return spanning(first, this.previous.end < first.start ? first : this.previous);
  }

  // ------------------------------------------------------------ reporting

  /** Right behind the token read last: where something is missing. */
  get afterPrevious(): Span {
    const { file, end } = this.previous;
    return { file, start: end, end: end + 1 };
  }

  /** Reports an error from which parsing goes on right here. */
  report(code: string, place: Span, message: string, more: DiagnosticMore = {}): void {
    if (this.#silent()) return;
    this.#diagnostics.error(code, place, message, this.#withMacro(more));
    this.#reported += 1;
    if (this.#reported >= REPORTS_MAX) this.#stop();
  }

  warn(code: string, place: Span, message: string, more: DiagnosticMore = {}): void {
    if (this.#silent()) return;
    this.#diagnostics.warning(code, place, message, more);
  }

  /** Reports an error after which the rest of the statement makes no sense. */
  fail(code: string, place: Span, message: string, more: DiagnosticMore = {}): void {
    this.report(code, place, message, more);
    this.failing = true;
  }

  /** For the literals' own readers. */
  get diagnostics(): Diagnostics {
    return this.#diagnostics;
  }

  #silent(): boolean {
    return this.failing || this.silenced > 0 || this.#lineIsSpoiled();
  }

  /** Whether the lexer complained about the line of the next or of the last token. */
  #lineIsSpoiled(): boolean {
    if (this.#spoiled.size === 0) return false;
    const LINE_TOKENS_MAX = 200;
    for (let index = this.#at, steps = 0; steps < LINE_TOKENS_MAX; index -= 1, steps += 1) {
      if (index < 0) break;
      if (this.#spoiled.has(index)) return true;
      if (index < this.#at && this.#tokens[index]?.startsLine === true) break;
    }
    for (let index = this.#at + 1, steps = 0; steps < LINE_TOKENS_MAX; index += 1, steps += 1) {
      const token = this.#tokens[index];
      if (token === undefined || token.startsLine) break;
      if (this.#spoiled.has(index)) return true;
    }
    return false;
  }

  /** If the next token comes from a macro, says where that is defined. */
  #withMacro(more: DiagnosticMore): DiagnosticMore {
    const made = this.token.madeBy ?? null;
    if (made === null) return more;
    const note = {
      message: `in the replacement text of macro '${made.name}'`,
      span: made.definition,
    };
    return { ...more, related: [...(more.related ?? []), note] };
  }

  // ------------------------------------------------------------ bounds

  /** Before each recursion; false: too deep, reported, nothing is left to be read. */
  enter(): boolean {
    if (this.#nesting >= NESTING_MAX) {
      this.giveUp(`this is nested more than ${NESTING_MAX} levels deep`);
      return false;
    }
    this.#nesting += 1;
    return true;
  }

  leave(): void {
    this.#nesting -= 1;
  }

  /** Height of the tree of the expression read last, but for what `enter` counts. */
  height = 0;
  #highest = 0;

  setHeight(height: number): void {
    this.height = height;
    if (height > this.#highest) this.#highest = height;
    if (height > HEIGHT_MAX)
      this.giveUp(`this expression has more than ${HEIGHT_MAX} operators in a row`);
  }

  /** Before the parts of an expression whose heights are not looked at one by one. */
  beginParts(): number {
    const outer = this.#highest;
    this.#highest = 0;
    return outer;
  }

  endParts(outer: number, own: number): void {
    const height = Math.max(this.#highest, own) + 1;
    this.#highest = outer;
    this.setHeight(height);
  }

  /** Something is longer than later stages can stand; nothing is left to be read. */
  giveUp(message: string): void {
    this.report('too-complex', this.token, message, { hint: 'split it into smaller parts' });
    this.#stop();
  }

  /** Nothing more is read or reported. */
  #stop(): void {
    this.failing = true;
    this.silenced += 1;
    this.#at = this.#tokens.length;
    this.token = this.#end;
  }
}

/** GNU's spellings of keywords are for the preprocessor only. */
function plainSpelling(token: Token): Token {
  if (token.kind !== 'keyword') return token;
  const plain = KEYWORDS.get(token.text);
  return plain === undefined || plain === token.text ? token : alteredToken(token, { text: plain });
}

function endOf(file: SourceFile): Token {
  const { length } = file.text;
  return makeToken('end', '', file, length, length, true, false, null);
}

export function errorExpression(span: Span): SyntaxExpression {
  return { kind: 'error', span: { file: span.file, start: span.start, end: span.end } };
}
