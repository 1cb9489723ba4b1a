import { readReference } from '@/lib/courseware/repository';

/** Made once, when the pages are built: it is the same for everyone. */
export const dynamic = 'force-static';

export function GET(): Response {
  return Response.json(readReference(process.cwd()));
}
