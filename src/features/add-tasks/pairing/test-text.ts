import type { Evidence, Segment, SegmentKind } from '~/features/add-tasks/recognise/analysis';

/** What a mark stands for. */
const KINDS: Readonly<Record<string, { kind: SegmentKind; evidence: Evidence | null }>> = {
  key: { kind: 'key', evidence: null },
  id: { kind: 'id', evidence: null },
  link: { kind: 'address', evidence: 'link' },
  named: { kind: 'address', evidence: 'named' },
  look: { kind: 'address', evidence: 'look-up' },
  page: { kind: 'link', evidence: null },
};

/** Segments of a text in which pieces are marked, as in `<key:sk-1> at <named:api.example.com>`. */
export function segmentsOf(text: string): Segment[] {
  let start = 0;
  return text.split(/(<\w+:[^>]*>)/).map((part): Segment => {
    const [, name = '', value = ''] = /^<(\w+):(.*)>$/.exec(part) ?? [];
    const { kind, evidence } = KINDS[name] ?? { kind: 'other', evidence: null };
    const written = kind === 'other' ? part : value;
    const segment: Segment = {
      kind,
      text: written,
      value: written,
      start,
      end: start + written.length,
      label: null,
      shot: null,
      columns: {},
      scheme: null,
      half: null,
      evidence,
      reason: kind === 'link' ? 'own-page' : null,
    };
    start = segment.end;
    return segment;
  });
}
