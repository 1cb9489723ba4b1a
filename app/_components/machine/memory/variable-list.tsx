import type { ShownVariable } from '@/lib/kernel/inspection/memory-view';
import type { MapState } from './map-state';
import { objectKey } from './memory-changes';
import { ObjectRow } from './object-row';

type VariableListProps = {
  readonly variables: readonly ShownVariable[];
  readonly state: MapState;
};

/** High addresses first. */
export function VariableList({ variables, state }: VariableListProps) {
  return (
    <ul>
      {variables
        .toSorted((a, b) => b.address - a.address)
        .map(({ name, type, address, value, difference, line }) => (
          <ObjectRow
            key={`${name} ${line} ${address}`}
            state={state}
            objectKey={objectKey(address, name)}
            name={name}
            type={type}
            address={address}
            value={value}
            difference={difference}
          />
        ))}
    </ul>
  );
}
