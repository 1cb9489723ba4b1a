/** How fast the processor is: simulated against gcc -O0, start of the native process taken off. */
import { median, ms, pairMs, row, times } from './measure';
import { nativeProgram } from './native';
import { compiled, simulate } from './simulated';

export function benchExecution(rounds: number): void {
  console.log('execution, simulated against gcc -O0');
  const empty = nativeProgram('hello.c');
  const startMs = median(Array.from({ length: 5 }, () => empty.runMs()));
  for (const name of ['fib.c', 'sieve.c']) {
    const image = compiled(name);
    const native = nativeProgram(name);
    let speed = 0;
    const { aMs, bMs, ratio } = pairMs(
      () => {
        const run = simulate(image);
        speed = run.instructions / run.ms / 1000;
        return run.ms;
      },
      () => Math.max(0.1, native.runMs() - startMs),
      rounds,
    );
    row(name, ms(aMs), ms(bMs), times(ratio), `${speed.toFixed(0)} million instructions/s`);
  }
}
