import { Page } from '@/app/_components/site/page';
import { Skeleton } from '@/app/_components/ui/skeleton';

export default function Loading() {
  return (
    <Page>
      <p role="status" className="sr-only">
        Loading the quiz…
      </p>
      <Skeleton className="h-9 w-72" />
      <Skeleton className="mt-8 h-48" />
      <Skeleton className="mt-6 h-48" />
    </Page>
  );
}
