/**
 * How fast programs run: simulated against gcc -O0, processor time of both, as medians of rounds and one
 * geometric mean. Computation first, then what the kernel does.
 */
import { geometricMean, ms, pairMs, processorMs, row, times } from './measure';
import { type Definitions, nativeProgram } from './native';
import { compiled, simulate } from './simulated';

interface Program {
  readonly file: string;
  readonly what: string;
  readonly definitions: Definitions;
}

const computing: readonly Program[] = [
  { file: 'fib.c', what: 'fib(32)', definitions: { SIZE: 32 } },
  { file: 'sieve.c', what: 'sieve to 2,000,000', definitions: { SIZE: 2_000_000 } },
  { file: 'matrix.c', what: 'matrix multiply, 160 x 160', definitions: { SIZE: 160 } },
  { file: 'quicksort.c', what: 'quicksort of 400,000', definitions: { SIZE: 400_000 } },
  { file: 'strings.c', what: 'string building, 1 MB', definitions: { SIZE: 60_000 } },
];

/** `share`: a tenth of the work makes a quick look. */
const kernel = (share: number): readonly Program[] => [
  { file: 'forks.c', what: '1,000 forks', definitions: { FORKS: 1000 * share, HEAP: 0 } },
  {
    file: 'ping-pong.c',
    what: '100,000 context switches',
    definitions: { ROUNDS: 50_000 * share },
  },
  {
    file: 'semaphores-system-v.c',
    what: '1,000,000 semaphore operations, System V',
    definitions: { PAIRS: 500_000 * share },
  },
];

/** On Linux these need no system call; here each operation is one, and each access is checked. */
const withoutSystemCalls = (share: number): readonly Program[] => [
  {
    file: 'semaphores-posix.c',
    what: '1,000,000 semaphore operations, POSIX',
    definitions: { PAIRS: 500_000 * share },
  },
  {
    file: 'shared-counter.c',
    what: '4,000,000 updates of shared memory',
    definitions: { ROUNDS: 1_000_000 * share },
  },
];

export function benchExecution(rounds: number, share: number): void {
  const part = share === 1 ? '' : `; of what the kernel does, ${share} of the number named`;
  console.log(`execution, simulated against gcc -O0, processor time${part}`);
  const computation = computing.map((program) => ratioOf(program, rounds));
  row('geometric mean of computation', times(geometricMean(computation)));
  const system = kernel(share).map((program) => ratioOf(program, rounds));
  row('geometric mean of all above', times(geometricMean([...computation, ...system])));
  for (const program of withoutSystemCalls(share)) ratioOf(program, rounds);
}

function ratioOf({ file, what, definitions }: Program, rounds: number): number {
  const image = compiled(file, definitions);
  const native = nativeProgram(file, definitions);
  let instructions = 0;
  const { aMs, bMs, ratio } = pairMs(
    () =>
      processorMs(() => {
        ({ instructions } = simulate(image));
      }),
    () => Math.max(0.1, native.processorMs()),
    rounds,
  );
  const speed = instructions / aMs / 1000;
  row(what, ms(aMs), ms(bMs), times(ratio), `${speed.toFixed(0)} million instructions/s`);
  return ratio;
}
