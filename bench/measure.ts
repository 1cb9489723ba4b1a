/** Timings that can be compared: several rounds, the two sides in turn, medians and ratios of pairs. */

export function timeMs(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Of this process, its threads included (the engine's compiler runs in some): other load doesn't count. */
export function processorMs(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

export function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1));
  return sorted[at] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export interface Pair {
  /** Medians, in milliseconds. */
  readonly aMs: number;
  readonly bMs: number;
  /** Median of the rounds' a / b. */
  readonly ratio: number;
}

/** One round of each to warm up, then `rounds` rounds of a, b, a, b, … */
export function pairMs(a: () => number, b: () => number, rounds: number): Pair {
  a();
  b();
  const pairs = Array.from({ length: rounds }, () => ({ a: a(), b: b() }));
  return {
    aMs: median(pairs.map((pair) => pair.a)),
    bMs: median(pairs.map((pair) => pair.b)),
    ratio: median(pairs.map((pair) => pair.a / pair.b)),
  };
}

export function row(what: string, ...figures: readonly string[]): void {
  console.log(`  ${what.padEnd(46)} ${figures.join('   ')}`);
}

export function ms(value: number): string {
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`.padStart(9);
}

export function us(valueMs: number): string {
  return `${(valueMs * 1000).toFixed(1)} us`.padStart(10);
}

export function times(ratio: number): string {
  return `${ratio < 10 ? ratio.toFixed(2) : ratio.toFixed(1)} x`.padStart(8);
}
