/** Types as C text, from an image's debug information. */
import type { ProgramImage } from '../abi/image';

const DEPTH_MAX = 20;

export interface ElementType {
  readonly count: number;
  readonly bytes: number;
}

export function typeText(image: ProgramImage, type: number, depth = 0): string {
  const info = image.types[type];
  if (info === undefined || depth > DEPTH_MAX) return '?';
  switch (info.kind) {
    case 'void':
      return 'void';
    case 'integer':
    case 'floating':
      return info.name;
    case 'enum':
      return `enum ${info.name}`;
    case 'record':
      return `${info.union ? 'union' : 'struct'} ${info.name}`;
    case 'function':
      return info.text;
    case 'pointer': {
      const inner = image.types[info.to];
      const to = typeText(image, info.to, depth + 1);
      // int (*)(void), int (*)[4], int (**)(void)
      if (inner?.kind === 'function') return withStar(to, parametersAt(to));
      if (inner?.kind === 'array') return withStar(to, to.indexOf('['));
      if (to.includes('(*')) return to.replace('(*', '(**');
      return to.endsWith('*') ? `${to}*` : `${to} *`;
    }
    case 'array': {
      // int[2][3]: the outer dimension comes first.
      let dimensions = `[${info.count}]`;
      let of = info.of;
      for (let k = 0; k < DEPTH_MAX; k++) {
        const inner = image.types[of];
        if (inner?.kind !== 'array') break;
        dimensions += `[${inner.count}]`;
        of = inner.of;
      }
      return typeText(image, of, depth + 1) + dimensions;
    }
  }
}

function withStar(text: string, at: number): string {
  return `${text.slice(0, at).trimEnd()} (*)${text.slice(at)}`;
}

/** Where the parameters begin that a function's text ends with. */
function parametersAt(text: string): number {
  let open = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (text[at] === ')') open++;
    if (text[at] === '(' && --open === 0) return at;
  }
  return text.length;
}

export function typeBytes(image: ProgramImage, type: number, depth = 0): number | null {
  const info = image.types[type];
  if (info === undefined || depth > DEPTH_MAX) return null;
  switch (info.kind) {
    case 'integer':
    case 'floating':
    case 'record':
      return info.bytes;
    case 'enum':
      return 4;
    case 'pointer':
      return 8;
    case 'array': {
      const of = typeBytes(image, info.of, depth + 1);
      return of === null ? null : of * info.count;
    }
    case 'void':
    case 'function':
      return null;
  }
}

/** Of an array type, how many elements it has and how long each is. */
export function elementOf(image: ProgramImage, type: number): ElementType | null {
  const info = image.types[type];
  if (info?.kind !== 'array') return null;
  const bytes = typeBytes(image, info.of);
  return bytes === null || bytes === 0 ? null : { count: info.count, bytes };
}
