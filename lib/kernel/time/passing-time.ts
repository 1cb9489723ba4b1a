/**
 * How far a machine's clock may go while nobody is ready, so that a sleep lasts as long as outside. Its
 * clock runs by itself while programs compute, faster or slower than ours: so the two are set equal where
 * they have come apart.
 */
export class PassingTime {
  #machineNs = 0;
  #hostMs: number;

  constructor(nowMs: number) {
    this.#hostMs = nowMs;
  }

  /** What the machine's clock may show now. */
  limitNs(nowMs: number): number {
    return this.#machineNs + (nowMs - this.#hostMs) * NS_PER_MS;
  }

  /** What it shows. A little too late is made up for: many short sleeps take as long as one long one. */
  shows(machineNs: number, nowMs: number): void {
    const behindNs = this.limitNs(nowMs) - machineNs;
    if (behindNs >= 0 && behindNs < BEHIND_NS_MAX) return;
    this.#machineNs = machineNs;
    this.#hostMs = nowMs;
  }
}

export const NS_PER_MS = 1_000_000;
const BEHIND_NS_MAX = 100 * NS_PER_MS;
