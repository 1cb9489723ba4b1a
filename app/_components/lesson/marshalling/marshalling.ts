/**
 * Marshalling by hand: values as they lie in the memory of two machines, and as they travel. The form on the
 * way is that of XDR (RFC 4506): highest byte first, everything in units of four bytes.
 */

export type ByteOrder = 'little' | 'big';

export type Field =
  | { readonly kind: 'int'; readonly name: string; readonly value: number }
  | { readonly kind: 'short'; readonly name: string; readonly value: number }
  | { readonly kind: 'text'; readonly name: string; readonly value: string };

/** One byte somewhere, and which field it is of; null: padding. */
export type PlacedByte = { readonly byte: number; readonly field: string | null };

const BYTES = { int: 4, short: 2 } as const;

/** As C lays out a struct of these, each aligned to its size. A text is an array that ends with a zero. */
export function inMemory(fields: readonly Field[], order: ByteOrder): readonly PlacedByte[] {
  const bytes: PlacedByte[] = [];
  const pad = (to: number) => {
    while (bytes.length % to !== 0) bytes.push({ byte: 0, field: null });
  };
  for (const field of fields) {
    if (field.kind === 'text') {
      for (const byte of [...textBytes(field.value), 0]) bytes.push({ byte, field: field.name });
      continue;
    }
    const size = BYTES[field.kind];
    pad(size);
    for (const byte of integerBytes(field.value, size, order))
      bytes.push({ byte, field: field.name });
  }
  const largest = Math.max(1, ...fields.map(({ kind }) => (kind === 'text' ? 1 : BYTES[kind])));
  pad(largest);
  return bytes;
}

/** As it travels: RFC 4506, integers of 4 bytes, texts as a length and bytes, filled up to a multiple of 4. */
export function onTheWay(fields: readonly Field[]): readonly PlacedByte[] {
  return fields.flatMap((field): readonly PlacedByte[] => {
    const { name } = field;
    if (field.kind !== 'text')
      return integerBytes(field.value, 4, 'big').map((byte) => ({ byte, field: name }));
    const text = textBytes(field.value);
    const filling = Array.from({ length: (4 - (text.length % 4)) % 4 }, () => 0);
    return [
      ...integerBytes(text.length, 4, 'big').map((byte) => ({ byte, field: name })),
      ...text.map((byte) => ({ byte, field: name })),
      ...filling.map((byte) => ({ byte, field: null })),
    ];
  });
}

/** What a machine reads if the memory of another one is copied to it as it is. */
export function misread(
  fields: readonly Field[],
  sender: ByteOrder,
  receiver: ByteOrder,
): readonly Field[] {
  const bytes = inMemory(fields, sender);
  return fields.map((field) => {
    if (field.kind === 'text') return field;
    const own = bytes.filter((each) => each.field === field.name).map(({ byte }) => byte);
    return { ...field, value: integerOf(own, receiver) };
  });
}

function integerBytes(value: number, size: number, order: ByteOrder): readonly number[] {
  const bytes = Array.from({ length: size }, (_, k) => (value >> (8 * k)) & 0xff);
  return order === 'little' ? bytes : bytes.toReversed();
}

/** Signed, of 2 or 4 bytes. */
function integerOf(bytes: readonly number[], order: ByteOrder): number {
  const low = order === 'little' ? bytes : bytes.toReversed();
  const unsigned = low.reduce((sum, byte, k) => sum + byte * 256 ** k, 0);
  const limit = 256 ** bytes.length;
  return unsigned >= limit / 2 ? unsigned - limit : unsigned;
}

function textBytes(text: string): readonly number[] {
  return [...new TextEncoder().encode(text)];
}
