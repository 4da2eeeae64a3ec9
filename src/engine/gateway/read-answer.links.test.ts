import { expect, it } from 'vitest';

import * as fc from '~test/properties';

import { readAnswer } from './read-answer';

/** Names of what was sent in, and of what was made, in several services' spelling. */
const ASKED = `
  input inputs request params parameters arguments options source source_video source_url original
  originalVideoUrl reference referenceVideos ref_video init_video first_frame last_frame_image
  start_image driving_video inputVideoUrl input_image image image_url imageUrls audio_url mask
`.match(/\S+/g) as string[];
const MADE = `
  video_url url videoUrl video videos output output_url outputs result results resultUrls data files
  file download_url media assets artifacts generated clip movie mp4 final
`.match(/\S+/g) as string[];

const sentIn = fc.constantFrom(
  'https://cdn.example.com/in.mp4',
  'https://cdn.example.com/in.mp4?sign=1',
  'https://store.example.com/upload?id=7',
  'https://cdn.example.com/first.png',
);
/** A link alone, in a list, or a few objects deep. */
const held = (link: fc.Arbitrary<unknown>, names: readonly string[]) =>
  fc.oneof(
    link,
    fc.array(link, { minLength: 1, maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), link, { minKeys: 1, maxKeys: 3 }),
    fc.array(fc.record({ url: link }), { minLength: 1, maxLength: 2 }),
  );
const asked = fc.dictionary(
  fc.constantFrom(...ASKED),
  held(sentIn, ['url', 'video_url', 'video', 'media', 'uri']),
  { minKeys: 1, maxKeys: 4 },
);
const state = fc.constantFrom<unknown>('completed', 'success', 'processing', 4, null, 'finished');

it('never gives a link that was sent in, wherever the answer repeats it', () => {
  fc.assert(
    fc.property(
      asked,
      fc.dictionary(fc.constantFrom(...MADE), fc.nat(3), { maxKeys: 3 }),
      state,
      fc.boolean(),
      (input, repeated, status, wrapped) => {
        const links = linksIn(input);
        const copies = Object.fromEntries(
          Object.entries(repeated).map(([name, at]) => [name, links[at % links.length]]),
        );
        const task = { id: 't1', status, ...copies, ...input };
        const body = JSON.stringify(wrapped ? { code: 0, data: task } : task);
        const reading = readAnswer({ status: 200, contentType: '', body });
        const video = 'task' in reading ? reading.task.video : null;
        expect(links).not.toContain(video?.kind === 'link' ? video.url : null);
      },
    ),
    fc.runs(3000),
  );
});

it('finds the one link that was made, below any name that does not say otherwise', () => {
  const made = 'https://cdn.example.com/made.mp4';
  const names = fc.array(fc.constantFrom(...MADE, 'node', 'stage', 'x1'), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(asked, names, (input, path) => {
      const tree = path.reduceRight<unknown>((inner, name) => ({ [name]: inner }), made);
      const body = JSON.stringify({ id: 't1', status: 'completed', ...input, ...(tree as object) });
      const reading = readAnswer({ status: 200, contentType: '', body });
      expect(reading).toMatchObject({ task: { video: { kind: 'link', url: made } } });
    }),
    fc.runs(1000),
  );
});

it('never gives the address of the look-up, or of what else may be asked', () => {
  const base = 'https://api.example.com/v1/tasks/t%2F1';
  for (const address of [base, `${base}/status`, `${base}/cancel`, `${base}/result`]) {
    const body = JSON.stringify({ id: 't/1', status: 'completed', url: address, result: address });
    const reading = readAnswer({ status: 200, contentType: '', body, askedId: 't/1' });
    expect(reading).toMatchObject({ task: { video: { kind: 'content' } } });
  }
});

function linksIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value as object).flatMap(linksIn);
}
