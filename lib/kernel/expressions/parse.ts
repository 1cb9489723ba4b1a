/**
 * Expressions over a program's variables, in C's notation (C11 6.5): names, numbers, characters, members,
 * elements, unary and binary operators, `?:`. Leaves out what changes something (assignment, ++, calls),
 * casts, sizeof and strings.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: bigint }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'member';
      readonly of: Expression;
      readonly name: string;
      readonly arrow: boolean;
    }
  | { readonly kind: 'element'; readonly of: Expression; readonly index: Expression }
  | { readonly kind: 'unary'; readonly operator: UnaryOperator; readonly operand: Expression }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly then: Expression;
      readonly otherwise: Expression;
    };

export type UnaryOperator = '!' | '-' | '+' | '~' | '*' | '&';

/** From those that bind least. */
const LEVELS = [
  ['||'],
  ['&&'],
  ['|'],
  ['^'],
  ['&'],
  ['==', '!='],
  ['<=', '>=', '<', '>'],
  ['<<', '>>'],
  ['+', '-'],
  ['*', '/', '%'],
] as const;
export type BinaryOperator = (typeof LEVELS)[number][number];

export type ParsedExpression =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'error'; readonly message: string };

export function parseExpression(text: string): ParsedExpression {
  const tokens = tokensOf(text);
  if (tokens === null)
    return { kind: 'error', message: `“${text}” has characters that no expression has` };
  try {
    const parser = new Parser(tokens);
    return { kind: 'expression', expression: parser.whole() };
  } catch (error) {
    if (error instanceof NotAnExpression) return { kind: 'error', message: error.message };
    throw error;
  }
}

class NotAnExpression extends Error {}

const TOKEN =
  /\s*(?:([A-Za-z_]\w*)|(0[xX][\da-fA-F]+|\d+)[uUlL]*|'(\\?.)'|(->|\|\||&&|[=!<>]=|<<|>>|[-+*/%&|^!~<>?:.()[\]]))/y;

type Token =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly value: bigint }
  | { readonly kind: 'sign'; readonly text: string };

const ESCAPES: Readonly<Record<string, number>> = { n: 10, t: 9, '0': 0, '\\': 92, "'": 39, r: 13 };

function tokensOf(text: string): readonly Token[] | null {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  const end = text.trimEnd().length;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(text);
    if (match === null) return null;
    const [, name, number, character, sign] = match;
    if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else if (number !== undefined) {
      const octal = /^0\d+$/.test(number) ? `0o${number.slice(1)}` : number;
      tokens.push({ kind: 'number', text: number, value: BigInt(octal) });
    } else if (character !== undefined) {
      const code = character.startsWith('\\')
        ? ESCAPES[character.slice(1)]
        : character.charCodeAt(0);
      if (code === undefined) return null;
      tokens.push({ kind: 'number', text: character, value: BigInt(code) });
    } else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
  }
  return tokens;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Expression {
    const expression = this.conditional();
    const left = this.tokens[this.at];
    if (left !== undefined) throw new NotAnExpression(`“${left.text}” is one thing too many`);
    return expression;
  }

  private conditional(): Expression {
    const condition = this.binary(0);
    if (!this.takes('?')) return condition;
    const then = this.conditional();
    this.expect(':');
    return { kind: 'conditional', condition, then, otherwise: this.conditional() };
  }

  private binary(level: number): Expression {
    const operators = LEVELS[level];
    if (operators === undefined) return this.unary();
    let left = this.binary(level + 1);
    for (;;) {
      const operator = operators.find((each) => this.takes(each));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: this.binary(level + 1) };
    }
  }

  private unary(): Expression {
    for (const operator of ['!', '-', '+', '~', '*', '&'] as const)
      if (this.takes(operator)) return { kind: 'unary', operator, operand: this.unary() };
    return this.postfix();
  }

  private postfix(): Expression {
    let expression = this.primary();
    for (;;) {
      if (this.takes('[')) {
        expression = { kind: 'element', of: expression, index: this.conditional() };
        this.expect(']');
      } else if (this.takes('.')) expression = this.member(expression, false);
      else if (this.takes('->')) expression = this.member(expression, true);
      else return expression;
    }
  }

  private member(of: Expression, arrow: boolean): Expression {
    const token = this.tokens[this.at];
    if (token?.kind !== 'name') throw new NotAnExpression('a member needs a name');
    this.at++;
    return { kind: 'member', of, name: token.text, arrow };
  }

  private primary(): Expression {
    if (this.takes('(')) {
      const inner = this.conditional();
      this.expect(')');
      return inner;
    }
    const token = this.tokens[this.at];
    if (token === undefined) throw new NotAnExpression('it ends where a value should come');
    if (token.kind === 'sign')
      throw new NotAnExpression(`“${token.text}” stands where a value should`);
    this.at++;
    return token.kind === 'number'
      ? { kind: 'number', value: token.value }
      : { kind: 'name', name: token.text };
  }

  private takes(sign: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.at++;
    return true;
  }

  private expect(sign: string): void {
    if (!this.takes(sign)) throw new NotAnExpression(`“${sign}” is missing`);
  }
}
