/** Cost of a fork (with exit and wait) and of a context switch, against Linux. */
import { pairMs, row, times, us } from './measure';
import { nativeProgram } from './native';
import { compiled, simulate } from './simulated';

export function benchKernel(rounds: number): void {
  console.log('kernel, simulated against Linux, each');
  const forks = 300;
  for (const heap of [0, 1024 * 1024]) {
    const definitions = { FORKS: forks, HEAP: heap };
    const image = compiled('forks.c', definitions);
    const native = nativeProgram('forks.c', definitions);
    const { aMs, bMs, ratio } = pairMs(() => simulate(image).ms, native.runMs, rounds);
    row(
      `fork + exit + wait, ${heap / 1024} KB of heap`,
      us(aMs / forks),
      us(bMs / forks),
      times(ratio),
    );
  }
  const trips = 5000;
  const image = compiled('ping-pong.c', { ROUNDS: trips });
  const native = nativeProgram('ping-pong.c', { ROUNDS: trips });
  const { aMs, bMs, ratio } = pairMs(() => simulate(image).ms, native.runMs, rounds);
  row(
    'context switch, with a byte through a pipe',
    us(aMs / trips / 2),
    us(bMs / trips / 2),
    times(ratio),
  );
}
