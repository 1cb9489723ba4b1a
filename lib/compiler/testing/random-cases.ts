/**
 * Batches of random cases as one C program, so that one run of gcc and one process judge many. Every
 * case is well-defined and deterministic by construction, and the same in whatever batch it comes.
 */
import { caseRandom, type Random } from './random';
import { controlFlowCase } from './random-control-flow';
import { declarationCase } from './random-declarations';
import { expressionCase } from './random-expressions';
import { PROCESS_TREE_HEADERS, processTreeCase } from './random-process-trees';

export type CaseKind = 'expressions' | 'declarations' | 'control flow' | 'process trees';

type Maker = (random: Random, prefix: string) => string;

const MAKERS: readonly (readonly [CaseKind, Maker])[] = [
  ['expressions', expressionCase],
  ['declarations', declarationCase],
  ['control flow', controlFlowCase],
  ['process trees', processTreeCase],
];

export const CASE_KINDS: readonly CaseKind[] = MAKERS.map(([kind]) => kind);

const BYTES = `static void bytes(const void *data, size_t n) {
  const unsigned char *p = data;
  for (size_t i = 0; i < n; i++) printf("%02x", p[i]);
  printf("\\n");
}
`;

/** Cases \`first\` to \`first + count - 1\`. Each prints "case N" before what it has to say. */
export function caseProgram(kind: CaseKind, first: number, count: number): string {
  const at = CASE_KINDS.indexOf(kind);
  const maker = MAKERS[at]?.[1];
  if (maker === undefined) throw new Error(kind);
  const seeds = Array.from({ length: count }, (_, k) => first + k);
  return [
    '#include <stddef.h>',
    '#include <stdio.h>',
    ...(kind === 'process trees' ? PROCESS_TREE_HEADERS : []),
    '',
    kind === 'declarations' ? BYTES : '',
    ...seeds.map((seed) => maker(caseRandom(at, seed), `case${seed}`)),
    'int main(void) {',
    ...seeds.map((seed) => `  printf("case ${seed}\\n");\n  case${seed}();`),
    '  return 0;',
    '}',
    '',
  ].join('\n');
}
