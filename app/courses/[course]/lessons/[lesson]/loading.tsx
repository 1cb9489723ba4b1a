import { Page } from '@/app/_components/site/page';
import { Skeleton } from '@/app/_components/ui/skeleton';

export default function Loading() {
  return (
    <Page>
      <p role="status" className="sr-only">
        Loading the lesson…
      </p>
      <Skeleton className="h-10 w-80 max-w-full" />
      <Skeleton className="mt-8 h-40" />
      <Skeleton className="mt-4 h-40" />
    </Page>
  );
}
