/**
 * The programs of /bin, written in C and compiled ahead (precompile.ts), linked the first time that
 * somebody runs them. A program is one file of bin/, or all files of a folder (sh). They share what is
 * in common/. Programs that students compile inside of the machine go through the same compiler.
 */
import type { ProgramImage } from '../abi/image';
import { compile } from '../compiler/compile';
import { renderDiagnostic, userFile } from '../compiler/diagnostics';
import { link } from '../compiler/link/link';
import type { Library } from '../compiler/link/library-index';
import { machineFingerprint } from '../compiler/machine-fingerprint';
import { decodeObject } from '../compiler/object-file';
import type { ObjectModule } from '../compiler/object-module';
import { standardLibrary } from '../compiler/standard-library';
import type { CompileOutcome, CompileRequest, Executables } from '../kernel/executables';
import { definers, fingerprint, objects } from './generated/objects';

/** Programs of several files, by folder. */
const FOLDERS = ['sed', 'sh'];
/** Other names of programs, which look at the name that they were started by. */
const ALIASES: Readonly<Record<string, string>> = { '[': 'test', gcc: 'cc', pkill: 'pgrep' };

export const programNames: readonly string[] = [
  ...filesIn('bin').map((path) => path.slice('bin/'.length, -'.c'.length)),
  ...FOLDERS,
  ...Object.keys(ALIASES),
].sort();

/** The same object each time: machines that come with the same programs share their files. */
export function userlandExecutables(): Executables {
  return EXECUTABLES;
}

const EXECUTABLES: Executables = {
  paths: programNames.map((name) => `/bin/${name}`),
  load,
  compile: compileForStudent,
};

const images = new Map<string, ProgramImage>();

function load(path: string): ProgramImage | null {
  const name = /^\/bin\/([^/]+)$/.exec(path)?.[1];
  if (name === undefined || !programNames.includes(name)) return null;
  const program = ALIASES[name] ?? name;
  const known = images.get(program);
  if (known !== undefined) return known;
  const files = FOLDERS.includes(program) ? filesIn(program) : [`bin/${program}.c`];
  const { image, problems } = link(files.map(moduleOf), library, `/bin/${program}`);
  if (image === null) throw new Error(problems.map(({ message }) => message).join('\n'));
  images.set(program, image);
  return image;
}

/** What programs share, then the C library. */
const library: Library = {
  moduleDefining(name) {
    const file = Object.hasOwn(definers, name) ? definers[name] : undefined;
    return file?.startsWith('common/') === true
      ? moduleOf(file)
      : standardLibrary.moduleDefining(name);
  },
  names: () => [],
};

const modules = new Map<string, ObjectModule>();

function moduleOf(path: string): ObjectModule {
  const known = modules.get(path);
  if (known !== undefined) return known;
  const object = objects[path];
  if (object === undefined || fingerprint !== machineFingerprint())
    throw new Error(`${path} was compiled for another machine: run \`npm run generate\``);
  const module = decodeObject(object);
  modules.set(path, module);
  return module;
}

function filesIn(folder: string): string[] {
  return Object.keys(objects).filter((path) => path.startsWith(`${folder}/`));
}

function compileForStudent({ sources, defines, readHeader }: CompileRequest): CompileOutcome {
  const { diagnostics, image } = compile(
    sources.map(({ name, text }) => userFile(name, text)),
    {
      defines,
      findHeader: (name, _from, angled) => {
        const found = readHeader(name, angled);
        return found === null ? null : userFile(found.name, found.text);
      },
    },
  );
  return { messages: diagnostics.map((one) => `${renderDiagnostic(one)}\n`).join(''), image };
}
