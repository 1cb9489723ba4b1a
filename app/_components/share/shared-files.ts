/** Program files in the part of an address after `#`, which browsers keep to themselves: nothing is stored anywhere. */
import { z } from 'zod';
import type { ProgramFile } from '@/app/_workers/program-file';
import { packJson, unpackJson } from './packed-json';

/** `p1.` and the files; further parts, each begun with a dot, may follow. */
const FILES = /^p1\.([^.]*)(?:\.|$)/;
export const FILES_MAX = 12;
const CHARACTERS_MAX = 500_000;

export const fileNameSchema = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/);
export const filesSchema = z
  .array(z.strictObject({ name: fileNameSchema, text: z.string().max(CHARACTERS_MAX) }))
  .min(1)
  .max(FILES_MAX)
  .refine((files) => new Set(files.map(({ name }) => name)).size === files.length);

export async function packFiles(files: readonly ProgramFile[]): Promise<string> {
  return `p1.${await packJson(files)}`;
}

/** null: no files of ours are in the text. */
export async function unpackFiles(text: string): Promise<readonly ProgramFile[] | null> {
  const [, packed] = FILES.exec(text) ?? [];
  if (packed === undefined) return null;
  const parsed = filesSchema.safeParse(await unpackJson(packed));
  return parsed.success ? parsed.data : null;
}
