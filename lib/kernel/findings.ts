/** The processor's facts about errors of memory and arithmetic, as findings of the run. */
import type { FindingFact } from '../vm/trap';
import type { Finding } from './events';

export function findingOf(fact: FindingFact): Finding {
  return {
    kind: fact.kind,
    message: fact.message,
    fatal: fact.fatal,
    at: fact.at,
    stack: fact.stack,
    ...(fact.address === null ? {} : { address: `0x${fact.address.toString(16)}` }),
  };
}

/** "fork.c:12: This reads ...": as people are told outside of the editor. */
export function findingText({ at, message }: Pick<Finding, 'at' | 'message'>): string {
  return `${at === null ? '' : `${at.file}:${at.line}: `}${message}`;
}
