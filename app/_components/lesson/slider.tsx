import { useId } from 'react';

type SliderProps = {
  readonly label: string;
  /** With its unit, as it is read out. */
  readonly shown: string;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly value: number;
  readonly onChange: (value: number) => void;
};

/** A number that the reader of a figure moves. */
export function Slider({ label, shown, onChange, ...range }: SliderProps) {
  const id = useId();
  return (
    <div className="grid min-w-40 flex-1 gap-0.5 text-sm">
      <label htmlFor={id} className="flex justify-between gap-3">
        <span className="text-muted">{label}</span>
        <span aria-hidden className="font-medium tabular-nums">
          {shown}
        </span>
      </label>
      <input
        id={id}
        type="range"
        className="h-6 w-full"
        aria-valuetext={shown}
        onChange={({ target }) => onChange(Number(target.value))}
        {...range}
      />
    </div>
  );
}
