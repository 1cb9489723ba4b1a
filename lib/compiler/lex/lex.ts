/**
 * The lexer, C11 6.4: a file's text -> preprocessing tokens, in one pass. It reports nothing: what is
 * wrong with a token is noted in it (lexical-problem.ts). `#include <...>` is not known here; the
 * preprocessor reads header names from the file's text.
 */
import type { SourceFile } from '../source';
import {
  ASCII_CLASS,
  DIGIT,
  DOUBLE_QUOTES,
  LOOKALIKES,
  NAME_START,
  SINGLE_QUOTES,
  isIdentifierCodePoint,
} from './characters';
import { KEYWORDS } from './keywords';
import { logicalText, type LogicalText } from './logical-text';
import { punctuatorAt } from './punctuators';
import { type LexicalProblem, makeToken, type Token, type TokenKind } from './token';

/** The tokens of a file, a token of kind 'end' last. */
export function lex(file: SourceFile): readonly Token[] {
  return new Lexer(file).run();
}

const NEWLINE = 10;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const STAR = 42;
const PLUS = 43;
const MINUS = 45;
const DOT = 46;
const SLASH = 47;
const BACKSLASH = 92;

class Lexer {
  readonly #file: SourceFile;
  readonly #logical: LogicalText;
  readonly #text: string;
  readonly #tokens: Token[] = [];
  #at = 0;
  #startsLine = true;
  #spaceBefore = false;

  constructor(file: SourceFile) {
    this.#file = file;
    this.#logical = logicalText(file.text);
    this.#text = this.#logical.text;
    if (this.#text.startsWith('\ufeff')) this.#at = 1;
  }

  run(): readonly Token[] {
    const text = this.#text;
    const { length } = text;
    while (this.#at < length) {
      const start = this.#at;
      const code = text.charCodeAt(start);
      if (code === NEWLINE) {
        this.#at += 1;
        this.#startsLine = true;
        this.#spaceBefore = false;
      } else if (code === 32 || (code >= 9 && code <= 13)) {
        this.#at += 1;
        this.#spaceBefore = true;
      } else if (code < 128) {
        const kind = ASCII_CLASS[code];
        if (kind === NAME_START) this.#identifier(start);
        else if (kind === DIGIT) this.#number(start);
        else this.#other(start, code);
      } else {
        this.#beyondAscii(start);
      }
    }
    this.#startsLine = true;
    this.#push('end', '', this.#text.length, null);
    return this.#tokens;
  }

  /** A token from `start` up to the present place. */
  #push(kind: TokenKind, text: string, start: number, problem: LexicalProblem | null): void {
    const { inFile } = this.#logical;
    const from = inFile(start);
    const end = this.#at > start ? inFile(this.#at - 1) + 1 : from;
    this.#tokens.push(
      makeToken(kind, text, this.#file, from, end, this.#startsLine, this.#spaceBefore, problem),
    );
    this.#startsLine = false;
    this.#spaceBefore = false;
  }

  #other(start: number, code: number): void {
    const text = this.#text;
    const next = text.charCodeAt(start + 1);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return this.#quoted(start, start);
    if (code === SLASH && next === SLASH) {
      const end = text.indexOf('\n', start);
      this.#at = end === -1 ? text.length : end;
      this.#spaceBefore = true;
      return;
    }
    if (code === SLASH && next === STAR) {
      const end = text.indexOf('*/', start + 2);
      this.#spaceBefore = true;
      this.#at = end === -1 ? text.length : end + 2;
      if (end === -1) this.#push('stray', '/*', start, { kind: 'unterminated-comment' });
      return;
    }
    if (code === DOT && ASCII_CLASS[next] === DIGIT) return this.#number(start);
    if (code === BACKSLASH && this.#universalName(start) !== null) return this.#identifier(start);
    const punctuator = punctuatorAt(text, start);
    if (punctuator === null) return this.#stray(start, String.fromCharCode(code));
    this.#at = start + punctuator.length;
    this.#push('punctuator', punctuator.means, start, null);
  }

  #stray(start: number, character: string): void {
    this.#at = start + character.length;
    this.#push('stray', character, start, { kind: 'stray-character', character });
  }

  /** C11 6.4.2; `L"..."`, `u8"..."` and their like begin as identifiers do. */
  #identifier(start: number): void {
    const text = this.#text;
    let at = start;
    let spelling: string | null = null;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code < 128) {
        if (ASCII_CLASS[code] !== 0) {
          at += 1;
          continue;
        }
        if (code !== BACKSLASH) break;
        const named = this.#universalName(at);
        if (named === null) break;
        spelling = (spelling ?? text.slice(start, at)) + named.character;
        // What follows is taken up to the next universal name.
        at += named.length;
        const from = at;
        while (ASCII_CLASS[text.charCodeAt(at)]) at += 1;
        spelling += text.slice(from, at);
      } else {
        const point = text.codePointAt(at);
        if (point === undefined || !isIdentifierCodePoint(point, at === start)) break;
        const width = point > 0xffff ? 2 : 1;
        if (spelling !== null) spelling += text.slice(at, at + width);
        at += width;
      }
    }
    if (at === start) return this.#stray(start, text.charAt(start));
    this.#at = at;
    const name = spelling ?? text.slice(start, at);
    const next = text.charCodeAt(at);
    if (
      (next === DOUBLE_QUOTE && (name === 'L' || name === 'u' || name === 'U' || name === 'u8')) ||
      (next === SINGLE_QUOTE && (name === 'L' || name === 'u' || name === 'U'))
    ) {
      return this.#quoted(start, at);
    }
    this.#push(KEYWORDS.has(name) ? 'keyword' : 'identifier', name, start, null);
  }

  /** `\u00e9` or `\U000000e9` in an identifier (C11 6.4.3). */
  #universalName(at: number): { readonly character: string; readonly length: number } | null {
    const match = /^\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8}))/.exec(this.#text.slice(at, at + 10));
    if (match === null) return null;
    const point = parseInt(match[1] ?? match[2] ?? '', 16);
    if (point < 0x80 || point > 0x10ffff || !isIdentifierCodePoint(point, false)) return null;
    return { character: String.fromCodePoint(point), length: match[0].length };
  }

  /** A preprocessing number, C11 6.4.8. */
  #number(start: number): void {
    const text = this.#text;
    let at = start + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === DOT) at += 1;
      else if (ASCII_CLASS[code]) {
        at += 1;
        const next = text.charCodeAt(at);
        // e E p P
        if ((next === PLUS || next === MINUS) && ((code | 32) === 101 || (code | 32) === 112))
          at += 1;
      } else break;
    }
    this.#at = at;
    this.#push('number', text.slice(start, at), start, null);
  }

  /** Character constants and string literals, C11 6.4.4.4 and 6.4.5; the quote stands at `open`. */
  #quoted(start: number, open: number): void {
    const text = this.#text;
    const quote = text.charCodeAt(open);
    let at = open + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === quote) break;
      if (code === BACKSLASH && text.charCodeAt(at + 1) !== NEWLINE) at += 2;
      else if (code === NEWLINE || at >= text.length) return this.#unterminated(start, open, quote);
      else at += 1;
    }
    this.#at = at + 1;
    this.#push(
      quote === DOUBLE_QUOTE ? 'string' : 'character',
      text.slice(start, at + 1),
      start,
      null,
    );
  }

  /**
   * No closing quote on the line. What most likely was meant to follow it, as `);`, is left to be read
   * as tokens, so that the parser finds the statement's end.
   */
  #unterminated(start: number, open: number, quote: number): void {
    const text = this.#text;
    const newline = text.indexOf('\n', open);
    const line = text.slice(open + 1, newline === -1 ? text.length : newline);
    const double = quote === DOUBLE_QUOTE;
    const kind = double ? 'string' : 'character';
    const ascii = double ? '"' : "'";
    const typographic = double ? DOUBLE_QUOTES : SINGLE_QUOTES;
    const close = line.split('').findIndex((character) => typographic.includes(character));
    if (close !== -1) {
      this.#at = open + 1 + close + 1;
      const spelling = text.slice(start, this.#at - 1) + ascii;
      return this.#push(kind, spelling, start, { kind: 'typographic-quotes', ascii });
    }
    this.#at = open + 1 + contentLength(line);
    this.#push(kind, text.slice(start, this.#at) + ascii, start, {
      kind: double ? 'unterminated-string' : 'unterminated-character',
    });
  }

  #beyondAscii(start: number): void {
    const text = this.#text;
    const point = text.codePointAt(start) ?? 0;
    const character = String.fromCodePoint(point);
    const double = DOUBLE_QUOTES.includes(character);
    if (double || SINGLE_QUOTES.includes(character)) return this.#typographic(start, double);
    const ascii = LOOKALIKES.get(character);
    if (ascii !== undefined) {
      this.#at = start + character.length;
      const kind = ascii === ' ' ? 'stray' : 'punctuator';
      return this.#push(kind, ascii, start, { kind: 'lookalike', character, ascii });
    }
    if (isIdentifierCodePoint(point, true)) return this.#identifier(start);
    this.#stray(start, character);
  }

  #typographic(start: number, double: boolean): void {
    const text = this.#text;
    const ascii = double ? '"' : "'";
    const closing = ascii + (double ? DOUBLE_QUOTES : SINGLE_QUOTES);
    let at = start + 1;
    while (
      at < text.length &&
      text.charCodeAt(at) !== NEWLINE &&
      !closing.includes(text.charAt(at))
    ) {
      at += text.charCodeAt(at) === BACKSLASH && text.charCodeAt(at + 1) !== NEWLINE ? 2 : 1;
    }
    const closed = at < text.length && text.charCodeAt(at) !== NEWLINE;
    let content = text.slice(start + 1, at);
    if (!closed) content = content.slice(0, contentLength(content));
    this.#at = start + 1 + content.length + (closed ? 1 : 0);
    this.#push(double ? 'string' : 'character', ascii + content + ascii, start, {
      kind: 'typographic-quotes',
      ascii,
    });
  }
}

/** Length of a line without what most likely follows a text's closing quote, as `);`. */
function contentLength(line: string): number {
  let length = line.length;
  while (length > 0 && ' \t\r)];,{}'.includes(line.charAt(length - 1))) length -= 1;
  return length;
}
