'use client';

import { Check, CodeXml, type LucideIcon, Share2 } from 'lucide-react';
import { useState } from 'react';
import type { ProgramFile } from '@/app/_workers/program-file';
import { Button } from '../_components/ui/button';
import { packed } from './share';

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
          history.replaceState(null, '', `#${await packed(files)}`);
          return location.href;
        }}
      />
      <CopyButton
        icon={CodeXml}
        label="Embed"
        copied="Code copied"
        told="The code of a frame is copied. Put it into a page; your files are inside of it."
        shown="The code could not be copied: the browser does not allow it."
        make={async () => frameOf(`${location.origin}/play/embed#${await packed(files)}`)}
      />
    </>
  );
}

/** Nothing in such an address needs escaping: share.ts. */
function frameOf(address: string): string {
  return `<iframe src="${address}" title="A C program, to run and change" width="100%" height="520" style="border: 1px solid #8888" loading="lazy" allow="clipboard-write"></iframe>`;
}

type CopyButtonProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  /** In its place for a while. */
  readonly copied: string;
  /** For who hears the page: it is copied, or it can't be. */
  readonly told: string;
  readonly shown: string;
  readonly make: () => Promise<string>;
};

function CopyButton({ icon: Icon, label, copied, told, shown, make }: CopyButtonProps) {
  const [state, setState] = useState<'idle' | 'copied' | 'shown'>('idle');
  const copy = async () => {
    const text = await make();
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      setState('shown');
    }
    setTimeout(() => setState('idle'), 4000);
  };
  return (
    <>
      <Button size="sm" look="quiet" onClick={() => void copy()}>
        {state === 'copied' ? <Check aria-hidden /> : <Icon aria-hidden />}
        <span className="max-md:sr-only">{state === 'copied' ? copied : label}</span>
      </Button>
      <span role="status" className="sr-only">
        {state === 'copied' && told}
        {state === 'shown' && shown}
      </span>
    </>
  );
}
