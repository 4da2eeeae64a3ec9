import { describe, expect, it } from 'vitest';

import { analyse } from './analyse';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const labelled = (text: string): Record<string, string | null> =>
  Object.fromEntries(
    analyse(text).segments.flatMap(({ kind, value, label }) =>
      kind === 'id' ? [[value, label]] : [],
    ),
  );

describe('names', () => {
  it('takes names from brackets and dashes, and none from a sentence', () => {
    expect(labelled('• video_abc123（海港）\n雪豹 - task_9f8e7d6c')).toEqual({
      video_abc123: '海港',
      task_9f8e7d6c: '雪豹',
    });
    expect(labelled('good morning, video_abc123 is late')).toEqual({ video_abc123: null });
  });

  it.each([
    ['Take3:video_abc123', 'video_abc123', 'Take3'],
    [
      'take_3:video_69b25d5f467c81908733a56bc236b4df',
      'video_69b25d5f467c81908733a56bc236b4df',
      'take_3',
    ],
    ['S01E02:task_01k81e7r1mf0qtvp3ett3mr4jm', 'task_01k81e7r1mf0qtvp3ett3mr4jm', 'S01E02'],
    ['Harbour:video_68f1a2b3c4d7', 'video_68f1a2b3c4d7', 'Harbour'],
    ['镜头3:video_abc123', 'video_abc123', '镜头3'],
    ['Task ID:task_01k81e7r1mf0', 'task_01k81e7r1mf0', null],
    ['雪豹 => video_abc123', 'video_abc123', '雪豹'],
    ['- [x] **Harbour** `sora-2:task_01k81e7r1mf0`', 'sora-2:task_01k81e7r1mf0', 'Harbour'],
    ['[Fox](https://a.test/v1/videos/video_abc123)', 'video_abc123', 'Fox'],
    ['Kling-v2:task_01k81e7r1mf0', 'Kling-v2:task_01k81e7r1mf0', null],
    ['flux-1:task_01k81e7r1mf0', 'flux-1:task_01k81e7r1mf0', null],
  ])('tells a name before an id from a model: %s', (text, id, label) => {
    expect(labelled(text)).toEqual({ [id]: label });
  });

  it.each([
    ['Harbour video_abc1\nSnow leopard 2 video_abc2', ['Harbour', 'Snow leopard 2']],
    ['1、video_abc1 海港\n2、video_abc2 雪豹', ['海港', '雪豹']],
    [
      'Harbour take 1\nvideo_abc1\n\nHarbour take 2\nvideo_abc2',
      ['Harbour take 1', 'Harbour take 2'],
    ],
    ['> Harbour: video_abc1\n> Fox: video_abc2', ['Harbour', 'Fox']],
    ['Snow leopard:video_abc1\n海港视频video_abc2', ['Snow leopard', null]],
    ['video_abc1 completed 100%\nvideo_abc2 failed again', [null, null]],
    ['video_abc1 海港\n好的，video_abc2 也看一下', [null, null]],
    ['please watch video_abc1\nand also video_abc2', [null, null]],
    ['thanks a lot video_abc1', [null]],
    ['Hello\nvideo_abc1\nvideo_abc2', [null, null]],
  ])('reads names beside ids where all lines are made alike: %s', (text, labels) => {
    expect(Object.values(labelled(text))).toEqual(labels);
  });

  it('takes the title of an object for the name of the one id in it', () => {
    expect(
      labelled('[{"title":"Harbour","id":"video_1"},{"id":"video_2","name":"Snow leopard"}]'),
    ).toEqual({ video_1: 'Harbour', video_2: 'Snow leopard' });
    expect(
      labelled('[\n  {\n    "title": "Harbour",\n    "task_id": "job-1",\n    "seed": 4\n  }\n]'),
    ).toEqual({ 'job-1': 'Harbour' });
    expect(labelled('{"title":"Both","a":{"id":"video_1"},"task_ids":["e1","e2"]}')).toEqual({
      video_1: null,
      e1: null,
      e2: null,
    });
    expect(labelled("[{'title': 'Fox', 'id': 'video_1'}]")).toEqual({ video_1: 'Fox' });
  });

  it('reads a map from names to ids', () => {
    expect(labelled('{\n  "Harbour": "video_1",\n  "Fox": "video_2"\n}')).toEqual({
      video_1: 'Harbour',
      video_2: 'Fox',
    });
  });

  it('knows the name of an operation from its title', () => {
    expect(analyse('{"name":"models/veo-3.0/operations/abc123xyz"}').segments[1]).toMatchObject({
      kind: 'id',
      label: null,
    });
  });

  it('never puts a key into a name', () => {
    expect(labelled(`Fox key=${KEY}&id=video_abc1`)).toEqual({ video_abc1: null });
  });
});
