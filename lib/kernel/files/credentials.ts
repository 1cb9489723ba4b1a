/** Who acts, as permissions ask: user and group. Leaves out: supplementary groups, capabilities. */
export interface Credentials {
  readonly user: number;
  readonly group: number;
}

/** The users that the machine knows (/etc/passwd). Every process is the student's. */
export const user = {
  root: { user: 0, group: 0 },
  student: { user: 1000, group: 1000 },
} as const satisfies Record<string, Credentials>;
