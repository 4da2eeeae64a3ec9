/** What a text field offers while somebody types. */
export function Suggestions({ id, texts }: { id: string; texts: readonly string[] }) {
  return (
    <datalist id={id}>
      {texts.slice(0, MOST).map((text) => (
        <option key={text}>{text}</option>
      ))}
    </datalist>
  );
}

/** More would be no help. */
const MOST = 100;
