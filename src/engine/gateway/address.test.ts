import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { contentUrl, isAskable, lookUpUrl, normaliseBase } from './address';

it.each([
  ['api.example.com', 'https://api.example.com'],
  ['https://API.example.com/', 'https://api.example.com'],
  ['https://api.example.com/v1', 'https://api.example.com'],
  ['https://api.example.com//v1/videos/task_1/content', 'https://api.example.com'],
  ['https://openrouter.ai/api/v1', 'https://openrouter.ai/api'],
  ['http://localhost:4173/demo/v1', 'http://localhost:4173/demo'],
  ['localhost:3000', 'http://localhost:3000'],
  ['127.0.0.1:8080/v1/', 'http://127.0.0.1:8080'],
  ['"https://user:secret@a.test/x?key=1#y",', 'https://a.test/x'],
  ['gw.example.com:8443', 'https://gw.example.com:8443'],
  ['http://gateway:3000/v1', 'http://gateway:3000'],
  ['https://网关.example', 'https://xn--d6q013i.example'],
  ['http://team_gateway:3000/v1)?', 'http://team_gateway:3000'],
  ['https://a.test/api,/v1', 'https://a.test/api'],
])('%s is the service %s', (text, base) => expect(normaliseBase(text)).toBe(base));

it.each([
  '',
  '  ',
  'hello',
  'two words',
  'ftp://a.test',
  ' javascript:alert(1)',
  'sk-abc',
  'https://',
  'a..b',
  'file:///etc',
  "&.!'/",
  "https://it's.fine",
])('"%s" is no address', (text) => expect(normaliseBase(text)).toBeNull());

const piecewise = fc
  .array(
    fc.constantFrom(
      'https://',
      'a.test',
      '/',
      '/v1',
      '"',
      "'",
      ',',
      ')',
      '?',
      '#',
      '@',
      ':',
      '。',
      '!',
    ),
  )
  .map((pieces) => pieces.join(''));

it('reads any text without throwing, and its own result as itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), piecewise), (text) => {
      const base = normaliseBase(text);
      expect(base === null || normaliseBase(base) === base).toBe(true);
    }),
  );
});

describe('the address of a task', () => {
  it('holds the id encoded', () => {
    expect(lookUpUrl('https://a.test', '/v1/videos/{id}', 'sora-2:a/b+c=$&')).toBe(
      'https://a.test/v1/videos/sora-2%3Aa%2Fb%2Bc%3D%24%26',
    );
  });

  it('is the usual one without a template', () => {
    expect(lookUpUrl('https://a.test', null, 'a')).toBe('https://a.test/v1/videos/a');
  });

  it('has the bytes below it, unless it is a query', () => {
    expect(contentUrl('https://a.test', '/v2/films/{id}', 'a')).toBe(
      'https://a.test/v2/films/a/content',
    );
    expect(contentUrl('https://a.test', '/v1/video/query?id={id}', 'a')).toBe(
      'https://a.test/v1/videos/a/content',
    );
  });

  it('does not throw on half a character', () => {
    expect(lookUpUrl('https://a.test', null, '\uD800')).toContain('%EF%BF%BD');
  });

  it.each(['', ' ', '.', '..', '\n'])('is not asked for %j, which would list all tasks', (id) => {
    expect(isAskable(id)).toBe(false);
  });
});
