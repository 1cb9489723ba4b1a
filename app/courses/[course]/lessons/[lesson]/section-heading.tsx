import type { Components } from 'react-markdown';
import { textOf } from '@/app/_components/markdown/text-of';
import { headingId } from '@/lib/courseware/heading-id';
import { BookmarkToggle } from './bookmark-toggle';

/** Headings of sections that can be marked. */
export function markableHeadings(
  course: string,
  lesson: string,
  bookmarked: readonly string[],
): Components {
  return {
    h2: ({ children }) => {
      const heading = textOf(children);
      const id = headingId(heading);
      return (
        <div className="section-head">
          <h2 id={id}>{children}</h2>
          <BookmarkToggle
            course={course}
            lesson={lesson}
            section={id}
            heading={heading}
            isOn={bookmarked.includes(id)}
          />
        </div>
      );
    },
  };
}
