/** Plain words for wrong accesses to mapped memory: protected, past the end of a file, unmapped by now. */
import type { ExecutionContext } from './context';
import { noteOnce } from './finding';
import { indexIn, refusalOf, type Mapping } from './mapping';
import { count } from './memory-object';
import type { FindingFactKind, Trap } from './trap';
import type { SignalName } from '../abi/signals';

export interface MappingFault {
  readonly kind: FindingFactKind;
  readonly signal: SignalName;
  /** Goes on after "This writes 4 bytes". */
  readonly text: string;
}

/** Null: mappings have nothing to do with it. */
export function explainMapping(
  context: ExecutionContext,
  /** The access as far as it was asked for. */
  access: { readonly address: number; readonly bytes: number; readonly write: boolean },
  first: number,
): MappingFault | null {
  const { memory } = context;
  const mapping = memory.mappingAt(access.address) ?? memory.mappingAt(first);
  if (mapping === null) return wasMapped(context, first);
  const from = Math.max(access.address, mapping.address);
  const bytes = Math.max(1, access.address + access.bytes - from);
  const refusal = refusalOf(memory.mappings, mapping, from, bytes, access.write);
  if (refusal === null) return null;
  const { name } = refusal.mapping.region;
  switch (refusal.why) {
    case 'protected':
      return access.write && refusal.mapping.readable
        ? {
            kind: 'read-only',
            signal: 'SIGSEGV',
            text: ` to ${name}, which is mapped for reading only${at(refusal.mapping)}.`,
          }
        : {
            kind: 'protected-memory',
            signal: 'SIGSEGV',
            text: ` in ${name}, which may neither be read nor written (PROT_NONE)${at(refusal.mapping)}.`,
          };
    case 'past-object': {
      const { length, extent } = refusal.mapping.region;
      const has = `the mapping${at(refusal.mapping)} is longer, but there are only ${count(length, 'byte')}`;
      const advice = extent === 'file' ? ' Make the file longer (ftruncate) before.' : '';
      return {
        kind: 'past-mapped-file',
        signal: 'SIGBUS',
        text: ` in a page past the end of ${name}: ${has}.${advice}`,
      };
    }
    case 'past-mapping': {
      const over = from + bytes - refusal.first;
      return {
        kind: 'out-of-bounds',
        signal: 'SIGSEGV',
        text: ` in ${name}, and ${count(over, 'byte')} of them lie past the end of the mapping.`,
      };
    }
  }
}

function at({ line }: Mapping): string {
  return line === null ? '' : ` (since line ${line})`;
}

function wasMapped(context: ExecutionContext, address: number): MappingFault | null {
  const former = context.memory.unmapped.find(
    (each) => address >= each.address && address < each.address + each.bytes,
  );
  if (former === undefined) return null;
  const where = former.line === null ? '' : ` at line ${former.line}`;
  const segment = former.name.startsWith('shared memory');
  const verb = segment ? 'detached' : 'unmapped';
  return {
    kind: 'use-after-free',
    signal: 'SIGSEGV',
    text: ` in ${former.name}, which was ${verb}${where}: the pointer leads nowhere since then.`,
  };
}

/**
 * Not fatal: the rest of the last page is there, but it is no part of a segment, and what is written
 * there is no part of a file.
 */
export function notePastEnd(
  context: ExecutionContext,
  mapping: Mapping,
  address: number,
  bytes: number,
  write: boolean,
): Trap | null {
  const { region } = mapping;
  if (region.extent === 'pages' || region.extent === 'copy' || (region.extent === 'file' && !write))
    return null;
  const over = indexIn(mapping, address) + bytes - region.length;
  if (over <= 0) return null;
  return noteOnce(context, 'out-of-bounds', () => {
    const what = region.extent === 'file' ? 'file' : 'segment';
    const but =
      what === 'file'
        ? 'They never get into the file.'
        : 'It works only because memory comes in whole pages.';
    return `This ${write ? 'writes' : 'reads'} ${count(bytes, 'byte')} of ${region.name}, up to ${count(over, 'byte')} past the end of the ${what} of ${count(region.length, 'byte')}. ${but}`;
  });
}
