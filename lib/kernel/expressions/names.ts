/**
 * What names in conditions mean in a program. A condition is evaluated in every state of a search and a
 * program has hundreds of names, so each image's are put in order once.
 */
import type { VariableInfo, ProgramImage } from '../../abi/image';

interface Names {
  readonly constants: ReadonlyMap<string, bigint>;
  readonly variables: ReadonlyMap<string, VariableInfo>;
}

const known = new WeakMap<ProgramImage, Names>();

/** Of enumerations, and NULL. */
export function constantNamed(image: ProgramImage, name: string): bigint | null {
  return namesOf(image).constants.get(name) ?? null;
}

/** With static storage; the program's own come before those of its library. */
export function variableNamed(image: ProgramImage, name: string): VariableInfo | null {
  return namesOf(image).variables.get(name) ?? null;
}

function namesOf(image: ProgramImage): Names {
  const before = known.get(image);
  if (before !== undefined) return before;
  const names = { constants: constantsOf(image), variables: variablesOf(image) };
  known.set(image, names);
  return names;
}

function constantsOf({ types }: ProgramImage): ReadonlyMap<string, bigint> {
  const constants = new Map([['NULL', 0n]]);
  for (const type of types)
    if (type.kind === 'enum')
      for (const { name, value } of type.constants)
        if (!constants.has(name)) constants.set(name, BigInt(value));
  return constants;
}

function variablesOf({ globals }: ProgramImage): ReadonlyMap<string, VariableInfo> {
  const variables = new Map<string, VariableInfo>();
  const own = globals.filter(({ library }) => library !== true);
  for (const variable of [...own, ...globals])
    if (!variables.has(variable.name)) variables.set(variable.name, variable);
  return variables;
}
