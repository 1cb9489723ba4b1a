import type { Actor } from '../auth/actor';
import { database } from '../db';
import { requireMembership, requirePublishedItem } from './access';
import { type SourceProblem, sourceProblem } from './limits';

export type Draft = {
  readonly source: string;
  /** To be handed back with the next save. */
  readonly revision: number;
  readonly updatedAt: Date;
};

export type SaveDraftResult =
  | { readonly kind: 'saved'; readonly revision: number; readonly updatedAt: Date }
  /** Another tab or device saved meanwhile: nothing was written, `draft` is what is kept. */
  | { readonly kind: 'conflict'; readonly draft: Draft }
  | { readonly kind: 'refused'; readonly problem: SourceProblem };

export async function getDraft(
  actor: Actor,
  courseSlug: string,
  exerciseSlug: string,
): Promise<Draft | null> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'EXERCISE', exerciseSlug);
  return findDraft(actor, itemId);
}

/** `baseRevision` is the revision that the text was typed over, 0 when there was no draft. */
export async function saveDraft(
  actor: Actor,
  courseSlug: string,
  exerciseSlug: string,
  source: string,
  baseRevision: number,
): Promise<SaveDraftResult> {
  const db = database();
  const membership = await requireMembership(db, actor, courseSlug);
  const { itemId } = await requirePublishedItem(db, membership, 'EXERCISE', exerciseSlug);
  const problem = sourceProblem(source);
  if (problem !== null) return { kind: 'refused', problem };

  const saved =
    baseRevision === 0
      ? await db.$queryRaw<Saved[]>`
          INSERT INTO drafts (user_id, item_id, source) VALUES (${actor.userId}::uuid, ${itemId}::uuid, ${source})
          ON CONFLICT (user_id, item_id) DO NOTHING
          RETURNING revision, updated_at AS "updatedAt"`
      : await db.$queryRaw<Saved[]>`
          UPDATE drafts SET source = ${source}, revision = revision + 1, updated_at = now()
          WHERE user_id = ${actor.userId}::uuid AND item_id = ${itemId}::uuid AND revision = ${baseRevision}
          RETURNING revision, updated_at AS "updatedAt"`;
  const row = saved[0];
  if (row !== undefined) return { kind: 'saved', revision: row.revision, updatedAt: row.updatedAt };

  const draft = await findDraft(actor, itemId);
  // Gone between the two statements: the text is new again.
  if (draft === null) return saveDraft(actor, courseSlug, exerciseSlug, source, 0);
  // The answer to an earlier save was lost and the page sends it again: no conflict.
  if (draft.source === source)
    return { kind: 'saved', revision: draft.revision, updatedAt: draft.updatedAt };
  return { kind: 'conflict', draft };
}

type Saved = { readonly revision: number; readonly updatedAt: Date };

async function findDraft(actor: Actor, itemId: string): Promise<Draft | null> {
  return database().draft.findUnique({
    where: { userId_itemId: { userId: actor.userId, itemId } },
    select: { source: true, revision: true, updatedAt: true },
  });
}
