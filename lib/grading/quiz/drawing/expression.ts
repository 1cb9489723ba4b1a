/**
 * Small expressions of authors: numbers, texts, comparisons, a few functions; what variables and answers
 * are derived with. No loops, no access to anything but the values given. Operators bind as in C; `**` is
 * the power, `/` never rounds, and texts are compared with `==` and put together with `+`.
 */
export type Value =
  number | string | boolean | readonly Value[] | { readonly [name: string]: Value };
export type Values = Readonly<Record<string, Value>>;

/** What an author wrote that can't be read or computed. */
export class ExpressionError extends Error {}

const LENGTH_MAX = 500;

export function evaluate(text: string, values: Values): Value {
  if (text.length > LENGTH_MAX) throw new ExpressionError('the expression is too long');
  const reader = new Reader(text, values);
  const value = reader.conditional();
  reader.end();
  return value;
}

export function evaluateNumber(text: string, values: Values): number {
  const value = evaluate(text, values);
  if (typeof value !== 'number' || !Number.isFinite(value))
    throw new ExpressionError(`"${text}" is ${valueText(value)}, not a number`);
  return value;
}

export function evaluateCondition(text: string, values: Values): boolean {
  const value = evaluate(text, values);
  if (typeof value !== 'boolean')
    throw new ExpressionError(`"${text}" is ${valueText(value)}, neither true nor false`);
  return value;
}

/** As it stands in a text: numbers with at most four digits after the point. */
export function valueText(value: Value): string {
  if (typeof value === 'number') return String(Math.round(value * 10_000) / 10_000);
  if (typeof value === 'object') {
    if (isList(value)) return value.map(valueText).join(', ');
    throw new ExpressionError('a record has no text: name one of its fields');
  }
  return String(value);
}

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|("[^"]*"|'[^']*')|([A-Za-z_][A-Za-z0-9_]*)|(\*\*|[=!<>]=|&&|\|\||[-+*/%<>!?:().,[\]])|(\S))/y;

type Token =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'name' | 'sign'; readonly value: string }
  | { readonly kind: 'end'; readonly value: '' };

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [, digits, quoted, name, sign, strange] = match;
    if (strange !== undefined) throw new ExpressionError(`"${strange}" in "${text}"`);
    if (digits !== undefined) tokens.push({ kind: 'number', value: Number(digits) });
    else if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted.slice(1, -1) });
    else if (name !== undefined) tokens.push({ kind: 'name', value: name });
    else tokens.push({ kind: 'sign', value: sign ?? '' });
  }
  return tokens;
}

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', '/', '%'],
];

/** Computes while it reads: an expression is read once for each draw, and is short. */
class Reader {
  private readonly tokens: readonly Token[];
  private position = 0;

  constructor(
    private readonly text: string,
    private readonly values: Values,
  ) {
    this.tokens = tokensOf(text);
  }

  end(): void {
    if (this.next.kind !== 'end') this.fail(`"${this.next.value}" is too much`);
  }

  conditional(): Value {
    const condition = this.level(0);
    if (!this.skip('?')) return condition;
    const yes = this.conditional();
    this.expect(':');
    const no = this.conditional();
    return this.truth(condition) ? yes : no;
  }

  private level(depth: number): Value {
    const signs = LEVELS[depth];
    if (signs === undefined) return this.unary();
    let left = this.level(depth + 1);
    for (;;) {
      const sign = this.next;
      if (sign.kind !== 'sign' || !signs.includes(sign.value)) return left;
      this.position++;
      left = this.binary(sign.value, left, this.level(depth + 1));
    }
  }

  private binary(sign: string, left: Value, right: Value): Value {
    if (sign === '||') return this.truth(left) || this.truth(right);
    if (sign === '&&') return this.truth(left) && this.truth(right);
    if (sign === '==') return left === right;
    if (sign === '!=') return left !== right;
    if (sign === '+' && (typeof left === 'string' || typeof right === 'string'))
      return valueText(left) + valueText(right);
    return arithmetic(sign, this.number(left), this.number(right));
  }

  private unary(): Value {
    if (this.skip('-')) return -this.number(this.unary());
    if (this.skip('!')) return !this.truth(this.unary());
    return this.power();
  }

  private power(): Value {
    const base = this.postfix();
    return this.skip('**') ? this.number(base) ** this.number(this.unary()) : base;
  }

  private postfix(): Value {
    let value = this.primary();
    for (;;) {
      if (this.skip('.')) {
        const token = this.take();
        // A list's places are numbers.
        if (token.kind !== 'name' && token.kind !== 'number')
          this.fail('a name belongs after the point');
        value = this.field(value, String(token.value));
      } else if (this.skip('[')) {
        const index = this.conditional();
        this.expect(']');
        value = this.field(value, valueText(index));
      } else return value;
    }
  }

  private primary(): Value {
    const token = this.take();
    if (token.kind === 'number' || token.kind === 'text') return token.value;
    if (token.kind === 'sign' && token.value === '(') {
      const value = this.conditional();
      this.expect(')');
      return value;
    }
    if (token.kind !== 'name') return this.fail('a value is missing');
    if (this.skip('(')) return this.call(token.value);
    if (token.value === 'true') return true;
    if (token.value === 'false') return false;
    return this.field(this.values, token.value);
  }

  private call(name: string): Value {
    const values: Value[] = [];
    if (!this.skip(')')) {
      do values.push(this.conditional());
      while (this.skip(','));
      this.expect(')');
    }
    const list = values.length === 1 && isList(values[0]) ? values[0] : values;
    if (name === 'count') return list.length;
    const made = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
    if (made === undefined) return this.fail(`there is no function "${name}"`);
    return made(list.map((value) => this.number(value)));
  }

  private field(value: Value, name: string): Value {
    const found =
      typeof value === 'object' && Object.hasOwn(value, name)
        ? Object.entries(value).find(([key]) => key === name)?.[1]
        : undefined;
    return found ?? this.fail(`"${name}" is not known`);
  }

  private get next(): Token {
    return this.tokens[this.position] ?? { kind: 'end', value: '' };
  }

  private take(): Token {
    const token = this.next;
    this.position++;
    return token;
  }

  private skip(sign: string): boolean {
    const { kind, value } = this.next;
    if (kind !== 'sign' || value !== sign) return false;
    this.position++;
    return true;
  }

  private expect(sign: string): void {
    if (!this.skip(sign)) this.fail(`"${sign}" is missing`);
  }

  private number(value: Value): number {
    return typeof value === 'number' ? value : this.fail(`${valueText(value)} is not a number`);
  }

  private truth(value: Value): boolean {
    return typeof value === 'boolean' ? value : this.fail(`${valueText(value)} is not a condition`);
  }

  private fail(reason: string): never {
    throw new ExpressionError(`${reason}, in "${this.text}"`);
  }
}

function arithmetic(sign: string, left: number, right: number): Value {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    case '%':
      return left % right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      throw new ExpressionError(`there is no operator "${sign}"`);
  }
}

const FUNCTIONS: Readonly<Record<string, (list: readonly number[]) => number>> = {
  min: (list) => Math.min(...list),
  max: (list) => Math.max(...list),
  sum: (list) => list.reduce((sum, value) => sum + value, 0),
  mean: (list) => list.reduce((sum, value) => sum + value, 0) / list.length,
  floor: ([value = NaN]) => Math.floor(value),
  ceil: ([value = NaN]) => Math.ceil(value),
  round: ([value = NaN, digits = 0]) => Math.round(value * 10 ** digits) / 10 ** digits,
  abs: ([value = NaN]) => Math.abs(value),
  log2: ([value = NaN]) => Math.log2(value),
};

function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}
