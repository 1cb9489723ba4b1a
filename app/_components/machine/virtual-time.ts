const UNITS = [
  { unit: 's', ns: 1e9 },
  { unit: 'ms', ns: 1e6 },
  { unit: 'µs', ns: 1e3 },
] as const;

/** Four digits at least, in the unit that suits: "812 ns", "1.204 ms". */
export function timeText(ns: number): string {
  const found = UNITS.find((each) => ns >= each.ns);
  if (found === undefined) return `${ns} ns`;
  const value = ns / found.ns;
  return `${value.toFixed(value < 10 ? 3 : value < 100 ? 2 : 1)} ${found.unit}`;
}
