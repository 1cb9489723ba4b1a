/**
 * The C library as the linker asks for it: each file's object module, compiled ahead (precompile.ts),
 * is read once in the life of the host process, and only when a program needs something that it defines.
 */
import { headers } from '../libc/generated/headers';
import { definers, fingerprint, objects } from './generated/objects';
import type { Library } from './link/library-index';
import { machineFingerprint } from './machine-fingerprint';
import { decodeObject } from './object-file';
import type { ObjectModule } from './object-module';

export const standardLibrary: Library = {
  moduleDefining(name) {
    const file = Object.hasOwn(definers, name) ? definers[name] : undefined;
    return file === undefined ? null : moduleOf(file);
  },
  names: declaredNames,
};

const modules = new Map<string, ObjectModule>();

/** For tests: every file of the library. */
export function allLibraryModules(): readonly ObjectModule[] {
  return Object.keys(objects).map(moduleOf);
}

function moduleOf(name: string): ObjectModule {
  const known = modules.get(name);
  if (known !== undefined) return known;
  const object = objects[name];
  if (object === undefined || fingerprint !== machineFingerprint()) {
    throw new Error('the C library was compiled for another machine: run `npm run generate`');
  }
  const module = decodeObject(object);
  modules.set(name, module);
  return module;
}

let declared: readonly string[] | null = null;

/** Functions that the headers declare: what a student may have meant. */
function declaredNames(): readonly string[] {
  declared ??= [
    ...new Set(
      Object.values(headers).flatMap((text) =>
        [...text.matchAll(/\b([a-z]\w*)\s*\([^;]*\)\s*;/g)].map((match) => match[1] ?? ''),
      ),
    ),
  ];
  return declared;
}
