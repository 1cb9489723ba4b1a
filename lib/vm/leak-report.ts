/** Heap blocks that nobody freed. */
import type { ExecutionContext } from './context';
import type { FindingFact } from './trap';

/** One finding for each place that allocated blocks which are still allocated; not fatal. */
export function leakFindings(_context: ExecutionContext): FindingFact[] {
  return [];
}
