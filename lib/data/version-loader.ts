import type { Db } from '../db';

/** A course has some dozens of versions in use. */
const KEPT_MAX = 100;

/** Loads what `parse` makes of a version's definition. Versions never change, so what was parsed is kept. */
export function versionLoader<Parsed>(parse: (definition: unknown) => Parsed) {
  const kept = new Map<string, Parsed>();
  return async (db: Db, versionId: string): Promise<Parsed> => {
    const before = kept.get(versionId);
    if (before !== undefined) return before;
    const version = await db.itemVersion.findUniqueOrThrow({
      where: { id: versionId },
      select: { definition: true },
    });
    const parsed = parse(version.definition);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= KEPT_MAX) kept.delete(oldest);
    kept.set(versionId, parsed);
    return parsed;
  };
}
