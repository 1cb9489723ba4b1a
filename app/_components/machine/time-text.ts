const UNITS = [
  { name: 's', ns: 1e9 },
  { name: 'ms', ns: 1e6 },
  { name: 'µs', ns: 1e3 },
  { name: 'ns', ns: 1 },
] as const;

/** Virtual time: "12.5 ms". `stepNs`: what the last digit has to tell apart. */
export function timeText(timeNs: number, stepNs = timeNs / 1_000): string {
  const unit = UNITS.find(({ ns }) => Math.abs(timeNs) >= ns) ?? UNITS[3];
  const digits = Math.max(0, Math.min(3, Math.ceil(Math.log10(unit.ns / Math.max(stepNs, 1)))));
  return `${trimmed((timeNs / unit.ns).toFixed(timeNs === 0 ? 0 : digits))} ${unit.name}`;
}

function trimmed(digits: string): string {
  return digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
}

/** A round number of nanoseconds of which so many fit in a span: 1, 2 or 5 times a power of ten. */
export function roundStep(spanNs: number, countMax: number): number {
  const least = spanNs / Math.max(1, countMax);
  const power = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}
