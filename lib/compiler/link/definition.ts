/** What a module defines: functions and data by their names, and what each of them refers to. */
import type { LinkName, ObjectData, ObjectFunction, ObjectModule } from '../object-module';

export type Definition =
  | { readonly kind: 'function'; readonly module: ObjectModule; readonly item: ObjectFunction }
  | { readonly kind: 'data'; readonly module: ObjectModule; readonly item: ObjectData };

export function definitionsOf(module: ObjectModule): ReadonlyMap<LinkName, Definition> {
  const index = new Map<LinkName, Definition>();
  for (const item of module.functions) index.set(item.symbol, { kind: 'function', module, item });
  for (const item of module.data) index.set(item.symbol, { kind: 'data', module, item });
  return index;
}

/** In the order of fixups or relocations. */
export function namesIn(definition: Definition): readonly LinkName[] {
  return definition.kind === 'function'
    ? definition.item.fixups.map(({ target }) => target)
    : definition.item.relocations.map(({ target }) => target);
}

/** Of its unit alone. */
export function isInternal(name: LinkName): boolean {
  return name.includes('#');
}

/** May meet another definition of the same name. */
export function isTentative({ item }: Definition): boolean {
  return item.tentative === true;
}
