import { Page } from '../_components/site/page';
import { Skeleton } from '../_components/ui/skeleton';

export default function Loading() {
  return (
    <Page>
      <p role="status" className="sr-only">
        Loading…
      </p>
      <Skeleton className="h-9 w-72" />
      <Skeleton className="mt-8 h-28" />
      <Skeleton className="mt-4 h-28" />
    </Page>
  );
}
