import { describe, expect, it } from 'vitest';
import { packFiles, unpackFiles } from './shared-files';

const FILES = [
  { name: 'main.c', text: '#include "list.h"\nint main(void) { return 0; } /* grüße 🙂 */\n' },
  { name: 'list.h', text: 'int n;\n'.repeat(1000) },
];

describe('a shared playground', () => {
  it('comes back as it was, in an address that needs no escaping', async () => {
    const text = await packFiles(FILES);
    expect(text).toMatch(/^p1\.[A-Za-z0-9_-]+$/);
    expect(text.length).toBeLessThan(400);
    expect(await unpackFiles(text)).toEqual(FILES);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['nothing', () => ''],
    ['a place on the page', () => 'terminal'],
    ['one cut off', async () => (await packFiles(FILES)).slice(0, 60)],
    ['no base64', () => 'p1.***'],
    ['another thing in it', () => packFiles([{ name: '../evil', text: '' }])],
    ['no files', () => packFiles([])],
    ['two of one name', () => packFiles([...FILES, ...FILES])],
    ['far too much', () => packFiles([{ name: 'a.c', text: ' '.repeat(3_000_000) }])],
  ])('is not found in %s', async (_what, text) => {
    expect(await unpackFiles(await text())).toBeNull();
  });
});
