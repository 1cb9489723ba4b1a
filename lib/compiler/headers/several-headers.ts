/** What several headers declare and define together. Programs of one course include few combinations. */
import type { Entity } from '../check/scopes';
import type { Macro } from '../preprocess/macro';
import type { PreparedHeader } from '../preprocess/prepared-headers';
import { BUILTIN_NAMES } from '../parse/scopes';
import { jointEntity } from './agreement';
import type { Declared, HeaderUnit } from './header-unit';

const COMBINATIONS_MAX = 64;

const declarations = new Map<string, Declared>();
const macroTables = new Map<string, ReadonlyMap<string, Macro>>();

/** The result depends on the headers alone: those kept are only what is asked for most often. */
function remembered<T>(
  known: Map<string, T>,
  headers: readonly PreparedHeader[],
  make: () => T,
): T {
  const key = headers.map(({ file, feature }) => `${file.name} ${feature}`).join();
  const found = known.get(key) ?? make();
  known.delete(key);
  known.set(key, found);
  const [oldest] = known.keys();
  if (known.size > COMBINATIONS_MAX && oldest !== undefined) known.delete(oldest);
  return found;
}

export function declaredTogether(headers: readonly HeaderUnit[]): Declared {
  return remembered(declarations, headers, () => {
    const uses = new Map(BUILTIN_NAMES.uses);
    const tags = new Map(BUILTIN_NAMES.tags);
    const names = new Map<string, Entity>();
    const tagEntities = headers.flatMap(({ declared }) => [...declared.entities.tags]);
    const noReturn = headers.flatMap(({ declared }) => [...declared.entities.noReturn]);
    for (const { declared } of headers) {
      for (const [name, use] of declared.names.uses) uses.set(name, use);
      for (const [tag, kind] of declared.names.tags) tags.set(tag, kind);
      for (const [name, entity] of declared.entities.names) {
        const earlier = names.get(name);
        names.set(name, earlier === undefined ? entity : (jointEntity(earlier, entity) ?? entity));
      }
    }
    return {
      names: { uses, tags },
      entities: { names, tags: new Map(tagEntities), noReturn: new Set(noReturn) },
    };
  });
}

export function macrosAfter(
  headers: readonly PreparedHeader[],
  predefined: ReadonlyMap<string, Macro>,
): ReadonlyMap<string, Macro> {
  return remembered(macroTables, headers, () => {
    const macros = new Map(predefined);
    for (const header of headers) {
      for (const [name, macro] of header.macros) {
        if (macro === null) macros.delete(name);
        else macros.set(name, macro);
      }
    }
    return macros;
  });
}
