import { describe, expect, it } from 'vitest';

import { analyse } from './analyse';
import type { Correction } from './analysis';

const H = '5b0d7c1f92ae48368d1f6a0c7e3b9524';
const I = '6b0d7c1f92ae48368d1f6a0c7e3b9525';
const pieces = (text: string, ...corrections: Correction[]): string[] =>
  analyse(text, { corrections }).segments.map(({ kind, value }) => `${kind} ${value}`);
const as = (value: string, kind: Correction['kind'], alike = false): Correction => ({
  value,
  kind,
  alike,
});

describe('what a person says of a piece', () => {
  it('counts, wherever the piece stands', () => {
    expect(pieces(`is ${H} it? ${H}`)).toEqual([
      'other is ',
      `doubt ${H}`,
      'other  it? ',
      `doubt ${H}`,
    ]);
    expect(pieces(`is ${H} it? ${H}`, as(H, 'id'))).toEqual([
      'other is ',
      `id ${H}`,
      'other  it? ',
      `id ${H}`,
    ]);
    expect(pieces(`is ${H} it?`, as(H, 'key'))).toContain(`key ${H}`);
  });

  it('counts for all pieces of the same shape if wanted', () => {
    expect(pieces(`${H} and ${I}`, as(H, 'id'))).toContain(`doubt ${I}`);
    expect(pieces(`${H} and ${I}`, as(H, 'id', true))).toContain(`id ${I}`);
    expect(pieces('see abc-10 and abc-11, not abcd', as('abc-10', 'id', true))).toEqual([
      'other see ',
      'id abc-10',
      'other  and ',
      'id abc-11',
      'other , not abcd',
    ]);
  });

  it('makes no task of a certain key that has the shape of a word that is one', () => {
    expect(pieces(`API key: ${H}\nsee ${I}`, as(I, 'id', true))).toContain(`key ${H}`);
    expect(pieces(`API key: ${H}\nAPI key: ${I}`, as(I, 'id', true))).toContain(`id ${H}`);
  });

  it('cuts a piece out of other words', () => {
    expect(pieces('the harbour one, please', as('harbour', 'id'))).toEqual([
      'other the ',
      'id harbour',
      'other  one, please',
    ]);
    expect(pieces('harbours', as('harbour', 'id'))).toEqual(['other harbours']);
  });

  it('leaves what is ignored a piece of its own, so that it can be corrected again', () => {
    expect(pieces('is video_abc123 ready', as('video_abc123', 'other'))).toEqual([
      'other is ',
      'other video_abc123',
      'other  ready',
    ]);
    expect(pieces('sk-Vb3kQ7mPz2LxWn8RtY4c9f2c', as('sk-Vb3kQ7mPz2LxWn8RtY4c9f2c', 'id'))).toEqual([
      'id sk-Vb3kQ7mPz2LxWn8RtY4c9f2c',
    ]);
  });

  it('makes a link an address', () => {
    const { segments } = analyse('see https://docs.a.test/x', {
      corrections: [as('https://docs.a.test/x', 'address')],
    });
    expect(segments[1]).toMatchObject({ kind: 'address', evidence: 'named', reason: null });
  });
});

describe('masked stretches', () => {
  it('are what they stand for, and so is their value elsewhere', () => {
    const text = `sk-…1234 and ${H}`;
    const known = [{ start: 0, end: 8, apiKey: H, kind: 'key' as const }];
    expect(analyse(text, { known }).segments.map(({ kind }) => kind)).toEqual([
      'key',
      'other',
      'key',
    ]);
    const doubt = [{ start: 0, end: 8, apiKey: H, kind: 'doubt' as const }];
    expect(analyse('sk-…1234', { known: doubt }).segments[0]).toMatchObject({
      kind: 'doubt',
      value: H,
    });
  });
});

it('leaves the names of the other takes alone when one id is ignored, and takes it back', () => {
  const text = [
    'SH010 Lighthouse',
    '  take 1: task_9f3d7a1c5e8b2046f1a3c5d7e9b80246',
    '  take 2: task_0a4e8b2d6f9c3157a2b4d6e8f0c91357',
    'SH020 Harbour',
    '  take 1: task_1b5f9c3e7a0d4268b3c5e7f9a1d02468',
    '  take 2: task_2c6a0d4f8b1e5379c4d6f8a0b2e13579',
  ].join('\n');
  const value = 'task_9f3d7a1c5e8b2046f1a3c5d7e9b80246';
  const ignored = analyse(text, { corrections: [{ value, kind: 'other', alike: false }] });
  const tasks = ignored.segments.filter(({ kind }) => kind === 'id');
  expect(tasks.map(({ shot, label }) => `${shot}, ${label}`)).toEqual([
    'SH010 Lighthouse, take 2',
    'SH020 Harbour, take 1',
    'SH020 Harbour, take 2',
  ]);
  expect(ignored.segments.find((one) => one.value === value)).toMatchObject({ kind: 'other' });
  const again = analyse(text, { corrections: [{ value, kind: 'id', alike: false }] });
  expect(again.segments.filter(({ kind }) => kind === 'id')).toHaveLength(4);
});
