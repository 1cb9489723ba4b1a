import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { front, renderDiagnostics, renderTokens, renderTree, type Front } from './front';

/**
 * A golden file holds a source, a line of dashes, and what the compiler makes of it.
 * UPDATE_GOLDEN=1 writes the second part anew; read the difference before you commit it.
 */
const SEPARATOR = '----------------------------------------\n';

function check(folder: string, render: (read: Front) => string): void {
  const directory = new URL(`${folder}/`, import.meta.url);
  for (const name of readdirSync(directory).filter((file) => file.endsWith('.golden'))) {
    test(`${folder}: ${name.replace('.golden', '').replaceAll('-', ' ')}`, () => {
      const path = new URL(name, directory);
      const [source = '', expected = ''] = readFileSync(path, 'utf8').split(SEPARATOR);
      const actual = render(front(source));
      if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(path, source + SEPARATOR + actual);
      else expect(actual).toBe(expected);
    });
  }
}

check('diagnostics', ({ diagnostics }) => renderDiagnostics(diagnostics));
check('tokens', ({ tokens }) => `${renderTokens(tokens)}\n`);
check('trees', ({ unit, diagnostics }) => `${renderTree(unit)}\n${renderDiagnostics(diagnostics)}`);
