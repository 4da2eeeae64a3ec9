import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { lookUpUrl } from './address';
import { readAddress, readLookUpPath } from './address-template';

describe('an address as a person gives it', () => {
  it.each([
    ['https://a.test/v1/video/query?id={id}', 'https://a.test', '/v1/video/query?id={id}'],
    ['gw.example.com/api/v1/videos/{id}', 'https://gw.example.com', '/api/v1/videos/{id}'],
    ['localhost:3000/films/{id}/state', 'http://localhost:3000', '/films/{id}/state'],
    ['"https://A.test:8443/x/{task_id}",', 'https://a.test:8443', '/x/{id}'],
    ['https://a.test/x?video=%7Bid%7D#top', 'https://a.test', '/x?video={id}'],
    ['<https://a.test/x/{id}>.', 'https://a.test', '/x/{id}'],
    ['https://a.test?id={id}', 'https://a.test', '/?id={id}'],
    ['https://me:secret@a.test/x/{id}', 'https://a.test', '/x/{id}'],
  ])('%s names the service %s, asked at %s', (text, base, path) => {
    expect(readAddress(text)).toEqual({ base, path });
  });

  it.each(['a.test/v1', 'https://a.test/v1/videos/video_1', 'https://a.test/{model}/v1'])(
    '%s says nothing of the path',
    (text) => expect(readAddress(text)?.path).toBeNull(),
  );

  it.each([
    '',
    '{id}',
    '/v1/videos/{id}',
    'https://{id}.a.test/x',
    'ftp://a.test/{id}',
    'a b/{id}',
  ])('"%s" is none', (text) => expect(readAddress(text)).toBeNull());

  it('never lets a path lead to another host', () => {
    fc.assert(
      fc.property(fc.string(), (end) => {
        const given = readAddress(`https://a.test/${end}{id}`);
        if (given?.path == null) return;
        expect(new URL(lookUpUrl(given.base, given.path, 'x')).host).toBe('a.test');
      }),
    );
  });
});

describe('a look-up path', () => {
  it.each([
    'v1/videos/{id}',
    '/v1/videos',
    '',
    'https://a.test/{id}',
    '/a b/{id}',
    '/\\b.test/{id}',
  ])('is not "%s"', (text) => expect(readLookUpPath(text)).toBeNull());

  it('is at most 300 characters long', () => {
    expect(readLookUpPath(`/${'x'.repeat(300)}/{id}`)).toBeNull();
  });

  it('never holds a key', () => {
    const key = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
    expect(readLookUpPath(`/q?api_key=abc&id={id}&x=1&t=${key}`)).toBe('/q?id={id}&x=1');
    expect(readLookUpPath(`/${key}/{id}`)).toBeNull();
  });
});
