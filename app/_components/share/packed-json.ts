/** Plain data in a part of an address: JSON, deflated, in characters that need no escaping and no dot. */

/** What is unpacked from an address may not fill the memory. */
const CHARACTERS_MAX = 1_000_000;

export async function packJson(data: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(data));
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const small = new Uint8Array(await new Response(stream).arrayBuffer());
  let binary = '';
  for (const byte of small) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** undefined: it was cut off, or is not ours. */
export async function unpackJson(text: string): Promise<unknown> {
  try {
    const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
    return JSON.parse(await textOf(stream));
  } catch {
    // Base64, deflate and JSON each say so in their own way.
    return undefined;
  }
}

/** At most as much as anything of ours has: a few bytes can unpack to gigabytes. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
    if (text.length > CHARACTERS_MAX) {
      await reader.cancel();
      throw new Error('too large');
    }
  }
}
