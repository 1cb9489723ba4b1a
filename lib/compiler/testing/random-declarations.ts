/**
 * Random structures, unions, arrays and bit-fields with random initializers: their sizes, alignments,
 * offsets and bytes, and the values that come through assignment, parameters and results.
 */
import type { Random } from './random';

const SCALARS = [
  ...['char', 'signed char', 'unsigned char', 'short', 'unsigned short', 'int', 'unsigned'],
  ...['long', 'unsigned long', 'float', 'double', '_Bool'],
];
const FIELD_TYPES = [
  'signed char',
  'unsigned char',
  'short',
  'unsigned short',
  'int',
  'unsigned',
  'long',
  'unsigned long',
];
const BYTES: Readonly<Record<string, number>> = {
  'signed char': 1,
  'unsigned char': 1,
  short: 2,
  'unsigned short': 2,
  int: 4,
  unsigned: 4,
  long: 8,
  'unsigned long': 8,
};

interface Member {
  readonly kind: 'scalar' | 'array' | 'record' | 'bits';
  /** Names from the outermost record, for members of anonymous ones too. */
  readonly name: string;
  readonly type: string;
  readonly count: number;
  readonly members: readonly Member[];
  readonly union: boolean;
}

export function declarationCase(random: Random, prefix: string): string {
  return new DeclarationCase(random, prefix).text();
}

class DeclarationCase {
  readonly #random: Random;
  readonly #prefix: string;
  #names = 0;

  constructor(random: Random, prefix: string) {
    this.#random = random;
    this.#prefix = prefix;
  }

  text(): string {
    const random = this.#random;
    const tag = `${random.oneIn(6) ? 'union' : 'struct'} ${this.#prefix}_t`;
    const union = tag.startsWith('union');
    const members = this.#members(3);
    const attribute = random.pick(['', '', '', ' __attribute__((aligned(16)))']);
    const scalars = [...this.#paths(members, '', union)];
    const dump = scalars.map(({ path, floating }) =>
      floating
        ? `  printf("%a ", (double)p->${path});`
        : `  printf("%lld ", (long long)p->${path});`,
    );
    const p = this.#prefix;
    return [
      `${tag} {`,
      ...members.text.map((line) => `  ${line}`),
      `}${attribute};`,
      `static ${tag} ${p}_a = ${this.#initializer(members.members, union)};`,
      `static ${tag} ${p}_b[2] = {${this.#initializer(members.members, union)}, [1] = ${this.#initializer(members.members, union)}};`,
      `static void ${p}_show(const ${tag} *p) {`,
      ...dump,
      '  printf("\\n");',
      '}',
      `static ${tag} ${p}_pass(${tag} x, int y) { return y ? x : ${p}_a; }`,
      `static void ${p}(void) {`,
      `  printf("%zu %zu\\n", sizeof(${tag}), _Alignof(${tag}));`,
      ...members.members
        .filter(({ kind, name }) => kind !== 'bits' && name !== '')
        .map(({ name }) => `  printf("%zu ", __builtin_offsetof(${tag}, ${name}));`),
      `  bytes(&${p}_a, sizeof ${p}_a);`,
      `  bytes(${p}_b, sizeof ${p}_b);`,
      `  int x = ${random.below(50)};`,
      '  (void)x;',
      `  ${tag} local = ${this.#initializer(members.members, union, true)}, copy;`,
      '  copy = local;',
      `  ${p}_show(&copy);`,
      `  copy = ${p}_pass(${p}_b[1], 1);`,
      `  ${p}_show(&copy);`,
      `  copy = ${p}_pass(copy, 0);`,
      `  ${p}_show(&copy);`,
      `  ${tag} *q = &(${tag})${this.#initializer(members.members, union)};`,
      `  ${p}_show(q);`,
      '}',
      '',
    ].join('\n');
  }

  #members(depth: number): { readonly text: string[]; readonly members: Member[] } {
    const random = this.#random;
    const text: string[] = [];
    const members: Member[] = [];
    const count = random.between(1, 5);
    for (let k = 0; k < count; k += 1) {
      const name = `m${this.#names++}`;
      switch (random.below(depth > 0 ? 7 : 5)) {
        case 0:
        case 1: {
          const type = random.pick(SCALARS);
          text.push(`${random.oneIn(12) ? '_Alignas(16) ' : ''}${type} ${name};`);
          members.push({ kind: 'scalar', name, type, count: 0, members: [], union: false });
          break;
        }
        case 2: {
          const type = random.pick(SCALARS);
          const length = random.between(1, 4);
          text.push(`${type} ${name}[${length}];`);
          members.push({ kind: 'array', name, type, count: length, members: [], union: false });
          break;
        }
        case 3:
        case 4: {
          const type = random.pick(FIELD_TYPES);
          const width = random.between(1, 8 * (BYTES[type] ?? 4));
          if (random.oneIn(8)) text.push(`${type} : ${random.pick([0, 1, 3])};`);
          text.push(`${type} ${name} : ${width};`);
          members.push({ kind: 'bits', name, type, count: width, members: [], union: false });
          break;
        }
        default: {
          const inner = this.#members(depth - 1);
          const union = random.oneIn(3);
          const anonymous = random.oneIn(3);
          text.push(
            `${union ? 'union' : 'struct'} {`,
            ...inner.text.map((line) => `  ${line}`),
            `}${anonymous ? '' : ` ${name}`};`,
          );
          members.push({
            kind: 'record',
            name: anonymous ? '' : name,
            type: '',
            count: 0,
            members: inner.members,
            union,
          });
        }
      }
    }
    return { text, members };
  }

  /** Scalars that may be read: of a union the first member only, which its initializer sets. */
  *#paths(
    { members }: { readonly members: readonly Member[] },
    before: string,
    union: boolean,
  ): Iterable<{ readonly path: string; readonly floating: boolean }> {
    for (const member of union ? members.slice(0, 1) : members) {
      const path = before + member.name;
      const floating = member.type === 'float' || member.type === 'double';
      if (member.kind === 'record') {
        yield* this.#paths(member, member.name === '' ? before : `${path}.`, member.union);
      } else if (member.kind === 'array') {
        for (let k = 0; k < member.count; k += 1) yield { path: `${path}[${k}]`, floating };
      } else yield { path, floating };
    }
  }

  /** `dynamic`: values that are known at run time only. */
  #initializer(members: readonly Member[], union: boolean, dynamic = false): string {
    const random = this.#random;
    const list = union ? members.slice(0, 1) : members;
    const values: string[] = [];
    let plain = true;
    for (const member of list) {
      if (random.oneIn(5)) {
        plain = false;
        continue;
      }
      const value = this.#value(member, dynamic);
      // A designator may not lead into an anonymous record here: those come in order or not at all.
      if (member.name === '' && !plain) continue;
      values.push(
        plain && !random.oneIn(4)
          ? value
          : member.name === ''
            ? value
            : `.${member.name} = ${value}`,
      );
    }
    if (!union && random.oneIn(4)) {
      const again = list.filter(({ kind, name }) => kind === 'scalar' && name !== '');
      if (again.length > 0) {
        const member = random.pick(again);
        values.push(`.${member.name} = ${this.#value(member, dynamic)}`);
      }
    }
    return values.length === 0 ? '{0}' : `{${values.join(', ')}}`;
  }

  #value(member: Member, dynamic: boolean): string {
    const random = this.#random;
    switch (member.kind) {
      case 'record':
        return this.#initializer(member.members, member.union, dynamic);
      case 'array': {
        const parts = Array.from({ length: random.between(1, member.count) }, () =>
          this.#scalar(member.type, dynamic),
        );
        if (random.oneIn(4))
          parts.push(`[${random.below(member.count)}] = ${this.#scalar(member.type, dynamic)}`);
        return `{${parts.join(', ')}}`;
      }
      case 'bits':
        // Within the field: what does not fit is implementation-defined, but not a matter of layout.
        return this.#scalar(member.type, dynamic);
      default:
        return this.#scalar(member.type, dynamic);
    }
  }

  #scalar(type: string, dynamic: boolean): string {
    const random = this.#random;
    if (type === 'float' || type === 'double') return `${random.between(-100, 100)} / 8.0`;
    const value = random.pick([
      random.between(-5, 130),
      random.between(-40000, 70000),
      random.between(-2000000000, 2000000000),
    ]);
    if (dynamic && random.oneIn(2)) return `x + ${random.below(100)}`;
    return String(value);
  }
}
