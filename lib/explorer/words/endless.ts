/** Executions that never end, in words: who goes round, and where. */
import type { SourcePosition } from '../../kernel/events';
import type { Violation } from '../result';
import { lineText } from '../scene';
import type { ThreadId } from '../system';
import { listText } from './list-text';

export interface EndlessDetails {
  /** Who takes steps for ever, and where it stands when it comes round. */
  readonly threads: readonly { readonly thread: ThreadId; readonly at: SourcePosition | null }[];
  /** Index of the schedule's choice with which the cycle begins; it goes once round. */
  readonly cycleFrom: number;
}

/** null: the violation is no execution that never ends. */
export function endlessDetails({ kind, details }: Violation): EndlessDetails | null {
  return (kind === 'livelock' || kind === 'busy-wait') && isEndless(details) ? details : null;
}

function isEndless(details: unknown): details is EndlessDetails {
  return typeof details === 'object' && details !== null && 'cycleFrom' in details;
}

export function endlessText(
  kind: 'livelock' | 'busy-wait',
  { threads }: EndlessDetails,
  nameOf: (thread: ThreadId) => string,
): string {
  const who = threads.map(({ thread, at }) => `${nameOf(thread)}${lineText(at)}`);
  if (kind === 'busy-wait')
    return `Busy waiting: ${who.join(' and ')} waits by looking again and again, and uses the processor while it waits.`;
  return who.length === 1
    ? `It never ends: ${who.join()} goes round for ever, and nobody is left who could change what it looks at.`
    : `It never ends: ${listText(who)} go round for ever, though everybody gets a turn.`;
}
