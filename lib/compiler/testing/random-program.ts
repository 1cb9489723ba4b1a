/**
 * Random C programs without undefined behaviour, for comparing our compiler with gcc. The same seed
 * gives the same program. Every expression is made total: divisors are forced odd, shift counts are
 * masked, signed arithmetic goes through unsigned types or stays small.
 */

import { Random } from './random';

const INTEGER_TYPES = [
  'signed char',
  'unsigned char',
  'short',
  'unsigned short',
  'int',
  'unsigned',
  'long',
  'unsigned long',
  '_Bool',
] as const;
const UNSIGNED_TYPES = ['unsigned', 'unsigned long'] as const;
const FLOATING_TYPES = ['float', 'double'] as const;
const NUMBERS = [
  '0', '1', '2', '3', '7', '10', '100', '127', '128', '255', '256', '32767', '65535', '65536',
  '2147483647', '2147483648', '4294967295u', '4294967296', '9223372036854775807',
  '18446744073709551615u', '0x5555555555555555', '0x80000000u', '0xdeadbeefcafe',
] as const; // prettier-ignore

interface Variable {
  readonly name: string;
  readonly type: string;
}

export function randomProgram(seed: number): string {
  const random = new Random(seed);
  const variables: Variable[] = [];
  const declare = (name: string, types: readonly string[]): Variable => {
    const variable = { name, type: random.pick(types) };
    variables.push(variable);
    return variable;
  };
  const globals = Array.from({ length: 4 }, (_, k) => declare(`g${k}`, INTEGER_TYPES));
  const fields = Array.from({ length: 3 }, (_, k) => ({
    name: `m${k}`,
    type: random.pick(INTEGER_TYPES.filter((type) => type !== '_Bool')),
  }));
  const bits = Array.from({ length: 3 }, (_, k) => ({
    name: `b${k}`,
    sign: random.pick(['signed', 'unsigned']),
    width: 1 + random.below(31),
  }));
  for (const { name, type } of fields) variables.push({ name: `s.${name}`, type });
  for (const { name, sign } of bits) variables.push({ name: `s.${name}`, type: `${sign} int` });
  const parts: string[] = ['#include <stdio.h>', ''];
  for (const { name, type } of globals)
    parts.push(`static ${type} ${name} = ${random.below(100)};`);
  parts.push('static struct {');
  for (const { name, type } of fields) parts.push(`  ${type} ${name};`);
  for (const { name, sign, width } of bits) parts.push(`  ${sign} ${name} : ${width};`);
  parts.push('} s;', `static ${random.pick(INTEGER_TYPES)} a[8] = {1, 2, 3, 4, 5, 6, 7, 8};`, '');
  variables.push({ name: 'a[3]', type: 'int' });

  const functions = ['f0', 'f1', 'f2'];
  for (const name of functions) {
    const local: Variable[] = [
      { name: 'x', type: random.pick(INTEGER_TYPES) },
      { name: 'y', type: random.pick(INTEGER_TYPES) },
    ];
    const scope = new Expressions(random, [...variables, ...local], []);
    const parameters = local.map((variable) => `${variable.type} ${variable.name}`).join(', ');
    parts.push(`static ${random.pick(INTEGER_TYPES)} ${name}(${parameters}) {`);
    parts.push(`  ${random.pick(['x', 'y'])} ${random.pick(['^=', '|=', '&='])} ${scope.make(2)};`);
    parts.push(`  return ${scope.make(3)};`, '}', '');
  }

  const locals = Array.from({ length: 6 }, (_, k) => ({
    name: `v${k}`,
    type: random.pick([...INTEGER_TYPES, ...FLOATING_TYPES]),
  }));
  const scope = new Expressions(random, [...variables, ...locals], functions);
  parts.push('int main(void) {');
  for (const { name, type } of locals) parts.push(`  ${type} ${name} = ${random.below(200)};`);
  const taken = locals[random.below(3)];
  if (taken) parts.push(`  ${taken.type} *p = &${taken.name};`, '  (void)p;');
  for (let k = 0; k < 12; k += 1) parts.push(...scope.statement(1).map((line) => `  ${line}`));
  for (const { name, type } of [...variables, ...locals]) {
    const isFloating = (FLOATING_TYPES as readonly string[]).includes(type);
    parts.push(
      isFloating
        ? `  printf("${name} %a\\n", ${name});`
        : `  printf("${name} %ld\\n", (long)${name});`,
    );
  }
  parts.push('  return 0;', '}', '');
  return parts.join('\n');
}

class Expressions {
  readonly #random: Random;
  readonly #variables: readonly Variable[];
  readonly #functions: readonly string[];

  constructor(random: Random, variables: readonly Variable[], functions: readonly string[]) {
    this.#random = random;
    this.#variables = variables;
    this.#functions = functions;
  }

  /** An integer expression without side effects but for calls of pure enough functions. */
  make(depth: number): string {
    const random = this.#random;
    if (depth === 0 || random.below(6) === 0) return this.#leaf();
    const one = (): string => this.make(depth - 1);
    const unsigned = (): string => `(${random.pick(UNSIGNED_TYPES)})(${one()})`;
    switch (random.below(14)) {
      case 0:
      case 1:
        return `(${unsigned()} ${random.pick(['+', '-', '*'])} ${unsigned()})`;
      case 2:
        return `(${one()} ${random.pick(['&', '|', '^'])} ${one()})`;
      case 3:
        return `(${unsigned()} ${random.pick(['<<', '>>'])} (${one()} & 31))`;
      case 4:
        return `((${random.pick(['int', 'long'])})(${one()}) >> (${one()} & 31))`;
      case 5:
        return `(${unsigned()} ${random.pick(['/', '%'])} (${unsigned()} | 1u))`;
      case 6:
        return `((long)(int)(${one()}) ${random.pick(['/', '%'])} ((short)(${one()}) | 1))`;
      case 7:
        return `(${one()} ${random.pick(['<', '>', '<=', '>=', '==', '!='])} ${one()})`;
      case 8:
        return `(${one()} ${random.pick(['&&', '||'])} ${one()})`;
      case 9:
        return `(${one()} ? ${one()} : ${one()})`;
      case 10:
        return `(${random.pick(INTEGER_TYPES)})(${one()})`;
      case 11:
        return random.pick([`!(${one()})`, `~(${one()})`, `-${unsigned()}`]);
      case 12:
        return `a[(${one()}) & 7]`;
      default:
        if (this.#functions.length === 0) return this.#leaf();
        return `${random.pick(this.#functions)}(${one()}, ${one()})`;
    }
  }

  /** A floating-point expression of moderate size, so that conversions stay in range. */
  #floating(): string {
    const random = this.#random;
    const small = `(short)(${this.make(2)})`;
    const other = `(unsigned char)(${this.make(1)})`;
    return random.pick([
      `${small} / 3.0`,
      `(float)${small} * 0.37f`,
      `(double)(int)(${this.make(2)})`,
      `(float)(int)(${this.make(2)})`,
      `${small} < ${other} * 1.5 ? 2.5 : -0.75`,
      `(${small} + 0.5) * (${other} - 8.25f)`,
    ]);
  }

  statement(depth: number): readonly string[] {
    const random = this.#random;
    const target = random.pick(this.#variables);
    const isFloating = (FLOATING_TYPES as readonly string[]).includes(target.type);
    const kind = random.below(isFloating ? 2 : 10);
    if (isFloating) return [`${target.name} = ${this.#floating()};`];
    switch (kind) {
      case 0:
      case 1:
      case 2:
        return [`${target.name} = ${this.make(3)};`];
      case 3:
        return [`${target.name} ${random.pick(['&=', '|=', '^='])} ${this.make(2)};`];
      case 4:
        return [`${target.name} = (short)((${this.#floating()}) / 65536);`];
      case 5:
        return [`a[(${this.make(1)}) & 7] ${random.pick(['=', '^='])} ${this.make(2)};`];
      case 6:
        if (depth === 0) return [`${target.name} = ${this.make(2)};`];
        return [
          `if (${this.make(2)}) {`,
          ...this.statement(0).map((line) => `  ${line}`),
          '} else {',
          ...this.statement(0).map((line) => `  ${line}`),
          '}',
        ];
      case 7:
        if (depth === 0) return [`${target.name} = ${this.make(2)};`];
        return [
          `for (int i = 0; i < ${1 + random.below(5)}; i++) {`,
          ...this.statement(0).map((line) => `  ${line}`),
          '}',
        ];
      case 8:
        return [
          `switch ((int)(${this.make(1)}) & ${random.pick(['3', '7', '0x101'])}) {`,
          `case 0: ${target.name} = ${this.make(1)}; break;`,
          `case 1: ${target.name} = ${this.make(1)};`,
          `case 3: ${target.name} ^= ${this.make(1)}; break;`,
          `case 257: ${target.name} = ${random.pick(NUMBERS)}; break;`,
          `default: ${target.name} = ${random.below(9)};`,
          '}',
        ];
      default:
        return [`${target.name} = ${target.name} ${random.pick(['&', '|', '^'])} ${this.make(3)};`];
    }
  }

  #leaf(): string {
    const random = this.#random;
    if (random.below(3) === 0) return random.pick(NUMBERS);
    const variable = random.pick(this.#variables);
    return (FLOATING_TYPES as readonly string[]).includes(variable.type)
      ? `(${variable.name} > 1)`
      : variable.name;
  }
}
