'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { useParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { isTyping } from '../site/is-typing';
import { Button } from '../ui/button';
import { Kbd } from '../ui/kbd';
import { SearchDialog } from './search-dialog';
import { searchPath } from './search-path';

/** Where a course is shown: a link to its search page that a script makes a dialog of, and the keys for it. */
export function SearchButton() {
  const { course } = useParams();
  return typeof course === 'string' ? <SearchOf course={course} key={course} /> : null;
}

function SearchOf({ course }: { readonly course: string }) {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      const withMod = event.ctrlKey || event.metaKey;
      if (withMod ? event.key.toLowerCase() !== 'k' : event.key !== '/') return;
      event.preventDefault();
      setIsOpen(true);
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <>
      <Button asChild look="quiet" size="icon" className="lg:w-auto lg:px-2.5">
        <Link
          href={searchPath(course)}
          data-search=""
          aria-label="Search this course"
          aria-keyshortcuts="/ Control+K"
          prefetch={false}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            setIsOpen(true);
          }}
        >
          <Search aria-hidden />
          <span aria-hidden className="text-sm max-lg:hidden">
            Search <Kbd>/</Kbd>
          </span>
        </Link>
      </Button>
      {isOpen && <SearchDialog course={course} onClose={() => setIsOpen(false)} />}
    </>
  );
}
