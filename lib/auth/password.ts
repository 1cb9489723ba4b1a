import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

// 64 MiB and about 0.3 s a hash. The parameters stand in each hash, so that raising them later
// leaves old hashes valid; `needsRehash` says which are to be renewed at the next sign-in.
const COST = { log2N: 16, blockSize: 8, parallelism: 2 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const LOG2_N_MAX = 20;

/** What the hash of nobody's password looks like: compared with when there is no such user, so that it takes as long. */
export const UNMATCHABLE_HASH = encode(COST, Buffer.alloc(SALT_BYTES), Buffer.alloc(KEY_BYTES));

export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return encode(COST, salt, await deriveKey(password, salt, COST));
}

export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const parsed = parse(hash);
  if (parsed === null) return false;
  const key = await deriveKey(password, parsed.salt, parsed.cost);
  return timingSafeEqual(key, parsed.key);
}

export function needsRehash(hash: string): boolean {
  const cost = parse(hash)?.cost;
  return (
    cost === undefined ||
    cost.log2N !== COST.log2N ||
    cost.blockSize !== COST.blockSize ||
    cost.parallelism !== COST.parallelism
  );
}

const PASSWORD_CHARACTERS_MIN = 10;
const PASSWORD_CHARACTERS_MAX = 200;

/** What is wrong with a password that someone wants to have, in a sentence for them; null if nothing. */
export function passwordProblem(password: string, email: string): string | null {
  const characters = Array.from(password).length;
  if (characters < PASSWORD_CHARACTERS_MIN)
    return `Use at least ${PASSWORD_CHARACTERS_MIN} characters; a few words are easiest to remember.`;
  if (characters > PASSWORD_CHARACTERS_MAX)
    return `Use at most ${PASSWORD_CHARACTERS_MAX} characters.`;
  if (new Set(password.toLowerCase()).size < 5) return 'Use more different characters.';
  const name = email.split('@')[0] ?? '';
  const guessable = [email, name, ...COMMON_PASSWORDS].map((text) => text.toLowerCase());
  const core = password.toLowerCase().replace(/[0-9!?.]+$/, '');
  if (guessable.includes(password.toLowerCase()) || guessable.includes(core))
    return 'This password is among the first that anyone would guess.';
  return null;
}

// Longest first words of the well-known lists that pass the length rule, digits at the end apart.
const COMMON_PASSWORDS = [
  'password',
  'passw0rd',
  'passwordpassword',
  '1234567890',
  '12345678910',
  '0123456789',
  '0987654321',
  '9876543210',
  'qwertyuiop',
  'qwerty123456',
  '1q2w3e4r5t',
  '1qaz2wsx3edc',
  'asdfghjkl',
  'iloveyou',
  'letmein',
  'administrator',
  'welcome',
  'changeme',
  'forkyard',
];

type Cost = { readonly log2N: number; readonly blockSize: number; readonly parallelism: number };

function deriveKey(password: string, salt: Buffer, cost: Cost): Promise<Buffer> {
  const N = 2 ** cost.log2N;
  const options = { N, r: cost.blockSize, p: cost.parallelism, maxmem: 256 * N * cost.blockSize };
  return new Promise((resolve, reject) => {
    // One password typed on two keyboards can be two sequences of code points.
    scrypt(password.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

function encode(cost: Cost, salt: Buffer, key: Buffer): string {
  const { log2N, blockSize, parallelism } = cost;
  return [
    'scrypt',
    log2N,
    blockSize,
    parallelism,
    salt.toString('base64'),
    key.toString('base64'),
  ].join('$');
}

function parse(
  hash: string,
): { readonly cost: Cost; readonly salt: Buffer; readonly key: Buffer } | null {
  const [scheme, log2N, blockSize, parallelism, salt, key, ...rest] = hash.split('$');
  if (scheme !== 'scrypt' || salt === undefined || key === undefined || rest.length > 0)
    return null;
  const cost = {
    log2N: Number(log2N),
    blockSize: Number(blockSize),
    parallelism: Number(parallelism),
  };
  if (!(cost.log2N > 0 && cost.log2N <= LOG2_N_MAX && cost.blockSize > 0 && cost.parallelism > 0))
    return null;
  const parsed = { cost, salt: Buffer.from(salt, 'base64'), key: Buffer.from(key, 'base64') };
  return parsed.key.length === KEY_BYTES ? parsed : null;
}
