import { installedReference } from '@/lib/courseware/installed';

/** Made once, when the pages are built: it is the same for everyone. */
export const dynamic = 'force-static';

export function GET(): Response {
  return Response.json(installedReference());
}
