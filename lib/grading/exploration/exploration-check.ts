/** Which checks are judged by exploring. */
import type { Check, CheckKind } from '../exercise';

const explorationKinds = [
  'explore',
  'outputs',
  'invariant',
  'mutual-exclusion',
  'no-deadlock',
  'no-race',
  'no-busy-wait',
  'fair',
] as const satisfies readonly CheckKind[];

export type ExplorationCheck = Extract<Check, { kind: (typeof explorationKinds)[number] }>;

export function isExplorationCheck(check: Check): check is ExplorationCheck {
  return explorationKinds.some((kind) => kind === check.kind);
}
