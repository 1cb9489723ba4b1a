/**
 * Golden files that hold a C source, a line of dashes, and what is expected of it. With
 * UPDATE_GOLDENS=1 in the environment the expectations are written anew.
 */
import fs from 'node:fs';
import process from 'node:process';
import { expect, it } from 'vitest';

const SEPARATOR = '\n--------\n';

export function testGoldens(folder: URL, run: (source: string) => string): void {
  const names = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort();
  for (const name of names) {
    it(name.replace('.txt', ''), () => {
      const file = new URL(name, folder);
      const [source = '', expected = ''] = fs.readFileSync(file, 'utf8').split(SEPARATOR);
      const actual = run(`${source}\n`).trimEnd();
      if (process.env['UPDATE_GOLDENS'] === '1') {
        fs.writeFileSync(file, `${source}${SEPARATOR}${actual}\n`);
      } else {
        expect(actual).toBe(expected.trimEnd());
      }
    });
  }
}
