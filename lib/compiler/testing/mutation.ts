/** Inputs for fuzzing: programs cut, repeated, spliced and peppered with pieces of C; and noise. */
import type { Random } from './random';

const PIECES: readonly string[] = [
  ...'(){}[];,:?=+-*/%<>!~^|&.#"\'\\\n @`0a_“é'.split(''),
  ...['int ', 'if ', 'else ', 'for (', 'while ', 'do ', 'case ', 'default:', 'struct ', 'typedef '],
  ...['enum ', 'return ', 'sizeof ', '_Generic(', '__attribute__((', '({', '...', '##', '/*', '*/'],
  ...['#define f(x) ', '#if ', '#else\n', '#endif\n', '#include ', '\n#', '0x', '1e', "'a", '"b'],
  ...['f(', 'static ', 'const ', 'unsigned ', 'T ', 'x', '->', '++', '<<=', 'L"', 'goto ', 'asm('],
  ...['#pragma pack(1)\n', '_Pragma(', '__builtin_', '_Alignas(64) ', 'fork()', '1 << 40', '-1'],
];

export function mutated(source: string, random: Random): string {
  let text = source;
  const changes = random.between(1, 6);
  for (let change = 0; change < changes; change += 1) {
    const at = random.below(text.length + 1);
    const length = random.below(random.between(1, 30));
    const piece = random.pick(PIECES);
    switch (random.below(7)) {
      case 0:
        text = text.slice(0, at) + text.slice(at + length);
        break;
      case 1:
        text = text.slice(0, at);
        break;
      case 2:
        text = text.slice(0, at) + text.slice(at, at + length) + text.slice(at);
        break;
      case 3:
        text = text.slice(0, at) + piece.repeat(1 + length) + text.slice(at);
        break;
      case 4:
        text = text.slice(0, at) + piece + text.slice(at + length);
        break;
      default:
        text = text.slice(0, at) + piece + text.slice(at);
    }
  }
  return text;
}

const REPLACEMENTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b\d+\b/g, ['0', '1', '-1', '2147483647', '100000', '1l << 40', '3.5']],
  [/[-+*/%&|^]/g, ['+', '-', '*', '/', '%', '&', '|', '^', '<<', '>>', '==']],
  [/[<>]=?|==|!=/g, ['<', '>', '<=', '>=', '==', '!=']],
  [
    /\b(?:char|short|int|long|unsigned|double|float)\b/g,
    ['char', 'short', 'int', 'long', 'double'],
  ],
  [/\b[a-z]\w*\b/g, []],
];

/** One place changed so that the program most likely still compiles: a number, an operator, a type, a name. */
export function slightlyMutated(source: string, random: Random): string {
  const [pattern, choices] = random.pick(REPLACEMENTS);
  const found = [...source.matchAll(pattern)];
  if (found.length === 0) return source;
  const { index, 0: old } = random.pick(found);
  const words = choices.length > 0 ? choices : found.map(([word]) => word);
  return source.slice(0, index) + random.pick(words) + source.slice(index + old.length);
}

export function noise(random: Random): string {
  return Array.from({ length: random.below(200) }, () =>
    random.oneIn(2) ? String.fromCharCode(random.below(128)) : random.pick(PIECES),
  ).join('');
}
