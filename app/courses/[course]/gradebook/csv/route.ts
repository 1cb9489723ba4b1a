import { currentActor } from '@/lib/auth/session';
import { getGradebookCsv } from '@/lib/data/gradebook';
import { isAppError } from '@/lib/errors';

type Context = { readonly params: Promise<{ readonly course: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor();
  if (actor === null) return new Response('Please sign in.', { status: 401 });
  try {
    const { filename, csv } = await getGradebookCsv(actor, (await params).course);
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${filename}"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    if (isAppError(error, 'not-found'))
      return new Response('There is no such gradebook.', { status: 404 });
    throw error;
  }
}
