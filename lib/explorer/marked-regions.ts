/**
 * Stretches of a program that its author names by comments, for properties that speak of them:
 *
 *   // region NAME
 *   ...
 *   // end NAME
 *
 * One name may mark several stretches. Works on the text, so a mark costs the program nothing.
 */
export interface MarkedRegion {
  readonly name: string;
  readonly file: string;
  /** First and last line inside the marks. */
  readonly from: number;
  readonly to: number;
}

export type MarkedRegions =
  | { readonly kind: 'regions'; readonly regions: readonly MarkedRegion[] }
  | { readonly kind: 'error'; readonly line: number; readonly message: string };

const MARK = /^\s*(?:\/\/|\/\*)\s*(region|end)\s+([A-Za-z_][\w-]*)\s*(?:\*\/\s*)?$/;

export function markedRegions(file: string, source: string): MarkedRegions {
  const regions: MarkedRegion[] = [];
  const open = new Map<string, number>();
  const lines = source.split(/\r?\n/);
  for (const [k, text] of lines.entries()) {
    const match = MARK.exec(text);
    if (match === null) continue;
    const [, word, name = ''] = match;
    const line = k + 1;
    const begun = open.get(name);
    if (word === 'region') {
      if (begun !== undefined)
        return { kind: 'error', line, message: `region ${name} began at line ${begun} already` };
      open.set(name, line);
    } else {
      if (begun === undefined)
        return { kind: 'error', line, message: `there is no region ${name} that could end here` };
      regions.push({ name, file, from: begun + 1, to: line - 1 });
      open.delete(name);
    }
  }
  for (const [name, line] of open)
    return { kind: 'error', line, message: `region ${name} has no "// end ${name}"` };
  return { kind: 'regions', regions };
}
