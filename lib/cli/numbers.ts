/** Numbers as options of the command line give them. */
import { InvalidArgumentError } from 'commander';

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 0x7fff_ffff) {
    throw new InvalidArgumentError('it must be a whole number from 0 to 2147483647.');
  }
  return value;
}

export function positiveNumber(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError('it must be at least 1.');
  return value;
}
