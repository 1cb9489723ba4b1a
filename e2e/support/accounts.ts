import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const accountsSchema = z.object({
  accounts: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      role: z.enum(['instructor', 'student']),
      password: z.string(),
    }),
  ),
});

export type Account = z.infer<typeof accountsSchema>['accounts'][number];

/** The first demonstration account with this role; their passwords are random and lie in the data folder. */
export function demonstrationAccount(role: Account['role']): Account {
  const folder = process.env.FORKYARD_DATA ?? '.forkyard';
  const text = fs.readFileSync(path.join(folder, 'accounts.json'), 'utf8');
  const { accounts } = accountsSchema.parse(JSON.parse(text));
  const account = accounts.find((each) => each.role === role);
  if (account === undefined) throw new Error(`no demonstration account is ${role}`);
  return account;
}
