/** String literals of the same bytes are one object, as gcc has it. */
import type { ObjectData } from '../object-module';
import type { DataDefinition } from './layout';
import type { LibraryIndex } from './library-index';

export interface SharedLiterals {
  /** One of each, in the order of the others. */
  readonly kept: readonly DataDefinition[];
  /** By a literal that was left out: the one in its place. */
  readonly same: ReadonlyMap<ObjectData, ObjectData>;
}

export function sharedLiterals(
  data: readonly DataDefinition[],
  library: LibraryIndex,
): SharedLiterals {
  const byKey = new Map<string, ObjectData>();
  const same = new Map<ObjectData, ObjectData>();
  const kept = data.filter(({ module, item }) => {
    if (!item.info.name.startsWith('"') || typeof item.bytes === 'number') return true;
    const key = module.library ? library.literalKey(item, keyOf) : keyOf(item);
    const first = byKey.get(key);
    if (first === undefined) byKey.set(key, item);
    else same.set(item, first);
    return first === undefined;
  });
  return { kept, same };
}

function keyOf({ alignment, bytes }: ObjectData): string {
  let key = `${alignment} `;
  if (typeof bytes !== 'number') for (const byte of bytes) key += String.fromCharCode(byte);
  return key;
}
