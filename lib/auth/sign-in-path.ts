/** The sign-in page that comes back to `returnTo` (a path of ours). */
export function signInPath(returnTo: string): string {
  return `/sign-in?callbackUrl=${encodeURIComponent(returnTo)}`;
}
