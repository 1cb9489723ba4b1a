/** A playground in the part of an address after `#`, which browsers keep to themselves: nothing is stored anywhere. */
import { z } from 'zod';
import type { ProgramFile } from '@/app/_workers/program-file';

const VERSION = 'p1.';
export const FILES_MAX = 12;
/** What is unpacked from an address may not fill the memory. */
const CHARACTERS_MAX = 500_000;

export const fileNameSchema = z.string().regex(/^[A-Za-z0-9_][A-Za-z0-9_.-]{0,63}$/);
export const filesSchema = z
  .array(z.strictObject({ name: fileNameSchema, text: z.string().max(CHARACTERS_MAX) }))
  .min(1)
  .max(FILES_MAX)
  .refine((files) => new Set(files.map(({ name }) => name)).size === files.length);

export async function packed(files: readonly ProgramFile[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(files));
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of small) binary += String.fromCharCode(byte);
  return `${VERSION}${btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}`;
}

/** null: no playground of ours is in the text. */
export async function unpacked(text: string): Promise<readonly ProgramFile[] | null> {
  if (!text.startsWith(VERSION)) return null;
  try {
    const base64 = text.slice(VERSION.length).replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    const parsed = filesSchema.safeParse(JSON.parse(await textOf(stream)));
    return parsed.success ? parsed.data : null;
  } catch {
    // Cut off, or not ours: base64, deflate and JSON each say so in their own way.
    return null;
  }
}

/** At most as much as files may have: a few bytes can unpack to gigabytes. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > 2 * CHARACTERS_MAX) {
      await reader.cancel();
      throw new Error('too large');
    }
  }
}
