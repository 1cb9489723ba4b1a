/** Random statements of all kinds around unsigned arithmetic, which is always defined; fuel ends every loop. */
import type { Random } from './random';

const NAMES = ['a', 'b', 'c'] as const;
const FUEL = 60;

export function controlFlowCase(random: Random, prefix: string): string {
  return new ControlFlowCase(random, prefix).text();
}

class ControlFlowCase {
  readonly #random: Random;
  readonly #prefix: string;
  #labels = 0;
  /** Labels that may be gone to: forward ones of the blocks around. */
  readonly #targets: string[] = [];
  #loops = 0;
  #switches = 0;

  constructor(random: Random, prefix: string) {
    this.#random = random;
    this.#prefix = prefix;
  }

  text(): string {
    const random = this.#random;
    return [
      `static unsigned ${this.#prefix}_run(unsigned a, unsigned b) {`,
      `  unsigned c = ${random.below(1000)}u;`,
      `  int fuel = ${FUEL};`,
      ...this.#block(4, 3).map((line) => `  ${line}`),
      '  return a ^ b * 31u ^ c * 1009u;',
      '}',
      `static void ${this.#prefix}(void) {`,
      `  for (unsigned i = 0; i < 3; i++) printf("%u\\n", ${this.#prefix}_run(i, ${random.below(100)}u + i));`,
      '}',
      '',
    ].join('\n');
  }

  #expression(depth = 2): string {
    const random = this.#random;
    if (depth === 0 || random.oneIn(3)) {
      return random.oneIn(3) ? `${random.below(300)}u` : random.pick(NAMES);
    }
    const one = (): string => this.#expression(depth - 1);
    switch (random.below(6)) {
      case 0:
        return `(${one()} ? ${one()} : ${one()})`;
      case 1:
        return `(${one()} ${random.pick(['/', '%'])} (${one()} | 1u))`;
      case 2:
        return `(${one()} ${random.pick(['<<', '>>'])} (${one()} & 31u))`;
      case 3:
        return `(unsigned)(${one()} ${random.pick(['<', '==', '!=', '&&', '||', '>='])} ${one()})`;
      default:
        return `(${one()} ${random.pick(['+', '-', '*', '^', '&', '|'])} ${one()})`;
    }
  }

  #block(statements: number, depth: number): string[] {
    const count = this.#random.between(1, statements);
    const label = this.#random.oneIn(3) ? `${this.#prefix}_l${this.#labels++}` : null;
    if (label !== null) this.#targets.push(label);
    const lines = Array.from({ length: count }, () => this.#statement(depth)).flat();
    if (label !== null) {
      this.#targets.pop();
      lines.push(`${label}: __attribute__((unused));`);
    }
    return lines;
  }

  #braced(head: string, depth: number, tail = '}'): string[] {
    return [`${head} {`, ...this.#block(3, depth - 1).map((line) => `  ${line}`), tail];
  }

  #statement(depth: number): string[] {
    const random = this.#random;
    const assignment = `${random.pick(NAMES)} ${random.pick(['=', '+=', '^=', '-=', '*='])} ${this.#expression()};`;
    if (depth === 0) return [this.#jump() ?? assignment];
    switch (random.below(10)) {
      case 0:
        return this.#braced(`if (${this.#expression()})`, depth);
      case 1:
        return [
          ...this.#braced(`if (${this.#expression()})`, depth, '} else {'),
          ...this.#block(3, depth - 1).map((line) => `  ${line}`),
          '}',
        ];
      case 2:
        return this.#loop(() => this.#braced(`while (fuel-- > 0 && ${this.#expression()})`, depth));
      case 3:
        return this.#loop(() =>
          this.#braced('do', depth, `} while (fuel-- > 0 && ${this.#expression()});`),
        );
      case 4:
        return this.#loop(() =>
          this.#braced(
            `for (unsigned i = 0; i < ${random.below(6)}u && fuel-- > 0; i++, ${random.pick(NAMES)} += i)`,
            depth,
          ),
        );
      case 5:
        return this.#switch(depth);
      case 6:
        return [
          `{ unsigned ${random.pick(NAMES)}_ = ${this.#expression()}; ${random.pick(NAMES)} ^= sizeof(int); }`,
        ];
      case 7:
        return [`${random.pick(NAMES)} = ({ unsigned t = ${this.#expression()}; t * 3u; });`];
      case 8:
        return [this.#jump() ?? assignment];
      default:
        return [assignment];
    }
  }

  #loop(make: () => string[]): string[] {
    this.#loops += 1;
    const lines = make();
    this.#loops -= 1;
    return lines;
  }

  #switch(depth: number): string[] {
    const random = this.#random;
    this.#switches += 1;
    const cases = Array.from(
      { length: random.between(1, 5) },
      (_, k) => k * random.pick([1, 1, 7, 100]),
    );
    const lines = [`switch (${this.#expression()} % ${random.pick([4, 7, 200])}u) {`];
    const fallback = random.below(cases.length + 1);
    [...new Set(cases)].forEach((value, index) => {
      if (index === fallback) lines.push('  default:');
      const range = random.oneIn(6) ? ` ... ${value}` : '';
      lines.push(`  case ${value}${range}:`);
      lines.push(...this.#block(2, depth - 1).map((line) => `    ${line}`));
      if (!random.oneIn(3)) lines.push('    break;');
    });
    this.#switches -= 1;
    return [...lines, '    ;', '}'];
  }

  #jump(): string | null {
    const random = this.#random;
    const choices: string[] = [];
    if (this.#loops > 0) choices.push('continue;');
    if (this.#loops > 0 || this.#switches > 0) choices.push('break;');
    for (const target of this.#targets) choices.push(`goto ${target};`);
    if (random.oneIn(4)) choices.push('return a + c;');
    return choices.length === 0 ? null : `if (${this.#expression()}) ${random.pick(choices)}`;
  }
}
