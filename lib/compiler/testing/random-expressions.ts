/**
 * Random expressions over all arithmetic types: mixed signedness, shifts, conversions, compound
 * assignments, comparisons, casts, bit-fields. Each is evaluated while it is made, and what would be
 * undefined is thrown away, so nothing has to be guarded by masks and casts.
 */
import {
  type NumberType,
  type Valued,
  DOUBLE,
  FLOAT,
  INT,
  INTEGERS,
  binary,
  bitField,
  commonType,
  converted,
  promoted,
  unary,
} from './arithmetic-model';
import type { Random } from './random';

interface Variable {
  readonly name: string;
  readonly type: NumberType;
  value: bigint | number;
}

const OPERATORS = ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>'] as const;
const COMPARISONS = ['<', '>', '<=', '>=', '==', '!='] as const;
const TRIES = 12;

/** Body of a function that computes and prints; `prefix` is unique among the cases of a program. */
export function expressionCase(random: Random, prefix: string): string {
  return new ExpressionCase(random, prefix).text();
}

class ExpressionCase {
  readonly #random: Random;
  readonly #prefix: string;
  readonly #variables: Variable[] = [];
  readonly #globals: string[] = [];
  readonly #body: string[] = [];

  constructor(random: Random, prefix: string) {
    this.#random = random;
    this.#prefix = prefix;
  }

  text(): string {
    const random = this.#random;
    for (let k = 0; k < 5; k += 1) this.#declare(k);
    this.#declareBitFields();
    const statements = random.between(3, 6);
    for (let k = 0; k < statements; k += 1) this.#statement();
    for (const variable of this.#variables) this.#print(variable.name, variable.type);
    return [
      ...this.#globals,
      `static void ${this.#prefix}(void) {`,
      ...this.#body.map((line) => `  ${line}`),
      '}',
      '',
    ].join('\n');
  }

  #declare(k: number): void {
    const random = this.#random;
    const type = this.#type();
    const start = this.#literal();
    const value = converted(start.value, type) ?? converted(1n, type) ?? 0n;
    const text = converted(start.value, type) === null ? '1' : start.text;
    const name = `v${k}`;
    switch (random.below(5)) {
      case 0: {
        const global = `${this.#prefix}_${name}`;
        this.#globals.push(`static ${type.name} ${global} = ${text};`);
        this.#variables.push({ name: global, type, value });
        return;
      }
      case 1:
        this.#body.push(`volatile ${type.name} ${name} = ${text};`);
        break;
      case 2:
        this.#body.push(`${type.name} ${name}_ = ${text}, *${name}p = &${name}_;`);
        this.#variables.push({ name: `(*${name}p)`, type, value });
        return;
      case 3:
        this.#body.push(`${type.name} ${name}[3] = {0, ${text}};`);
        this.#variables.push({ name: `${name}[1]`, type, value });
        return;
      default:
        this.#body.push(`${type.name} ${name} = ${text};`);
    }
    this.#variables.push({ name, type, value });
  }

  #declareBitFields(): void {
    const random = this.#random;
    const fields = [0, 1, 2].map((k) => {
      const declared = random.pick(INTEGERS.filter(({ name }) => name !== '_Bool'));
      const width = random.between(1, declared.bits);
      return { name: `b${k}`, declared, type: bitField(declared, width), width };
    });
    const list = fields.map(
      ({ name, declared, width }) =>
        `${declared.name === 'char' ? 'signed char' : declared.name} ${name} : ${width};`,
    );
    this.#body.push(`struct { ${list.join(' ')} } s;`);
    for (const { name, type } of fields) {
      const start = this.#literal();
      const value = converted(start.value, type);
      this.#body.push(`s.${name} = ${value === null ? '1' : start.text};`);
      this.#variables.push({
        name: `s.${name}`,
        type,
        value: value ?? converted(1n, type) ?? 0n,
      });
    }
  }

  #type(): NumberType {
    return this.#random.oneIn(5) ? this.#random.pick([FLOAT, DOUBLE]) : this.#random.pick(INTEGERS);
  }

  #literal(): Valued {
    const random = this.#random;
    if (random.oneIn(7)) {
      const value = random.between(-40, 40) / random.pick([1, 2, 4, 8, 3, 10]);
      const text = Number.isInteger(value) ? `${value}.0` : String(value);
      const isFloat = random.oneIn(2);
      const typed = isFloat ? Math.fround(value) : value;
      return {
        text: value < 0 ? `(${text}${isFloat ? 'f' : ''})` : `${text}${isFloat ? 'f' : ''}`,
        type: isFloat ? FLOAT : DOUBLE,
        value: typed,
      };
    }
    const type = random.pick(INTEGERS.filter(({ rank }) => rank >= 3));
    const near = random.pick([
      0n,
      1n,
      7n,
      127n,
      255n,
      32767n,
      65535n,
      1n << 31n,
      1n << 32n,
      1n << 62n,
    ]);
    let value = near + BigInt(random.between(-3, 3));
    const most = (1n << BigInt(type.signed ? type.bits - 1 : type.bits)) - 1n;
    if (value < 0n) value = -value;
    if (value > most) value = most;
    const suffix = { int: '', unsigned: 'u', long: 'L', 'unsigned long': 'UL' }[type.name];
    const digits = random.oneIn(3) ? `0x${value.toString(16)}` : value.toString();
    return { text: `${digits}${suffix ?? (type.signed ? 'LL' : 'ULL')}`, type, value };
  }

  #leaf(): Valued {
    if (this.#random.oneIn(3)) return this.#literal();
    const { name, type, value } = this.#random.pick(this.#variables);
    return { text: name, type, value };
  }

  #expression(depth: number): Valued {
    if (depth === 0 || this.#random.oneIn(6)) return this.#leaf();
    for (let tries = 0; tries < TRIES; tries += 1) {
      const made = this.#compound(depth);
      if (made !== null) return made;
    }
    return this.#leaf();
  }

  #compound(depth: number): Valued | null {
    const random = this.#random;
    const a = this.#expression(depth - 1);
    switch (random.below(9)) {
      case 0: {
        const operator = random.pick(['-', '~', '!', '+']);
        const result = unary(operator, a);
        return result === null ? null : { ...result, text: `${operator}(${a.text})` };
      }
      case 1: {
        const type = this.#type();
        const value = converted(a.value, type);
        return value === null ? null : { text: `(${type.name})(${a.text})`, type, value };
      }
      case 2: {
        const [b, c] = [this.#expression(depth - 1), this.#expression(depth - 1)];
        const type = commonType(b.type, c.type);
        const chosen = Number(a.value) !== 0 ? b : c;
        const value = converted(chosen.value, type);
        if (value === null) return null;
        return { text: `((${a.text}) ? (${b.text}) : (${c.text}))`, type, value };
      }
      case 3: {
        const b = this.#expression(depth - 1);
        const operator = random.pick(['&&', '||']);
        const [x, y] = [Number(a.value) !== 0, Number(b.value) !== 0];
        const truth = operator === '&&' ? x && y : x || y;
        return { text: `((${a.text}) ${operator} (${b.text}))`, type: INT, value: truth ? 1n : 0n };
      }
      case 4: {
        const b = this.#expression(depth - 1);
        return { ...b, text: `((void)(${a.text}), (${b.text}))` };
      }
      default: {
        const b = this.#expression(depth - 1);
        const operator = random.oneIn(4) ? random.pick(COMPARISONS) : random.pick(OPERATORS);
        const result = binary(operator, a, b);
        return result === null
          ? null
          : { ...result, text: `((${a.text}) ${operator} (${b.text}))` };
      }
    }
  }

  #statement(): void {
    const random = this.#random;
    const target = random.pick(this.#variables);
    if (random.oneIn(3)) {
      const value = this.#expression(3);
      this.#print(value.text, valueType(value.type));
      return;
    }
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (this.#assign(target)) return;
    }
  }

  #assign(target: Variable): boolean {
    const random = this.#random;
    if (random.oneIn(5)) {
      const operator = random.pick(['+', '-']);
      const result = binary(operator, target, { type: INT, value: 1n });
      const value = result === null ? null : converted(result.value, target.type);
      if (value === null || target.type.name === '_Bool') return false;
      target.value = value;
      this.#body.push(
        random.oneIn(2)
          ? `${target.name}${operator}${operator};`
          : `${operator}${operator}${target.name};`,
      );
      return true;
    }
    const right = this.#expression(3);
    const operator = random.oneIn(2) ? '' : random.pick(OPERATORS);
    const result = operator === '' ? right : binary(operator, target, right);
    const value = result === null ? null : converted(result.value, target.type);
    if (value === null) return false;
    target.value = value;
    this.#body.push(`${target.name} ${operator}= ${right.text};`);
    return true;
  }

  #print(text: string, type: NumberType): void {
    if (type.kind === 'floating') this.#body.push(`printf("%a\\n", (double)(${text}));`);
    else if (type.signed) this.#body.push(`printf("%lld\\n", (long long)(${text}));`);
    else this.#body.push(`printf("%llu\\n", (unsigned long long)(${text}));`);
  }
}

/** What a value is printed as: those of bit-fields are promoted. */
function valueType(type: NumberType): NumberType {
  const isField = type.kind === 'integer' && !Number.isInteger(type.rank);
  return isField ? promoted(type) : type;
}
