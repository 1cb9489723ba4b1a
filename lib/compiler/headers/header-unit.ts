/** A header of the library as it was prepared: what it declares is shared between programs and frozen. */
import type { SharedDeclarations } from '../check/checker';
import type { FileNames } from '../parse/scopes';
import type { PreparedHeader } from '../preprocess/prepared-headers';

export interface HeaderUnit extends PreparedHeader {
  readonly includes: readonly HeaderUnit[];
  /** By its own text alone. */
  readonly declared: Declared;
}

export interface Declared {
  /** For the parser. */
  readonly names: FileNames;
  /** For check/. */
  readonly entities: SharedDeclarations;
}
