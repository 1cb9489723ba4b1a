/**
 * Against JSCPP from npm, a C++ interpreter in JavaScript, where it can run the program at all, with sizes
 * that end in time there. It has no `main(void)`: that is written as it wants it.
 */
import JSCPP from 'JSCPP';
import { ms, pairMs, processorMs, row, times } from './measure';
import { type Definitions, programText } from './native';
import { compiled, simulate } from './simulated';

const programs: readonly { readonly file: string; readonly definitions: Definitions }[] = [
  { file: 'fib.c', definitions: { SIZE: 16 } },
  { file: 'sieve.c', definitions: { SIZE: 3000 } },
  { file: 'matrix.c', definitions: { SIZE: 16 } },
  { file: 'quicksort.c', definitions: { SIZE: 1000 } },
  { file: 'strings.c', definitions: { SIZE: 100 } },
  { file: 'forks.c', definitions: { FORKS: 10, HEAP: 0 } },
];

export function benchOtherInterpreter(rounds: number): void {
  console.log('simulated against JSCPP, small sizes, processor time');
  for (const { file, definitions } of programs) {
    const text = programText(file, definitions).replaceAll('main(void)', 'main()');
    const problem = tried(text);
    if (problem !== null) {
      row(file, `JSCPP can't run it: ${problem}`);
      continue;
    }
    const image = compiled(file, definitions);
    const { aMs, bMs, ratio } = pairMs(
      () => processorMs(() => simulate(image)),
      () => processorMs(() => tried(text)),
      rounds,
    );
    row(file, ms(aMs), ms(bMs), times(1 / ratio).trim(), 'faster');
  }
}

/** Runs it; what is wrong, or null. */
function tried(text: string): string | null {
  try {
    JSCPP.run(text, '', { stdio: { write: () => undefined }, unsigned_overflow: 'ignore' });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
