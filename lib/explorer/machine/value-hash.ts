/** Hashes of the kernel's plain data, by their fields. */
import { StateHash, type Digest } from './state-hash';

const unchanging = new WeakMap<object, Digest>();

/** Of what is replaced, not changed. */
export function hashUnchanging(hash: StateHash, value: object): void {
  let digest = unchanging.get(value);
  if (digest === undefined) {
    const own = new StateHash();
    hashValue(own, value);
    digest = own.result();
    unchanging.set(value, digest);
  }
  hash.digest(digest);
}

/** Plain data of any shape. Of a time only counts whether there is one. */
export function hashValue(hash: StateHash, value: unknown): void {
  switch (typeof value) {
    case 'number':
      hash.number(value);
      return;
    case 'string':
      hash.text(value);
      return;
    case 'boolean':
      hash.flag(value);
      return;
    case 'bigint':
      hash.big(value);
      return;
    case 'object':
      break;
    default:
      hash.int(-1);
      return;
  }
  if (value === null) hash.int(-2);
  else if (value instanceof Uint8Array) hash.bytes(value);
  else if (value instanceof Map) hashValue(hash, [...(value as ReadonlyMap<unknown, unknown>)]);
  else if (Array.isArray(value)) {
    hash.int(value.length);
    for (const each of value as readonly unknown[]) hashValue(hash, each);
  } else
    for (const [name, field] of Object.entries(value)) {
      hash.text(name);
      if (typeof field === 'number' && name.endsWith('Ns')) hash.flag(field > 0);
      else hashValue(hash, field);
    }
}
