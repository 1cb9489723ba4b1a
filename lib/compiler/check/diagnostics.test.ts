import { describe, expect, it } from 'vitest';
import { renderDiagnostic } from '../diagnostics';
import { checkSource } from './testing/check-source';
import { testGoldens } from './testing/golden';

/** Headers change: where in them something is declared says nothing about the message. */
const LINE_OF_HEADER = /^(\s+[\w/]+\.h):\d+:\d+/gm;

describe("students' mistakes", () => {
  testGoldens(new URL('testdata/diagnostics/', import.meta.url), (source) =>
    checkSource(source).diagnostics.map(renderDiagnostic).join('\n').replace(LINE_OF_HEADER, '$1'),
  );

  it('says the same thing however often it is asked', () => {
    const source = 'int main(void) { retrun 0; }';
    expect(checkSource(source).diagnostics).toEqual(checkSource(source).diagnostics);
  });
});
