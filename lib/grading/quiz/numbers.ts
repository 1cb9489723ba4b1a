/** Numbers as students type them: `2.5`, `2,5`, `1e3`, `3/8`, with a unit or without. */
export interface ReadNumber {
  readonly value: number;
  readonly unit: string;
}

const NUMBER =
  /^([+-]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:e[+-]?\d+)?)(?:\s*\/\s*(\d+(?:[.,]\d+)?))?\s*(\D.*)?$/i;

/** Null: it does not begin with a number. */
export function readNumber(text: string): ReadNumber | null {
  const match = NUMBER.exec(text.trim());
  if (match === null) return null;
  const [, above = '', below, unit = ''] = match;
  const value = toNumber(above) / (below === undefined ? 1 : toNumber(below));
  return Number.isFinite(value) ? { value, unit: unit.trim() } : null;
}

function toNumber(digits: string): number {
  return Number(digits.replace(',', '.'));
}
