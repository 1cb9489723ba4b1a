/** Exploring: against the literature's counts, against SPIN, and against gcc. */
import { hasGcc } from '../native';
import { benchBesideSpin } from './beside-spin';
import { benchProofs } from './proofs';
import { benchPublishedCounts } from './published-counts';

export function benchExplorer(quick: boolean): void {
  benchPublishedCounts(quick);
  if (!hasGcc()) return;
  benchBesideSpin(quick);
  benchProofs(quick ? 3 : 20, quick ? 2 : 5);
}
