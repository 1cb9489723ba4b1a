import { describe } from 'vitest';
import { renderDiagnostic } from '../diagnostics';
import { checkSource } from './testing/check-source';
import { dumpUnit } from './testing/dump-unit';
import { testGoldens } from './testing/golden';

describe('typed trees', () => {
  testGoldens(new URL('testdata/typed-trees/', import.meta.url), (source) => {
    const { unit, diagnostics } = checkSource(source);
    return [dumpUnit(unit), ...diagnostics.map(renderDiagnostic)].join('\n');
  });
});
