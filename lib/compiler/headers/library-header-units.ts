/**
 * The C library's headers, each read, parsed and checked once in the life of the host process. Whether a
 * program may take a header so is for preprocess/prepared-headers.ts to say.
 *
 * A header is prepared from what it includes and its own text alone. Those that can't be (assert.h, which
 * means something else each time) are read as any file is.
 */
import { checkHeader } from '../check/check';
import { Diagnostics } from '../diagnostics';
import { lex } from '../lex/lex';
import { isName } from '../lex/token';
import { libraryHeader } from '../library-headers';
import { parse } from '../parse/parse';
import {
  FEATURE_MACRO,
  type PreparedHeader,
  type PreparedHeaders,
} from '../preprocess/prepared-headers';
import { preprocessHeader } from '../preprocess/preprocess';
import type { SourceFile } from '../source';
import { agree } from './agreement';
import { freezeDeclared } from './freeze';
import type { Declared, HeaderUnit } from './header-unit';
import { declaredTogether, macrosAfter } from './several-headers';

/** Without and with the feature macro. null: it can't be prepared, or that is being tried. */
const plain = new Map<SourceFile, HeaderUnit | null>();
const featured = new Map<SourceFile, HeaderUnit | null>();
const agreements = new Map<PreparedHeader, Map<PreparedHeader, boolean>>();

export const libraryHeaderUnits: PreparedHeaders = {
  find(file, feature) {
    if (libraryHeader(file.name) !== file) return null;
    const unit = prepared(file, plain, null);
    const looks = unit !== null && [...unit.includes, unit].some((one) => one.feature !== null);
    return feature && looks ? prepared(file, featured, '1') : unit;
  },
  agree(earlier, later) {
    let known = agreements.get(later);
    if (known === undefined) agreements.set(later, (known = new Map<PreparedHeader, boolean>()));
    let answer = known.get(earlier);
    if (answer === undefined) {
      answer = agree(unitOf(earlier), unitOf(later));
      known.set(earlier, answer);
    }
    return answer;
  },
  macrosAfter,
};

/** What these headers declare together. */
export function declaredBy(headers: readonly PreparedHeader[]): Declared {
  return declaredTogether(unitsOf(headers));
}

function unitsOf(headers: readonly PreparedHeader[]): readonly HeaderUnit[] {
  return headers.map(unitOf);
}

function unitOf({ file, feature }: PreparedHeader): HeaderUnit {
  const unit = (feature === true ? featured : plain).get(file);
  if (unit === undefined || unit === null) throw new Error(`${file.name} was not prepared`);
  return unit;
}

function prepared(
  file: SourceFile,
  units: Map<SourceFile, HeaderUnit | null>,
  feature: string | null,
): HeaderUnit | null {
  const known = units.get(file);
  if (known !== undefined) return known;
  units.set(file, null);
  const unit = prepare(file, feature);
  units.set(file, unit);
  return unit;
}

function prepare(file: SourceFile, feature: string | null): HeaderUnit | null {
  const defines = new Map(feature === null ? [] : [[FEATURE_MACRO, feature]]);
  const read = preprocessHeader(file, libraryHeader, libraryHeaderUnits, defines);
  if (read === null) return null;
  const includes = unitsOf(read.headers);
  const before = declaredTogether(includes);
  const diagnostics = new Diagnostics();
  const parsed = parse(read.tokens, file, diagnostics, before.names);
  const checked = checkHeader(parsed, file, before.entities);
  if (checked === null || diagnostics.list.length > 0) return null;
  const own = [...checked.names].filter(
    ([name, { span }]) => before.entities.names.get(name)?.span !== span,
  );
  const entities = { ...checked, names: new Map(own) };
  freezeDeclared(entities);
  const words = new Set(lex(file).flatMap((token) => (isName(token) ? [token.text] : [])));
  return {
    file,
    feature: feature !== null ? true : words.has(FEATURE_MACRO) ? false : null,
    includes,
    words,
    macros: read.macros,
    tokenCount: 2 * read.tokens.length,
    declared: { names: parsed.names, entities },
  };
}
