import { assertNever } from '@/lib/abi/assert-never';
import type { SourcePosition } from '@/lib/kernel/events';
import type { MemoryRegion, ShownBlock, ShownFrame } from '@/lib/kernel/inspection/memory-view';
import { addressText } from '@/lib/vm/values/value-text';
import type { MapState } from './map-state';
import { objectKey } from './memory-changes';
import { bytesText, nameOf, namesText } from './memory-words';
import { ObjectRow } from './object-row';
import { VariableList } from './variable-list';

type RegionContentsProps = {
  readonly region: MemoryRegion;
  readonly state: MapState;
  readonly onLine: (at: SourcePosition) => void;
};

/** High addresses first, as the whole map has them. */
export function RegionContents({ region, state, onLine }: RegionContentsProps) {
  const { contents, from } = region;
  switch (contents.kind) {
    case 'code':
      return (
        <>
          <ul>
            {contents.functions.toReversed().map(({ name, address, bytes }) => (
              <li
                key={address}
                data-at={address}
                tabIndex={-1}
                className="flex flex-wrap gap-x-2 px-1.5"
              >
                <code className="font-semibold">{name}()</code>
                <span className="ml-auto text-2xs text-muted">
                  <span className="font-mono">{addressText(address)}</span>, {bytesText(bytes)}
                </span>
              </li>
            ))}
          </ul>
          <Note>
            Nobody can write to it
            {contents.sharedWith.length > 0 &&
              `; ${namesText(state.names, contents.sharedWith)} ${contents.sharedWith.length === 1 ? 'runs' : 'run'} the same`}
            .
          </Note>
        </>
      );
    case 'variables':
      return (
        <>
          <VariableList variables={contents.variables} state={state} />
          {contents.leftOut > 0 && <Note>{contents.leftOut} more are not shown.</Note>}
          {contents.hidden > 0 && (
            <Note>
              {contents.variables.length === 0 ? 'Only ' : 'And '}
              {contents.hidden} of the C library.
            </Note>
          )}
        </>
      );
    case 'blocks':
      return (
        <>
          <ul>
            {contents.blocks.toReversed().map((block) => (
              <BlockRow key={block.address} block={block} state={state} onLine={onLine} />
            ))}
          </ul>
          {contents.leftOut > 0 && <Note>{contents.leftOut} more blocks are not shown.</Note>}
          <Note>
            {contents.allocatedBytes === 0
              ? 'No block is in use.'
              : `${bytesText(contents.allocatedBytes)} in use.`}
          </Note>
        </>
      );
    case 'mapping': {
      const { type, value, access, attached, kind } = contents.mapping;
      const others = attached.filter(({ pid }) => pid !== state.pid);
      return (
        <>
          <ul>
            <ObjectRow
              state={state}
              objectKey={objectKey(from, '')}
              name="contents"
              type={type}
              address={from}
              value={value}
              otherwise="no pointer tells what it holds"
            />
          </ul>
          <Note>
            {access === 'none' ? 'No access' : `To ${access}`}.{' '}
            {kind === 'private'
              ? 'A private copy.'
              : others.length === 0
                ? 'Nobody else has it in memory.'
                : `${others
                    .map(
                      ({ pid, address }) =>
                        `${nameOf(state.names, pid)} at ${addressText(address)}`,
                    )
                    .join(', ')} too: the same bytes.`}
          </Note>
        </>
      );
    }
    case 'frames':
      return (
        <>
          {contents.threadLocals.length > 0 && (
            <>
              <p className="px-1.5 text-2xs text-muted">The thread’s own copies of globals</p>
              <VariableList variables={contents.threadLocals} state={state} />
            </>
          )}
          {contents.leftOut > 0 && <Note>{contents.leftOut} outer calls are not shown.</Note>}
          <ol className="space-y-1">
            {contents.frames.toReversed().map((frame, k) => (
              <FrameBox
                key={frame.to}
                frame={frame}
                isInnermost={k === contents.frames.length - 1}
                state={state}
                onLine={onLine}
              />
            ))}
          </ol>
        </>
      );
    case 'strings':
      return (
        <>
          <ul>
            {contents.strings.toReversed().map(({ name, address, text }) => (
              <li
                key={name}
                data-at={address}
                tabIndex={-1}
                className="flex flex-wrap gap-x-2 px-1.5"
              >
                <code className="font-semibold">{name}</code>
                <code className="break-all">{text}</code>
                <span className="ml-auto font-mono text-2xs text-muted">
                  {addressText(address)}
                </span>
              </li>
            ))}
          </ul>
          {contents.leftOut > 0 && <Note>{contents.leftOut} more are not shown.</Note>}
        </>
      );
    default:
      return assertNever(contents);
  }
}

type BlockRowProps = {
  readonly block: ShownBlock;
  readonly state: MapState;
  readonly onLine: (at: SourcePosition) => void;
};

function BlockRow({ block, state, onLine }: BlockRowProps) {
  const { address, bytes, state: use, type, value, allocatedAt, freedAt, difference } = block;
  const isFreed = use === 'freed';
  return (
    <>
      <ObjectRow
        state={state}
        objectKey={objectKey(address, '')}
        name={isFreed ? 'freed block' : 'block'}
        type={type}
        address={address}
        value={value}
        otherwise={
          isFreed ? bytesText(bytes) : `${bytesText(bytes)}; no pointer tells of what type`
        }
        difference={difference}
      />
      <li className="pl-4.5 text-2xs text-muted">
        {state.fresh.has(objectKey(address, use)) && (
          <strong className="font-semibold text-warn">{isFreed ? 'just freed' : 'new'} </strong>
        )}
        {value !== null && `${bytesText(bytes)}, `}
        {allocatedAt === null ? (
          'allocated by the C library'
        ) : (
          <>
            from <PlaceLink at={allocatedAt} onLine={onLine} />
          </>
        )}
        {freedAt !== null && (
          <>
            , freed in <PlaceLink at={freedAt} onLine={onLine} />
          </>
        )}
      </li>
    </>
  );
}

type FrameBoxProps = {
  readonly frame: ShownFrame;
  readonly isInnermost: boolean;
  readonly state: MapState;
  readonly onLine: (at: SourcePosition) => void;
};

function FrameBox({ frame, isInnermost, state, onLine }: FrameBoxProps) {
  const { function: name, isLibrary, at, from, to, variables, returnsTo } = frame;
  return (
    <li className="rounded-sm border border-line" data-frame={name}>
      <p className="flex flex-wrap items-baseline gap-x-2 bg-sunken px-1.5 py-0.5">
        <code className="font-semibold">{name}()</code>
        {state.fresh.has(objectKey(to, name)) && (
          <span className="text-2xs font-semibold text-warn">new</span>
        )}
        <span className="text-2xs text-muted">
          {isLibrary ? (
            'C library'
          ) : at === null ? null : (
            <PlaceLink at={at} onLine={onLine} short />
          )}
          {isInnermost && ', innermost'}
        </span>
        <span className="ml-auto font-mono text-2xs text-muted tabular-nums">
          {addressText(from)}–{addressText(to)}
        </span>
      </p>
      {variables.length > 0 && <VariableList variables={variables} state={state} />}
      {returnsTo !== null && (
        <p className="px-1.5 pb-0.5 text-2xs text-muted">
          goes back to <PlaceLink at={returnsTo} onLine={onLine} />
        </p>
      )}
    </li>
  );
}

type PlaceLinkProps = {
  readonly at: SourcePosition;
  readonly onLine: (at: SourcePosition) => void;
  readonly short?: boolean;
};

export function PlaceLink({ at, onLine, short = false }: PlaceLinkProps) {
  return (
    <button type="button" className="link" onClick={() => onLine(at)}>
      {short ? '' : `${at.function}(), `}line {at.line}
    </button>
  );
}

export function Note({ children }: { readonly children: React.ReactNode }) {
  return <p className="px-1.5 text-2xs text-muted">{children}</p>;
}
