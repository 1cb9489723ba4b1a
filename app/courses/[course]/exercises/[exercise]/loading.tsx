import { Skeleton } from '@/app/_components/ui/skeleton';

export default function Loading() {
  return (
    <div className="flex flex-1 flex-col">
      <p role="status" className="sr-only">
        Loading the exercise…
      </p>
      <div className="h-13 border-b bg-surface" />
      <div className="grid flex-1 gap-6 p-6 lg:grid-cols-[29%_1fr_31%]">
        <Skeleton className="h-64" />
        <Skeleton className="h-96" />
        <Skeleton className="h-64" />
      </div>
    </div>
  );
}
