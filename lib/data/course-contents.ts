import type { Db } from '../db';
import type { ItemKind } from '../generated/prisma/client';

/** An item that a course shows, and the version that it shows now. */
export type ShownItem = {
  readonly kind: ItemKind;
  readonly slug: string;
  readonly title: string;
  readonly versionId: string;
};

/** In the order of the course. */
export async function shownItems(db: Db, courseId: string): Promise<readonly ShownItem[]> {
  const rows = await db.courseItem.findMany({
    where: { courseId, currentVersionId: { not: null } },
    orderBy: [{ position: 'asc' }, { slug: 'asc' }],
    select: { kind: true, slug: true, title: true, currentVersionId: true },
  });
  return rows.flatMap(({ currentVersionId: versionId, ...row }) =>
    versionId === null ? [] : [{ ...row, versionId }],
  );
}

/** A server has few courses that are read at the same time. */
const KEPT_MAX = 20;

/** Makes something of all that a course shows, and keeps it until the course shows other versions. */
export function contentsLoader<Made>(make: (db: Db, items: readonly ShownItem[]) => Promise<Made>) {
  const kept = new Map<string, Promise<Made>>();
  return (db: Db, items: readonly ShownItem[]): Promise<Made> => {
    const key = items.map(({ versionId }) => versionId).join();
    const before = kept.get(key);
    if (before !== undefined) return before;
    const made = make(db, items);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= KEPT_MAX) kept.delete(oldest);
    kept.set(key, made);
    // The next one tries again.
    made.catch(() => kept.delete(key));
    return made;
  };
}
