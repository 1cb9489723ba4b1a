/** Who acts: the first argument of every function of lib/data. Made from a checked session only. */
export type Actor = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
};
