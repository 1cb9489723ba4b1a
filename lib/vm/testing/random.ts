/** Seeded numbers for tests: the same on every run. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** xorshift32: an int32. */
  int32(): number {
    let x = this.state === 0 ? 1 : this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x;
    return x;
  }

  /** From 0 to `limit` - 1. */
  below(limit: number): number {
    return (this.int32() >>> 0) % limit;
  }

  /** 64 bits with many edge cases among them. */
  bits64(): bigint {
    const edges = [
      0n,
      1n,
      -1n,
      2n,
      1n << 31n,
      (1n << 31n) - 1n,
      -(1n << 31n),
      1n << 32n,
      1n << 53n,
    ];
    switch (this.below(5)) {
      case 0:
        return edges[this.below(edges.length)] ?? 0n;
      case 1:
        return BigInt.asIntN(
          64,
          [1n << 63n, (1n << 63n) - 1n, (1n << 62n) + 1n][this.below(3)] ?? 0n,
        );
      case 2:
        return BigInt(this.int32());
      case 3:
        return BigInt(this.below(300)) - 150n;
      default:
        return BigInt.asIntN(64, (BigInt(this.int32()) << 32n) | BigInt(this.int32() >>> 0));
    }
  }
}
