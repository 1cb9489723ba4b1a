/** A value on one line, as a debugger prints it: "{x = 1, y = 2}", "0x603030 → head". */
import { assertNever } from '../../abi/assert-never';
import { targetText } from './pointer-target';
import type { Value } from './value';

export function valueText(value: Value): string {
  switch (value.kind) {
    case 'number':
    case 'text':
      return value.text;
    case 'pointer': {
      if (value.to.kind === 'null') return 'NULL';
      const text = value.text === null ? '' : ` ${value.text}`;
      return `${addressText(value.address)} → ${targetText(value.to)}${text}`;
    }
    case 'record':
    case 'array': {
      const parts = value.parts.map(({ name, value: of }) =>
        value.kind === 'record' ? `${name.slice(1)} = ${valueText(of)}` : valueText(of),
      );
      return `{${[...parts, ...(value.leftOut > 0 ? ['…'] : [])].join(', ')}}`;
    }
    case 'unset':
      return 'no value yet';
    case 'unreadable':
      return 'not readable';
    default:
      return assertNever(value);
  }
}

export function addressText(address: number): string {
  return `0x${address.toString(16)}`;
}
