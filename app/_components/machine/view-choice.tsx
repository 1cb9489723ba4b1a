import { TabsList, TabsTrigger } from '../ui/tabs';
import { type ViewId, VIEWS } from './views';

type ViewChoiceProps = {
  readonly shown: ViewId;
  readonly onChoose: (id: ViewId) => void;
};

/** Which view is shown: tabs, or one select where the pane is narrow. */
export function ViewChoice({ shown, onChoose }: ViewChoiceProps) {
  if (VIEWS.length < 2) return null;
  return (
    <div className="@container shrink-0 border-b bg-surface px-2">
      <TabsList aria-label="View" className="h-9 @max-2xl:hidden">
        {VIEWS.map(({ id, label }) => (
          <TabsTrigger key={id} value={id} className="h-9 px-2">
            {label}
          </TabsTrigger>
        ))}
      </TabsList>
      <label className="flex items-center gap-2 py-1 text-sm @2xl:hidden">
        <span className="text-muted">View</span>
        <select
          value={shown}
          onChange={({ target }) => {
            const chosen = VIEWS.find(({ id }) => id === target.value);
            if (chosen !== undefined) onChoose(chosen.id);
          }}
          className="h-8 min-w-0 flex-1 rounded-md border border-edge bg-surface px-2"
        >
          {VIEWS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
