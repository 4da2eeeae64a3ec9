import { expect, it } from 'vitest';

import { requestsNote, seenIn } from './requests';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';
const entry = { startTime: 10, duration: 81.4, responseStatus: 200 };

it('notes where a request went and what came back, without what a link carries', () => {
  const seen = seenIn({ ...entry, name: 'https://v.example/a.mp4?signature=abc#t=1' });
  expect(seen).toMatchObject({ address: 'https://v.example/a.mp4', status: 200, tookMs: 81 });
});

it('notes no key, wherever a service may want it', () => {
  const inPath = seenIn({ ...entry, name: `https://api.example.com/${KEY}/v1/videos/a` });
  const inQuery = seenIn({ ...entry, name: `https://api.example.com/v1/videos/a?key=${KEY}` });
  expect(requestsNote([inPath, inQuery], '1.0', 'Browser')).not.toContain(KEY);
});

it('says when it is not known what was answered', () => {
  const note = requestsNote(
    [seenIn({ ...entry, name: 'https://a.b/', responseStatus: 0 })],
    '1',
    '',
  );
  expect(note).toMatch(/\d{4}-\d\d-\d\dT[\d:.]+Z {2}--- +81 ms {2}https:\/\/a\.b\/$/);
});
