import { describe, expect, it } from 'vitest';

import { recognise } from '~/features/add-tasks/recognise';

import { analyse } from './analyse';
import pastes from './fixtures/pastes.json';

interface Paste {
  name: string;
  text: string;
  keys: string[];
  ids: string[];
  labels?: Record<string, string>;
}

describe('what people paste', () => {
  it.each(pastes as Paste[])('$name', ({ text, keys, ids, labels = {} }) => {
    const read = recognise(text);
    expect({ keys: read.keys.toSorted(), ids: read.ids.toSorted() }).toEqual({
      keys: keys.toSorted(),
      ids: ids.toSorted(),
    });
    const { segments } = analyse(text);
    for (const [id, label] of Object.entries(labels)) {
      expect(segments.find(({ kind, value }) => kind === 'id' && value === id)?.label).toBe(label);
    }
  });
});
