'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../_components/ui/button';
import { cn } from '../_components/ui/class-names';
import { Dialog } from '../_components/ui/dialog';
import { Field } from '../_components/ui/field';
import type { FileControls } from './use-files';

/** The files of the playground, one of them open. */
export function FileTabs({ controls }: { readonly controls: FileControls }) {
  const { files, open, select, add, remove } = controls;
  const [isAdding, setAdding] = useState(false);
  const [name, setName] = useState('');
  return (
    <div className="flex h-10 min-w-0 shrink-0 items-center border-b bg-surface pr-1">
      <ul aria-label="Files" className="flex min-w-0 flex-1 self-stretch overflow-x-auto">
        {files.map((file) => (
          <li key={file.name} className="flex items-center">
            <button
              type="button"
              aria-current={file.name === open ? 'true' : undefined}
              onClick={() => select(file.name)}
              className={cn(
                'h-full border-b-2 border-transparent px-3 font-mono text-sm whitespace-nowrap text-muted hover:text-ink focus-visible:outline-offset-[-2px]',
                file.name === open && 'border-accent text-ink',
              )}
            >
              {file.name}
            </button>
            {file.name === open && files.length > 1 && (
              <Button
                look="quiet"
                size="icon"
                aria-label={`Remove ${file.name}`}
                onClick={() => remove(file.name)}
              >
                <X aria-hidden />
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Button look="quiet" size="icon" aria-label="Add a file" onClick={() => setAdding(true)}>
        <Plus aria-hidden />
      </Button>
      <Dialog open={isAdding} onOpenChange={setAdding} title="Add a file">
        <form
          className="space-y-4"
          onSubmit={(event) => {
            event.preventDefault();
            add(name);
            setName('');
            setAdding(false);
          }}
        >
          <Field
            label="Its name"
            value={name}
            required
            maxLength={64}
            placeholder="list.h"
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" look="primary">
            Add
          </Button>
        </form>
      </Dialog>
    </div>
  );
}
