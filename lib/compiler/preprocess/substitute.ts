/**
 * The replacement of one macro use: arguments for parameters (C11 6.10.3.1), `#` (6.10.3.2), `##`
 * (6.10.3.3), `__VA_ARGS__`, GNU's `, ## __VA_ARGS__`, and `__VA_OPT__`.
 */
import type { Diagnostics } from '../diagnostics';
import { lex } from '../lex/lex';
import { isDigraph } from '../lex/punctuators';
import { alteredToken, isName, makeToken, type Token } from '../lex/token';
import type { Span } from '../source';
import type { Macro } from './macro';

/** Tokens that one use may make, and the length of a text that `#` or `##` may make. */
const TOKENS_MAX = 500_000;
const TEXT_MAX = 100_000;

export interface MacroUse {
  readonly name: Token;
  readonly use: Span;
  /** One for each parameter. */
  readonly args: readonly (readonly Token[])[];
  /** Names hidden in everything that this use makes. */
  readonly hidden: ReadonlySet<string>;
  readonly expand: (tokens: readonly Token[]) => readonly Token[];
  readonly diagnostics: Diagnostics;
  /** Reports that a bound was passed and ends all expansion. */
  readonly exhaust: (message: string) => void;
}

export function substitute(macro: Macro, use: MacroUse): readonly Token[] {
  const substitution = new Substitution(macro, use);
  substitution.run(macro.body);
  return substitution.finish();
}

class Substitution {
  readonly #macro: Macro;
  readonly #use: MacroUse;
  readonly #expanded: (readonly Token[] | undefined)[] = [];
  #out: Token[] = [];
  /** Stands for an argument without tokens beside `##`. */
  readonly #placemarker: Token;

  constructor(macro: Macro, use: MacroUse) {
    this.#macro = macro;
    this.#use = use;
    const { file, start, end } = use.use;
    this.#placemarker = makeToken('stray', '', file, start, end, false, false, null);
  }

  run(body: readonly Token[], insideVaOpt = false): void {
    for (let at = 0; at < body.length && this.#out.length <= TOKENS_MAX; at += 1) {
      const token = body[at];
      if (token === undefined) break;
      if (token.text === '##' && at > 0 && at + 1 < body.length) {
        at = this.#pasteOperator(body, at);
        continue;
      }
      if (token.text === '#' && this.#macro.parameters !== null) {
        const index = this.#parameter(body[at + 1]);
        if (index !== -1) {
          this.#out.push(this.#stringized(token, this.#use.args[index] ?? []));
          at += 1;
          continue;
        }
      }
      if (token.text === '__VA_OPT__' && this.#macro.variadic && !insideVaOpt) {
        at = this.#vaOpt(body, at);
        continue;
      }
      const index = this.#parameter(token);
      if (index === -1) this.#out.push(this.#fromBody(token));
      else if (body[at + 1]?.text === '##') this.#unexpanded(token, index);
      else this.#push(this.#expandedArgument(index), token.spaceBefore);
    }
  }

  finish(): readonly Token[] {
    const { name, hidden } = this.#use;
    const tokens = this.#out.filter((token) => token !== this.#placemarker);
    let lastSet: ReadonlySet<string> | null = null;
    let lastUnion = hidden;
    return tokens.map((token, index) => {
      if (token.hidden !== lastSet) {
        lastSet = token.hidden;
        lastUnion = lastSet === null ? hidden : new Set([...lastSet, ...hidden]);
      }
      return alteredToken(token, {
        hidden: lastUnion,
        startsLine: index === 0 ? name.startsLine : token.startsLine && token.madeBy === null,
        spaceBefore: index === 0 ? name.spaceBefore : token.spaceBefore,
      });
    });
  }

  #parameter(token: Token | undefined): number {
    if (token === undefined || !isName(token) || this.#macro.parameters === null) return -1;
    return this.#macro.parameters.indexOf(token.text);
  }

  #fromBody(token: Token): Token {
    const { use, name } = this.#use;
    return alteredToken(token, {
      file: use.file,
      start: use.start,
      end: use.end,
      startsLine: false,
      // Reported at the definition.
      problem: null,
      madeBy: name.madeBy ?? this.#macro.origin,
    });
  }

  #expandedArgument(index: number): readonly Token[] {
    return (this.#expanded[index] ??= this.#use.expand(this.#use.args[index] ?? []));
  }

  #push(tokens: readonly Token[], spaceBefore: boolean): void {
    tokens.forEach((token, index) => {
      this.#out.push(index === 0 ? alteredToken(token, { spaceBefore }) : token);
    });
  }

  #unexpanded(token: Token, index: number): void {
    const argument = this.#use.args[index] ?? [];
    if (argument.length === 0) this.#out.push(this.#placemarker);
    else this.#push(argument, token.spaceBefore);
  }

  /** `##` at `at`; gives the index of the last token used. */
  #pasteOperator(body: readonly Token[], at: number): number {
    const right = body[at + 1];
    if (right === undefined) return at;
    const index = this.#parameter(right);
    const variable = this.#macro.variadic && index === (this.#macro.parameters ?? []).length - 1;
    if (variable && body[at - 1]?.text === ',') {
      // GNU: the comma goes if there are no variable arguments, and nothing is pasted.
      if ((this.#use.args[index] ?? []).length === 0) this.#out.pop();
      else this.#push(this.#expandedArgument(index), right.spaceBefore);
      return at + 1;
    }
    if (right.text === '#' && this.#macro.parameters !== null) {
      const stringIndex = this.#parameter(body[at + 2]);
      if (stringIndex !== -1) {
        this.#paste(this.#stringized(right, this.#use.args[stringIndex] ?? []));
        return at + 2;
      }
    }
    if (index === -1) this.#paste(this.#fromBody(right));
    else {
      const [first, ...rest] = this.#use.args[index] ?? [];
      if (first !== undefined) {
        this.#paste(first);
        for (const token of rest) this.#out.push(token);
      }
    }
    return at + 1;
  }

  /** Pastes a token onto the last one. */
  #paste(right: Token): void {
    const left = this.#out.pop();
    if (left === undefined || left === this.#placemarker) {
      this.#out.push(right);
      return;
    }
    const text = left.text + right.text;
    if (text.length > TEXT_MAX) return this.#use.exhaust('macros make too long a token here');
    const [pasted, end] = lex({ name: '<pasted>', text, origin: 'library' });
    if (
      pasted === undefined ||
      end?.kind !== 'end' ||
      pasted.kind === 'stray' ||
      pasted.problem !== null
    ) {
      this.#use.diagnostics.error(
        'bad-paste',
        this.#use.name,
        `'##' in macro '${this.#macro.name}' would join '${left.text}' and '${right.text}' to '${text}', which is no token of C`,
        {
          hint: "leave out '##' where the parts stay apart",
          related: [{ message: 'the macro is defined here', span: this.#macro.origin.definition }],
        },
      );
      this.#out.push(left, right);
      return;
    }
    const { use, name } = this.#use;
    this.#out.push(
      alteredToken(pasted, {
        file: use.file,
        start: use.start,
        end: use.end,
        startsLine: false,
        spaceBefore: left.spaceBefore,
        hidden: null,
        madeBy: name.madeBy ?? this.#macro.origin,
      }),
    );
  }

  /** C11 6.10.3.2: spelling of the argument, white space between tokens as one space. */
  #stringized(hash: Token, argument: readonly Token[]): Token {
    let text = '';
    argument.forEach((token, index) => {
      if (index > 0 && (token.spaceBefore || token.startsLine)) text += ' ';
      const spelling = spellingOf(token);
      text +=
        token.kind === 'string' || token.kind === 'character'
          ? spelling.replace(/["\\]/g, '\\$&')
          : spelling;
    });
    if (text.length > TEXT_MAX) {
      this.#use.exhaust('macros make too long a text here');
      text = '';
    }
    return alteredToken(this.#fromBody(hash), { kind: 'string', text: `"${text}"` });
  }

  /** `__VA_OPT__(tokens)` at `at`; gives the index of its ')'. */
  #vaOpt(body: readonly Token[], at: number): number {
    if (body[at + 1]?.text !== '(') return at;
    let nesting = 0;
    let close = at + 1;
    for (; close < body.length; close += 1) {
      const text = body[close]?.text;
      if (text === '(') nesting += 1;
      else if (text === ')') nesting -= 1;
      if (nesting === 0) break;
    }
    const given = this.#expandedArgument((this.#macro.parameters ?? []).length - 1).length > 0;
    if (given) this.run(body.slice(at + 2, close), true);
    else this.#out.push(this.#placemarker);
    return close;
  }
}

function spellingOf(token: Token): string {
  if (token.kind !== 'punctuator') return token.text;
  const written = token.file.text.slice(token.start, token.end);
  return isDigraph(written) ? written : token.text;
}
