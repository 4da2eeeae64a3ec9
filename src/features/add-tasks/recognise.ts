import { analyse } from './recognise/analyse';
import type { SegmentKind } from '~/features/add-tasks/recognise/analysis';

/** The keys, clear ids and addresses in any text, in order and without duplicates. Never throws. */
export function recognise(text: string): { keys: string[]; ids: string[]; addresses: string[] } {
  const { segments } = analyse(text);
  const of = (kind: SegmentKind): string[] => [
    ...new Set(segments.filter((segment) => segment.kind === kind).map(({ value }) => value)),
  ];
  return { keys: of('key'), ids: of('id'), addresses: of('address') };
}
