import { describe } from 'vitest';
import { testGoldens } from '../check/testing/golden';
import { compile } from '../compile';
import { renderDiagnostic, userFile } from '../diagnostics';

/** Headers change: where in them something is declared says nothing about the message. */
const LINE_OF_HEADER = /^(\s+[\w/]+\.h):\d+:\d+/gm;

describe("students' mistakes, with the library's headers and the linker", () => {
  testGoldens(new URL('mistakes/', import.meta.url), (source) =>
    compile([userFile('main.c', source)])
      .diagnostics.map(renderDiagnostic)
      .join('\n')
      .replace(LINE_OF_HEADER, '$1'),
  );
});
