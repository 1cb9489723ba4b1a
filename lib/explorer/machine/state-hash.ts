/**
 * A hash of 96 bits over what is put in, for states: two different states of a search of a million have
 * the same one with a chance of about 1 in 10^17.
 */
export class StateHash {
  private a = 0x243f6a88;
  private b = 0x85a308d3;
  private c = 0x13198a2e;

  int(value: number): void {
    this.a = Math.imul(this.a ^ value, 0x9e3779b1);
    this.a ^= this.a >>> 15;
    this.b = Math.imul(this.b ^ value, 0x85ebca6b);
    this.b = (this.b << 13) | (this.b >>> 19);
    this.c = Math.imul((this.c + value) | 0, 0xc2b2ae35);
    this.c ^= this.c >>> 13;
  }

  /** Any safe integer. */
  number(value: number): void {
    this.int(value | 0);
    if (value > 0x7fff_ffff || value < -0x8000_0000) this.int(Math.floor(value / 2 ** 32) | 0);
  }

  flag(value: boolean): void {
    this.int(value ? 1 : 2);
  }

  big(value: bigint): void {
    this.int(Number(BigInt.asIntN(32, value)));
    this.int(Number(BigInt.asIntN(32, value >> 32n)));
  }

  text(value: string): void {
    this.int(value.length);
    for (let k = 0; k < value.length; k++) this.int(value.charCodeAt(k));
  }

  bytes(value: Uint8Array): void {
    this.int(value.length);
    for (const byte of value) this.int(byte);
  }

  words(value: Int32Array, from: number, to: number): void {
    let { a, b, c } = this;
    for (let k = from; k < to; k++) {
      const word = value[k] as number;
      a = Math.imul(a ^ word, 0x9e3779b1);
      a ^= a >>> 15;
      b = Math.imul(b ^ word, 0x85ebca6b);
      b = (b << 13) | (b >>> 19);
      c = Math.imul((c + word) | 0, 0xc2b2ae35);
      c ^= c >>> 13;
    }
    this.a = a;
    this.b = b;
    this.c = c;
  }

  digest(digest: Digest): void {
    this.int(digest.a);
    this.int(digest.b);
    this.int(digest.c);
  }

  result(): Digest {
    return { a: this.a | 0, b: this.b | 0, c: this.c | 0 };
  }

  /** Six UTF-16 units. */
  key(): string {
    const { a, b, c } = this;
    return String.fromCharCode(a >>> 16, a & 0xffff, b >>> 16, b & 0xffff, c >>> 16, c & 0xffff);
  }
}

export interface Digest {
  readonly a: number;
  readonly b: number;
  readonly c: number;
}
