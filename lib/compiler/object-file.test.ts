import { expect, test } from 'vitest';
import { compileLibraryFile, librarySourceNames } from './library-source';
import { decodeObject, encodeObject } from './object-file';
import type { ObjectModule } from './object-module';
import { allLibraryModules } from './standard-library';

test('what was compiled ahead is what the compiler makes now', () => {
  const ahead = new Map(allLibraryModules().map((module) => [module.unit, module]));
  expect(ahead.size).toBe(librarySourceNames.length);
  for (const name of librarySourceNames) {
    const module = compileLibraryFile(name);
    expect(ahead.get(module.unit), name).toEqual(module);
  }
});

test('a module survives being written and read', () => {
  const module: ObjectModule = {
    unit: 'x.c',
    library: false,
    functions: [
      {
        symbol: 'f',
        code: Int32Array.of(0, 1, -1, 63, 64, -64, -65, 0x7fffffff, -0x80000000, 8191, 8192),
        targets: Int32Array.of(3),
        fixups: [
          { word: 1, kind: 'code', target: 'g', addend: 0 },
          { word: 4, kind: 'thread', target: 'errno', addend: 4 },
          { word: 2, kind: 'address', target: 'x.c#it\'s "quoted"', addend: -8 },
        ],
        passedOn: [2],
        lines: [0, 0, 1, 1],
        info: {
          name: 'f',
          library: false,
          file: 0,
          line: 1,
          frameBytes: 16,
          parameters: [],
          locals: [],
        },
      },
    ],
    data: [0, 1, 2, 3, 4].map((count) => ({
      symbol: `d${count}`,
      segment: 'data' as const,
      bytes: count === 0 ? 100 : Uint8Array.from({ length: count }, (_, k) => 255 - k),
      alignment: 8,
      relocations: [{ offset: 0, target: 'f', addend: 4 }],
      info: { name: `d${count}`, type: 0, bytes: 4, line: 2 },
      tentative: false,
    })),
    types: [{ kind: 'void' }],
    files: ['x.c'],
  };
  expect(decodeObject(encodeObject(module))).toEqual(module);
});
