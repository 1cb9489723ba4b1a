import { describe, expect, it } from 'vitest';
import { packed, unpacked } from './share';

const FILES = [
  { name: 'main.c', text: '#include "list.h"\nint main(void) { return 0; } /* grüße 🙂 */\n' },
  { name: 'list.h', text: 'int n;\n'.repeat(1000) },
];

describe('a shared playground', () => {
  it('comes back as it was, in an address that needs no escaping', async () => {
    const text = await packed(FILES);
    expect(text).toMatch(/^p1\.[A-Za-z0-9_-]+$/);
    expect(text.length).toBeLessThan(400);
    expect(await unpacked(text)).toEqual(FILES);
  });

  it.each<[string, () => Promise<string> | string]>([
    ['nothing', () => ''],
    ['a place on the page', () => 'terminal'],
    ['one cut off', async () => (await packed(FILES)).slice(0, 60)],
    ['no base64', () => 'p1.***'],
    ['another thing in it', () => packed([{ name: '../evil', text: '' }])],
    ['no files', () => packed([])],
    ['two of one name', () => packed([...FILES, ...FILES])],
    ['far too much', () => packed([{ name: 'a.c', text: ' '.repeat(3_000_000) }])],
  ])('is not found in %s', async (_what, text) => {
    expect(await unpacked(await text())).toBeNull();
  });
});
