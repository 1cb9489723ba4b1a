/** What two headers of the library say about the same names. */
import type { Entity } from '../check/scopes';
import { compatibleQualified, compositeQualified } from '../check/type-compatibility';
import { sameDefinition } from '../preprocess/macro';
import type { HeaderUnit } from './header-unit';

/** Whether `later` comes out the same whether or not `earlier` was read before it. */
export function agree(earlier: HeaderUnit, later: HeaderUnit): boolean {
  if (later.includes.includes(earlier) || earlier.includes.includes(later)) return true;
  for (const [name, macro] of earlier.macros) {
    if (!later.words.has(name)) continue;
    const own = later.macros.get(name) ?? null;
    if (macro === null || own === null || !sameDefinition(macro, own)) return false;
  }
  const first = earlier.declared.entities;
  const second = later.declared.entities;
  for (const tag of second.tags.keys()) if (first.tags.has(tag)) return false;
  for (const [name, entity] of second.names) {
    const known = first.names.get(name);
    if (known !== undefined && jointEntity(known, entity) === null) return false;
  }
  return true;
}

/** What two declarations of one name come to (C11 6.2.7); null: they don't go together. */
export function jointEntity(first: Entity, second: Entity): Entity | null {
  if (first.kind === 'typedef' && second.kind === 'typedef') {
    return compatibleQualified(first.type, second.type) ? second : null;
  }
  if (first.kind !== 'static' || second.kind !== 'static') return null;
  if (!compatibleQualified(first.symbol.type, second.symbol.type)) return null;
  const type = compositeQualified(second.symbol.type, first.symbol.type);
  return { ...second, symbol: Object.freeze({ ...first.symbol, type }) };
}
