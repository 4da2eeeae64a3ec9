/** A native select for the playback rate, on a dark background. 1 is normal speed. */
export function SpeedSelect({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: number;
  choices: readonly number[];
  onChange: (speed: number) => void;
}) {
  const all = [...new Set([...choices, value])].toSorted((a, b) => a - b);
  return (
    <select
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      className="h-9 cursor-pointer appearance-none rounded-lg bg-transparent px-2 max-sm:px-0 text-center text-small font-medium text-white digits focus-over hover:bg-white/20"
    >
      {all.map((one) => (
        <option key={one} value={one} className="bg-surface text-ink">
          {`${one}×`}
        </option>
      ))}
    </select>
  );
}
