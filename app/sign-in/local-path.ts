/** Where to go afterwards: a path of this site and nothing else, whoever made up the address. */
export function localPath(value: string | readonly string[] | undefined): string {
  const here = 'https://forkyard.invalid';
  if (typeof value !== 'string' || !value.startsWith('/')) return '/courses';
  try {
    const url = new URL(value, here);
    return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : '/courses';
  } catch {
    return '/courses';
  }
}
