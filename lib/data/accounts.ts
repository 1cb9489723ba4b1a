export type RegisterResult =
  | { readonly kind: 'registered'; readonly userId: string }
  | { readonly kind: 'email-taken' }
  | { readonly kind: 'refused'; readonly field: 'email' | 'name' | 'password'; readonly message: string }
  | { readonly kind: 'closed' }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number };

export type Registration = { readonly email: string; readonly name: string; readonly password: string };

declare function registerT(registration: Registration, address: string): Promise<RegisterResult>;

/** `address` is the sender's, see senderAddress in lib/auth. */
export const register: typeof registerT = async () => Promise.reject(new Error('to come'));
