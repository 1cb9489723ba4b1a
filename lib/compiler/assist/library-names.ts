/** Names of the C library's headers as an editor offers them: which of them a program has included already. */
import { libraryHeaders, type LibraryName } from '../check/header-index';
import { headers } from '../../libc/generated/headers';
import { HEADER_OF_TYPE } from '../parse/type-hints';

/** Headers whose names are offered only to those who include them: tables of constants, seldom needed. */
const SELDOM: readonly RegExp[] = [
  /^(?:asm|linux|forkyard)\//,
  /^(?:cpio|tar|values|tgmath|langinfo|wchar|wctype|uchar|inttypes|stdint|fenv|float)\.h$/,
  /^(?:syslog|ftw|glob|regex|search|sysexits|endian|byteswap|iso646|paths|fnmatch)\.h$/,
  /^(?:netinet\/tcp|sys\/syscall|sys\/queue|syscall|sys\/param|math|limits)\.h$/,
];

export interface OfferedName extends LibraryName {
  readonly name: string;
  /** Its header is not included yet. */
  readonly isMissing: boolean;
}

export function* offeredNames(source: string): Iterable<OfferedName> {
  const included = includedHeaders(source);
  const known = wordsOf(included);
  const library = libraryHeaders();
  for (const name of library.names()) {
    const entry = library.lookup(name);
    if (entry === undefined) continue;
    const isMissing = !known.has(name);
    if (isMissing && SELDOM.some((header) => header.test(entry.header))) continue;
    yield { ...entry, name, header: headerOf(name, entry), isMissing };
  }
}

/** The header to include for a name: the one that a textbook would. */
export function headerOf(name: string, { header }: LibraryName): string {
  return HEADER_OF_TYPE.get(name) ?? header;
}

export function offeredHeaders(): readonly string[] {
  return Object.keys(headers).filter((name) => !/^(?:asm|linux|forkyard)\//.test(name));
}

/** With all that they include. */
function includedHeaders(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  const pending = includesOf(source);
  for (let header = pending.pop(); header !== undefined; header = pending.pop()) {
    if (found.has(header)) continue;
    found.add(header);
    pending.push(...includesOf(headers[header] ?? ''));
  }
  return found;
}

function includesOf(text: string): string[] {
  return [...text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"\n]+)[>"]/gm)].map(
    ([, name]) => name ?? '',
  );
}

const words = new Map<string, readonly string[]>();

function wordsOf(included: ReadonlySet<string>): ReadonlySet<string> {
  const all = new Set<string>();
  for (const header of included) {
    let own = words.get(header);
    if (own === undefined) {
      own = (headers[header] ?? '').match(/[A-Za-z_]\w*/g) ?? [];
      words.set(header, own);
    }
    for (const word of own) all.add(word);
  }
  return all;
}
