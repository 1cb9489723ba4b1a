/**
 * Constant expressions of `#if` and `#elif`, C11 6.10.1: integers of 64 bits, `defined`, names that
 * are no macros are 0. Macros are expanded while it is read, so that `defined X` sees X itself.
 */
import type { Diagnostics } from '../diagnostics';
import { readNumberConstant } from '../lex/number-constant';
import { readCharacterConstant } from '../lex/text-literal';
import { isName, type Token } from '../lex/token';
import { operate, wrap, ZERO, type Value } from './condition-value';
import { ExpansionStream, listSource } from './expand';
import { reportProblems, type DirectiveLine, type PreprocessorState } from './state';

const NESTING_MAX = 100;

/** Binding strength of binary operators, C11 6.5.5 to 6.5.14. */
const PRECEDENCE: ReadonlyMap<string, number> = new Map(
  [
    ['||'],
    ['&&'],
    ['|'],
    ['^'],
    ['&'],
    ['==', '!='],
    ['<', '>', '<=', '>='],
    ['<<', '>>'],
    ['+', '-'],
    ['*', '/', '%'],
  ].flatMap((operators, strength) =>
    operators.map((operator) => [operator, strength + 1] as const),
  ),
);

/** Attributes that are honoured, or that change nothing when they are read over. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['aligned', 'always_inline', 'cold', 'const', 'constructor', 'deprecated', 'destructor'],
  ...['fallthrough', 'format', 'hot', 'malloc', 'noinline', 'nonnull', 'noreturn', 'packed'],
  ...['pure', 'returns_nonnull', 'unused', 'used', 'warn_unused_result', 'weak'],
]);

/** Operators of conditions that `#ifdef` is to find. */
const OPERATORS: ReadonlySet<string> = new Set([
  ...['__has_include', '__has_include_next', '__has_attribute', '__has_builtin'],
  '__has_c_attribute',
]);

export function isDefinedName(state: PreprocessorState, name: string): boolean {
  return state.macros.has(name) || OPERATORS.has(name);
}

/** Whether the condition of a directive holds. A wrong one is reported and doesn't hold. */
export function conditionHolds(state: PreprocessorState, line: DirectiveLine): boolean {
  reportProblems(line.rest, state.diagnostics);
  if (line.rest.length === 0) {
    state.diagnostics.error(
      'condition-missing',
      line.name ?? line.hash,
      `#${line.name?.text ?? 'if'} is followed by no condition`,
      {
        hint: `write what is to be tested, as in #if SIZE > 10 or #ifdef SIZE`,
      },
    );
    return false;
  }
  const reader = new ConditionReader(state, line);
  const value = reader.whole();
  return value !== null && value.value !== 0n;
}

class ConditionReader {
  readonly #state: PreprocessorState;
  readonly #diagnostics: Diagnostics;
  readonly #line: DirectiveLine;
  readonly #stream: ExpansionStream;
  #token: Token;
  #failed = false;
  /** Above 0: the value isn't needed, so division by zero is none. */
  #skipped = 0;
  #nesting = 0;

  constructor(state: PreprocessorState, line: DirectiveLine) {
    this.#state = state;
    this.#diagnostics = state.diagnostics;
    this.#line = line;
    this.#stream = new ExpansionStream(state.expander, listSource(line.rest, line.end));
    this.#token = this.#stream.next();
  }

  whole(): Value | null {
    const value = this.#sequence();
    if (!this.#hasFailed() && this.#token.kind !== 'end') {
      this.#fail(
        this.#token,
        `'${this.#token.text}' is not expected in this condition`,
        this.#token.text === '=' ? "to compare, write '=='" : 'put an operator between two values',
      );
    }
    return this.#hasFailed() ? null : value;
  }

  #sees(text: string): boolean {
    return this.#token.text === text;
  }

  #hasFailed(): boolean {
    return this.#failed;
  }

  #advance(): void {
    this.#token = this.#stream.next();
  }

  #fail(token: Token, message: string, hint: string): Value {
    if (!this.#hasFailed()) {
      const last = this.#line.rest[this.#line.rest.length - 1];
      this.#diagnostics.error(
        'bad-condition',
        token.kind === 'end' ? (last ?? token) : token,
        message,
        { hint },
      );
    }
    this.#failed = true;
    return ZERO;
  }

  /** expression, C11 6.5.17: gcc takes the comma operator though the standard has none here. */
  #sequence(): Value {
    let value = this.#conditional();
    while (!this.#hasFailed() && this.#sees(',')) {
      this.#advance();
      value = this.#conditional();
    }
    return value;
  }

  /** conditional-expression, C11 6.5.15 */
  #conditional(): Value {
    const condition = this.#binary(1);
    if (this.#hasFailed() || this.#token.text !== '?') return condition;
    if (this.#nesting >= NESTING_MAX) return this.#tooDeep();
    this.#nesting += 1;
    this.#advance();
    const holds = condition.value !== 0n;
    const then = this.#unlessSkipped(!holds, () => this.#conditional());
    if (!this.#hasFailed() && !this.#sees(':')) {
      this.#fail(this.#token, "'?' without ':' in this condition", 'write it as a ? b : c');
    }
    if (!this.#hasFailed()) this.#advance();
    const otherwise = this.#unlessSkipped(holds, () => this.#conditional());
    this.#nesting -= 1;
    return {
      value: (holds ? then : otherwise).value,
      unsigned: then.unsigned || otherwise.unsigned,
    };
  }

  #unlessSkipped(skip: boolean, read: () => Value): Value {
    if (skip) this.#skipped += 1;
    const value = this.#hasFailed() ? ZERO : read();
    if (skip) this.#skipped -= 1;
    return value;
  }

  #binary(weakest: number): Value {
    let left = this.#unary();
    for (;;) {
      const operator = this.#token;
      const strength = operator.kind === 'punctuator' ? PRECEDENCE.get(operator.text) : undefined;
      if (this.#hasFailed() || strength === undefined || strength < weakest) return left;
      this.#advance();
      const decided =
        (operator.text === '&&' && left.value === 0n) ||
        (operator.text === '||' && left.value !== 0n);
      const right = this.#unlessSkipped(decided, () => this.#binary(strength + 1));
      left = this.#hasFailed() ? ZERO : this.#operation(operator, left, right);
    }
  }

  #operation(operator: Token, left: Value, right: Value): Value {
    const result = operate(operator.text, left, right);
    if (result !== null) return result;
    return this.#skipped > 0
      ? ZERO
      : this.#fail(
          operator,
          'this condition divides by zero',
          'check the values of the macros in it',
        );
  }

  #tooDeep(): Value {
    return this.#fail(
      this.#token,
      'this condition is nested too deeply',
      'split it into several #if',
    );
  }

  #unary(): Value {
    if (this.#nesting >= NESTING_MAX) return this.#tooDeep();
    this.#nesting += 1;
    const value = this.#unaryOrPrimary();
    this.#nesting -= 1;
    return value;
  }

  #unaryOrPrimary(): Value {
    const token = this.#token;
    switch (token.text) {
      case '+':
        this.#advance();
        return this.#unary();
      case '-': {
        this.#advance();
        const { value, unsigned } = this.#unary();
        return { value: wrap(-value, unsigned), unsigned };
      }
      case '~': {
        this.#advance();
        const { value, unsigned } = this.#unary();
        return { value: wrap(~value, unsigned), unsigned };
      }
      case '!': {
        this.#advance();
        return { value: this.#unary().value === 0n ? 1n : 0n, unsigned: false };
      }
      case '(': {
        this.#advance();
        const value = this.#sequence();
        if (!this.#hasFailed() && this.#token.text !== ')') {
          return this.#fail(token, "this '(' has no closing ')'", "put ')' where the group ends");
        }
        if (!this.#hasFailed()) this.#advance();
        return value;
      }
      case 'defined':
        return this.#defined();
      case '__has_include':
      case '__has_include_next':
        return this.#hasInclude();
      case '__has_attribute':
      case '__has_builtin':
      case '__has_c_attribute':
        return this.#hasFeature(token);
      default:
        return this.#primary(token);
    }
  }

  #primary(token: Token): Value {
    if (isName(token)) {
      this.#advance();
      if (this.#token.text === '(' && this.#skipped === 0) {
        return this.#fail(
          token,
          `'${token.text}' is no macro that takes arguments`,
          'check its spelling, or define it above',
        );
      }
      return ZERO;
    }
    if (token.kind === 'character') {
      this.#advance();
      const constant = readCharacterConstant(token, this.#diagnostics);
      if (constant === null) this.#failed = true;
      return { value: BigInt(constant?.value ?? 0), unsigned: false };
    }
    if (token.kind === 'number') {
      const constant = readNumberConstant(token.text);
      if (constant.kind === 'floating') {
        return this.#fail(
          token,
          `'${token.text}' is a floating number: the preprocessor only knows integers`,
          'write an integer',
        );
      }
      if (constant.kind === 'invalid') return this.#fail(token, constant.message, constant.hint);
      this.#advance();
      const unsigned = constant.suffix.includes('u') || constant.value >= 1n << 63n;
      return { value: wrap(constant.value, unsigned), unsigned };
    }
    return this.#fail(
      token,
      token.kind === 'end'
        ? 'this condition ends where a value is expected'
        : `'${token.text}' stands where a value is expected`,
      'a value is an integer, a macro that is one, or defined(NAME)',
    );
  }

  /** C11 6.10.1p1 */
  #defined(): Value {
    let name = this.#stream.nextRaw();
    const parenthesized = name.text === '(';
    if (parenthesized) name = this.#stream.nextRaw();
    if (!isName(name))
      return this.#fail(name, "'defined' is followed by no name", 'write it as defined(NAME)');
    if (parenthesized && this.#stream.nextRaw().text !== ')') {
      return this.#fail(
        name,
        `the ')' after 'defined(${name.text}' is missing`,
        `write defined(${name.text})`,
      );
    }
    this.#advance();
    return { value: isDefinedName(this.#state, name.text) ? 1n : 0n, unsigned: false };
  }

  /** GNU: __has_attribute(name), __has_builtin(name) */
  #hasFeature(word: Token): Value {
    const open = this.#stream.nextRaw();
    const name = this.#stream.nextRaw();
    const close = this.#stream.nextRaw();
    if (open.text !== '(' || !isName(name) || close.text !== ')') {
      return this.#fail(word, `${word.text} needs a name`, `write it as ${word.text}(name)`);
    }
    this.#advance();
    const known =
      word.text === '__has_attribute'
        ? ATTRIBUTES.has(name.text.replace(/^__(\w+)__$/, '$1'))
        : word.text === '__has_builtin' && name.text.startsWith('__builtin_');
    return { value: known ? 1n : 0n, unsigned: false };
  }

  /** GNU and C23: __has_include(<header>) */
  #hasInclude(): Value {
    const open = this.#stream.nextRaw();
    const first = this.#stream.nextRaw();
    let name = '';
    if (first.kind === 'string') name = first.text.slice(1, -1);
    else if (first.text === '<') {
      for (
        let part = this.#stream.nextRaw();
        part.text !== '>' && part.kind !== 'end';
        part = this.#stream.nextRaw()
      ) {
        name += part.text;
      }
    }
    const close = this.#stream.nextRaw();
    if (open.text !== '(' || name === '' || close.text !== ')') {
      return this.#fail(
        this.#token,
        '__has_include needs the name of a header',
        'write it as __has_include(<stdio.h>)',
      );
    }
    this.#advance();
    const found = this.#state.headers(name, this.#line.hash.file, first.text === '<') !== null;
    return { value: found ? 1n : 0n, unsigned: false };
  }
}
