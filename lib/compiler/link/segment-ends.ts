/**
 * Names that the linker itself defines: end(3). They are where the segments end, not objects, and mean
 * this only in a program that defines no such names.
 */
import { TEXT_BASE } from '../../abi/address-space';
import type { LinkName } from '../object-module';
import type { Layout } from './layout';

type End = 'text' | 'data' | 'bss';

const ends: ReadonlyMap<LinkName, End> = new Map([
  ['etext', 'text'],
  ['_etext', 'text'],
  ['__etext', 'text'],
  ['edata', 'data'],
  ['_edata', 'data'],
  ['end', 'bss'],
  ['_end', 'bss'],
]);

export function isSegmentEnd(name: LinkName): boolean {
  return ends.has(name);
}

/** null: the name is none of these. */
export function segmentEnd({ codeWords, data, bss }: Layout, name: LinkName): number | null {
  switch (ends.get(name)) {
    case 'text':
      return TEXT_BASE + 4 * codeWords;
    case 'data':
      return data.address + data.bytes;
    case 'bss':
      return bss.address + bss.bytes;
    case undefined:
      return null;
  }
}
