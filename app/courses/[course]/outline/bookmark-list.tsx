import { X } from 'lucide-react';
import { NavLink } from '@/app/_components/site/nav-link';
import { Button } from '@/app/_components/ui/button';
import { cn } from '@/app/_components/ui/class-names';
import type { Bookmark } from '@/lib/data/bookmarks';
import { removeBookmarkAction } from '../actions';
import { MoreBelow } from './more-below';

type BookmarkListProps = { readonly course: string; readonly bookmarks: readonly Bookmark[] };

export function BookmarkList({ course, bookmarks }: BookmarkListProps) {
  return (
    <section aria-labelledby="bookmarks" className={cn(bookmarks.length === 0 && 'max-lg:hidden')}>
      <h2 id="bookmarks" className="text-lg">
        Bookmarks
      </h2>
      {bookmarks.length === 0 ? (
        <p className="mt-1 text-sm text-muted">
          Mark a section of a lesson with the ribbon at its heading, and you find it here.
        </p>
      ) : (
        <MoreBelow
          shownMax={6}
          more={(count) => `${count} more`}
          lines={bookmarks.map((bookmark) => (
            <BookmarkLine
              key={`${bookmark.lesson} ${bookmark.section}`}
              course={course}
              bookmark={bookmark}
            />
          ))}
        />
      )}
    </section>
  );
}

type BookmarkLineProps = { readonly course: string; readonly bookmark: Bookmark };

function BookmarkLine({ course, bookmark }: BookmarkLineProps) {
  const { lesson, lessonTitle, section, heading, isGone } = bookmark;
  const path = `/courses/${course}/lessons/${lesson}`;
  return (
    <li className="flex items-start justify-between gap-2 py-2">
      <div className="min-w-0">
        {isGone ? (
          <p className="leading-snug text-muted">{heading}</p>
        ) : (
          <NavLink href={`${path}#${section}`} className="link leading-snug">
            {heading}
          </NavLink>
        )}
        <p className="text-sm text-muted">
          {isGone ? (
            <>
              No longer in{' '}
              <NavLink href={path} className="link">
                {lessonTitle}
              </NavLink>
            </>
          ) : (
            lessonTitle
          )}
        </p>
      </div>
      <form action={removeBookmarkAction.bind(null, { course, lesson, section })}>
        <Button
          type="submit"
          look="quiet"
          size="icon"
          className="-mt-1 -mr-2"
          aria-label={`Remove bookmark: ${heading}`}
        >
          <X aria-hidden />
        </Button>
      </form>
    </li>
  );
}
