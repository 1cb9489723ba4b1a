/**
 * Constants, conversions and layouts against gcc 12 on x86-64: each line of testdata/values.txt is a
 * static object, and the bytes that gcc gives it. RECORD_WITH_GCC=1 in the environment asks gcc anew.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { renderDiagnostic } from '../diagnostics';
import { nativeOutput } from '../testing/native';
import { checkSource } from './testing/check-source';

const FILE = new URL('testdata/values.txt', import.meta.url);
const SEPARATOR = '\n--------\n';

const [preamble = '', lines = ''] = fs.readFileSync(FILE, 'utf8').split(SEPARATOR);
const cases = lines
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [declaration = '', bytes = ''] = line.split(' // ');
    const [type = '', value = ''] = declaration.split(/ = (.*)/s);
    return { declaration, type, value, bytes };
  });

const source = [
  preamble,
  ...cases.map(({ type, value }, index) => `static ${type} v${index} = ${value};`),
  'void *used[] = {',
  cases.map((_, index) => `&v${index}`).join(', '),
  '};',
].join('\n');

function record(): void {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'values-'));
  const prints = cases.map((_, index) => `show(&v${index}, sizeof v${index});`).join('\n');
  const shown = nativeOutput(
    folder,
    `#include <stdio.h>\n${source}\nstatic void show(void *p, size_t n) {
      for (size_t i = 0; i < n; i++) printf("%02x", ((unsigned char *)p)[i]);
      puts("");
    }\nint main(void) { ${prints} return 0; }\n`,
  )
    .trim()
    .split('\n');
  const written = cases.map(({ declaration }, index) => `${declaration} // ${shown[index] ?? ''}`);
  fs.writeFileSync(FILE, `${preamble}${SEPARATOR}${written.join('\n')}\n`);
  fs.rmSync(folder, { recursive: true });
}

describe('values of static objects', () => {
  if (process.env['RECORD_WITH_GCC'] === '1') {
    it('are recorded', record);
    return;
  }
  const { unit, diagnostics } = checkSource(source);

  it('are accepted', () => {
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    expect(errors.map(renderDiagnostic)).toEqual([]);
  });

  it.each(cases.map(({ declaration, bytes }, index) => ({ declaration, bytes, index })))(
    '$declaration',
    ({ bytes, index }) => {
      const symbol = unit.symbols.find(({ name }) => name === `v${index}`);
      const data = symbol?.definition;
      if (data?.kind !== 'data') throw new Error('no definition');
      const content = data.zero ? new Uint8Array(data.size) : data.bytes;
      expect(Buffer.from(content).toString('hex')).toBe(bytes);
    },
  );
});
