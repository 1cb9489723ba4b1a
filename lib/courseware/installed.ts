/** What is in this installation's folder and is the same for every course; read once. */
import type { GlossaryTerm } from './glossary';
import type { ReferenceEntry } from './reference';
import { readGlossary, readReference } from './repository';

let glossary: readonly GlossaryTerm[] | null = null;
let reference: readonly ReferenceEntry[] | null = null;

export function installedGlossary(): readonly GlossaryTerm[] {
  glossary ??= readGlossary(process.cwd());
  return glossary;
}

export function installedReference(): readonly ReferenceEntry[] {
  reference ??= readReference(process.cwd());
  return reference;
}
