/** Numbers of the memories that words lie in: a process's own, or a shared region wherever it is mapped. */
export interface Space {
  /** p: the process's own memory. r: a region. */
  readonly kind: 'p' | 'r';
  readonly id: number;
}

export class Spaces {
  private readonly numbers = { p: new Map<number, number>(), r: new Map<number, number>() };
  private readonly all: Space[] = [];

  numberOf(kind: Space['kind'], id: number): number {
    let number = this.numbers[kind].get(id);
    if (number === undefined) {
      number = this.all.length;
      this.all.push({ kind, id });
      this.numbers[kind].set(id, number);
    }
    return number;
  }

  at(number: number): Space {
    const space = this.all[number];
    if (space === undefined) throw new Error(`no space ${number}`);
    return space;
  }
}
