/** The programs of /bin, written in C, compiled by our compiler the first time that somebody runs them. */
import type { ProgramImage } from '../abi/image';
import { compile } from '../compiler/compile';
import { renderDiagnostic } from '../compiler/diagnostics';
import type { Executables } from '../kernel/executables';
import { programs } from './generated/programs';

const images = new Map<string, ProgramImage>();

function load(path: string): ProgramImage | null {
  const known = images.get(path);
  if (known !== undefined) return known;
  const name = /^\/bin\/([a-z]+)$/.exec(path)?.[1];
  const source = name === undefined ? undefined : programs[`${name}.c`];
  if (source === undefined) return null;
  const { diagnostics, image } = compile([{ name: path, text: source, origin: 'library' }]);
  if (image === null) throw new Error(diagnostics.map(renderDiagnostic).join('\n'));
  images.set(path, image);
  return image;
}

export function userlandExecutables(): Executables {
  return {
    paths: Object.keys(programs).map((file) => `/bin/${file.replace(/\.c$/, '')}`),
    load,
  };
}
