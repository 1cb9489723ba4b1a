import { createHash } from 'node:crypto';
import type { Db } from '../db';
import type { ItemKind, Prisma } from '../generated/prisma/client';

/** What a course is to offer, as read from the repository. */
export type PublishableItem = {
  readonly kind: ItemKind;
  readonly slug: string;
  readonly title: string;
  /** Heading of the outline; null: it stands for itself. */
  readonly part: string | null;
  readonly minutes: number | null;
  readonly pointsMax: number;
  /** Texts by name: equal texts are the same version. */
  readonly files: Readonly<Record<string, string>>;
  /** What is kept of them. */
  readonly definition: Prisma.InputJsonValue;
};

/**
 * Puts an item into a course, or a new version of it if its files changed since; true if students get something
 * else than before. Submissions and attempts keep the version that they were made for.
 */
export async function publishItem(
  tx: Db,
  courseId: string,
  position: number,
  item: PublishableItem,
): Promise<boolean> {
  const { kind, slug, title, part, minutes, pointsMax, definition } = item;
  const row = await tx.courseItem.upsert({
    where: { courseId_kind_slug: { courseId, kind, slug } },
    create: { courseId, kind, slug, title, part, minutes, position },
    update: { title, part, minutes, position },
    select: { id: true, currentVersionId: true },
  });
  const contentHash = hashOfFiles(item.files);
  const version = await tx.itemVersion.upsert({
    where: { itemId_contentHash: { itemId: row.id, contentHash } },
    create: { itemId: row.id, contentHash, definition, pointsMax },
    update: {},
    select: { id: true },
  });
  if (version.id === row.currentVersionId) return false;
  await tx.courseItem.update({ where: { id: row.id }, data: { currentVersionId: version.id } });
  return true;
}

function hashOfFiles(files: Readonly<Record<string, string>>): string {
  const hash = createHash('sha256');
  for (const name of Object.keys(files).sort()) {
    // Lengths keep "a" + "bc" apart from "ab" + "c".
    const text = files[name] ?? '';
    hash.update(`${name.length} ${text.length}\n${name}\n${text}\n`);
  }
  return hash.digest('hex');
}
