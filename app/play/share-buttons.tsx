'use client';

import { CodeXml, Share2 } from 'lucide-react';
import type { ProgramFile } from '@/app/_workers/program-file';
import { CopyButton } from '../_components/share/copy-button';
import { packFiles } from '../_components/share/shared-files';

/** Gives the files to others: as a link, or as a frame for a page of theirs. */
export function ShareButtons({ files }: { readonly files: readonly ProgramFile[] }) {
  return (
    <>
      <CopyButton
        icon={Share2}
        label="Share"
        copied="Link copied"
        told="The link is copied. Your files are inside of it."
        shown="The link is in the address bar. Your files are inside of it."
        make={async () => {
          // The hash is replaced, not visited: going back leaves the page, as before.
          history.replaceState(null, '', `#${await packFiles(files)}`);
          return location.href;
        }}
      />
      <CopyButton
        icon={CodeXml}
        label="Embed"
        copied="Code copied"
        told="The code of a frame is copied. Put it into a page; your files are inside of it."
        shown="The code could not be copied: the browser does not allow it."
        make={async () => frameOf(`${location.origin}/play/embed#${await packFiles(files)}`)}
      />
    </>
  );
}

/** Nothing in such an address needs escaping: packed-json.ts. */
function frameOf(address: string): string {
  return `<iframe src="${address}" title="A C program, to run and change" width="100%" height="520" style="border: 1px solid #8888" loading="lazy" allow="clipboard-write"></iframe>`;
}
