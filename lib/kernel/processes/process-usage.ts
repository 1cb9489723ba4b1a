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

/** With more time. Written out: a spread costs more than all the rest of a short system call. */
export function withTime(
  { userNs, systemNs, voluntarySwitches, involuntarySwitches }: ResourceUsage,
  moreUserNs: number,
  moreSystemNs: number,
): ResourceUsage {
  return {
    userNs: userNs + moreUserNs,
    systemNs: systemNs + moreSystemNs,
    voluntarySwitches,
    involuntarySwitches,
  };
}

export function sumOfUsage(a: ResourceUsage, b: ResourceUsage): ResourceUsage {
  return {
    userNs: a.userNs + b.userNs,
    systemNs: a.systemNs + b.systemNs,
    voluntarySwitches: a.voluntarySwitches + b.voluntarySwitches,
    involuntarySwitches: a.involuntarySwitches + b.involuntarySwitches,
  };
}
