import { currentActor } from '@/lib/auth/session';
import { searchCourse } from '@/lib/data/search';
import { isAppError } from '@/lib/errors';

const RESULTS_MAX = 12;

/** What is found while the reader types. */
export async function GET(
  request: Request,
  { params }: { readonly params: Promise<{ readonly course: string }> },
): Promise<Response> {
  const { course } = await params;
  const asked = new URL(request.url).searchParams.get('q');
  try {
    const { results } = await searchCourse(await currentActor(), course, asked, RESULTS_MAX);
    return Response.json(results, { headers: { 'cache-control': 'private, no-store' } });
  } catch (error) {
    if (isAppError(error, 'not-found')) return new Response(null, { status: 404 });
    throw error;
  }
}
