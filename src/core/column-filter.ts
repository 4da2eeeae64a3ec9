/** A cell of a pasted table, such as the client, as a value of the filter `column`. */
interface ColumnCell {
  heading: string;
  /** The id of the cell's group. */
  id: string;
}

/** `Client/northwind`. */
export function columnValue({ heading, id }: ColumnCell): string {
  return `${heading.replaceAll('%', '%25').replaceAll('/', '%2F')}/${id}`;
}

/** Reads what `columnValue` writes; null if it names no cell. */
export function columnCellIn(value: string): ColumnCell | null {
  const end = value.indexOf('/');
  const heading = value.slice(0, Math.max(0, end)).replaceAll('%2F', '/').replaceAll('%25', '%');
  const id = value.slice(end + 1);
  return heading === '' || id === '' ? null : { heading, id };
}
