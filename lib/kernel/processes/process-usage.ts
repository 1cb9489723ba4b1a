/** What a process has used of processors. */

/** Immutable: replaced, not changed. */
export interface ResourceUsage {
  readonly userNs: number;
  readonly systemNs: number;
  /** Times that it gave the processor up, and that it was taken away. */
  readonly voluntarySwitches: number;
  readonly involuntarySwitches: number;
}

export const NO_USAGE: ResourceUsage = {
  userNs: 0,
  systemNs: 0,
  voluntarySwitches: 0,
  involuntarySwitches: 0,
};

export function sumOfUsage(a: ResourceUsage, b: ResourceUsage): ResourceUsage {
  return {
    userNs: a.userNs + b.userNs,
    systemNs: a.systemNs + b.systemNs,
    voluntarySwitches: a.voluntarySwitches + b.voluntarySwitches,
    involuntarySwitches: a.involuntarySwitches + b.involuntarySwitches,
  };
}
