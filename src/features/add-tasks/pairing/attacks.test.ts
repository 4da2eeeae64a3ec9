import { describe, expect, it } from 'vitest';

import { planFor, told } from './test-plan';

const K1 = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const K2 = 'sk-Hx5tR2m9Zc64qWs83d7aLp0q';
const GOOGLE = 'AIzaSyD3kf93jd83jf83kd93kf83jd93kf83jd9';
const REPLICATE = 'r8_Qm2wKj8sVb3kQ7mPz2LxWn8RtY4c9f2cHx5tR2';
const FAL = '3f2a1b4c-5d6e-4f70-8a9b-0c1d2e3f4a5b:9f8e7d6c5b4a39281706f5e4d3c2b1a0';
const T1 = 'task_01k6x15vhrff09dkkqjrzwhm60';
const T2 = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';
const NAMES = { K1, K2, GOOGLE, REPLICATE, FAL, T1, T2 };

/** Texts in which `K1` and the like stand for the values; longer names first, so that none is part of another. */
function goes(text: string): string[] {
  const filled = Object.entries(NAMES).reduce(
    (all, [name, value]) => all.replaceAll(name, value),
    text,
  );
  return told(planFor(filled), NAMES);
}

describe('a key goes nowhere', () => {
  it.each([
    ['an old address and a new one', 'not https://old.a.test any more, use https://new.a.test\nK1'],
    [
      'an old address on its own line',
      'K1 (no longer on https://api.old.test)\nbase https://api.new.test',
    ],
    ['a link with the text of another', '[https://api.a.test/v1](https://api.b.test/v1) key K1'],
    ['two addresses, then two keys', 'https://api.a.test/v1\nhttps://api.b.test/v1\nK1\nK2'],
    ['keys and addresses in two orders', 'K1\nhttps://api.a.test/v1\nhttps://api.b.test/v1\nK2'],
    ['numbered lists', '1. https://api.a.test\n2. https://api.b.test\n\n1. K1\n2. K2'],
    ['columns as services', '\tA\tB\nbase\thttps://api.a.test\thttps://api.b.test\nkey\tK1\tK2'],
    [
      'names in a file of settings',
      'A_URL=https://api.a.test\nB_URL=https://api.b.test\nA_KEY=K1\nB_KEY=K2',
    ],
    ['a proxy', 'HTTPS_PROXY=http://proxy.corp.test:8080\nBASE=https://api.a.test\nKEY=K1'],
    ['a link in a sentence above it', 'Please check https://app.corp.test later.\nK1'],
    ['a link in another sentence', 'Our new site is https://corp.test !\n\nkey K1'],
    ['an address with its marks encoded', 'https%3A%2F%2Fapi.a.test K1'],
    ['the website of a signature', 'the key is K1\n\nBest, Ana\nwww.corp.test'],
    ['a host without more in another paragraph', 'the key is K1\n\nBest, Ana\ncorp.test'],
    ['a page in prose', 'K1\n\nquestions? https://corp.test/contact'],
    ['the page itself, by http', 'open http://rushes.studio.test and paste K1'],
    ['the page itself, with its port', 'open https://rushes.studio.test:443/ and paste K1'],
    ['the page itself, with a dot', 'open https://rushes.studio.test./ and paste K1'],
    ['an address that looks like another’s', 'https://api.b.test:443@api.a.test/v1 K1 T1'],
    [
      'a link while the address has a scheme of its own',
      'key K1\nbase wss://rt.a.test/v1\n\nhttps://corp.test',
    ],
    [
      'a link while the address is made harmless',
      'K1 hxxps://api.a.test/v1\nT1\n\nhttps://shop.test',
    ],
    [
      'a link while the address is a number',
      'K1 http://[fd00::1]:8080/v1\nT1\n\nhttps://corp.test',
    ],
    [
      'a link while the address is broken',
      'key K1\nbase https: //api.a.test/v1\n\nhttps://corp.test',
    ],
    ['another maker’s service', 'REPLICATE\nhttps://api.anthropic.com/v1'],
    ['another maker’s service on its line', 'https://api.klingai.com GOOGLE'],
  ])('between or to %s', (_, text) => {
    const lines = goes(text);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.startsWith('?'))).toBe(true);
  });
});

describe('a key goes to its own service', () => {
  it.each([
    [
      'in cells of more than one line',
      '"https://api.a.test\nK1\nT1"\t"https://api.b.test\nK2\nT2"',
    ],
    ['below a name each', 'A\nhttps://api.a.test\nK1\nT1\n\nB\nhttps://api.b.test\nK2\nT2'],
    [
      'in a chat',
      'Ana: base https://api.a.test\nBen: K1 T1\nAna: and for https://api.b.test\nBen: K2 T2',
    ],
    [
      'of two kinds of commands',
      `curl https://api.a.test/v1/videos/T1 \\\n -H "Authorization: Bearer K1"\ncurl -H "Authorization: Bearer K2" \\\n https://api.b.test/v1/videos/T2`,
    ],
    [
      'of raw requests',
      'GET /v1/videos/T1 HTTP/1.1\nHost: api.a.test\nAuthorization: Bearer K1\n\nGET /v1/videos/T2 HTTP/1.1\nHost: api.b.test\nAuthorization: Bearer K2',
    ],
    [
      'beside a page in prose',
      'K1 https://api.a.test T1\n\nhelp: https://corp.test/contact\n\nK2 https://api.b.test T2',
    ],
    [
      'in a table of keys and one of tasks',
      'key\tservice\nK1\thttps://api.a.test\nK2\thttps://api.b.test\n\ntask\tservice\nT2\thttps://api.b.test\nT1\thttps://api.a.test',
    ],
  ])('%s', (_, text) => {
    expect(goes(text)).toEqual(['api.a.test < K1 < T1', 'api.b.test < K2 < T2']);
  });

  it('the same key to two services that share it', () => {
    expect(goes('https://api.a.test K1 T1\nhttps://api.b.test K1 T2')).toEqual([
      'api.a.test < K1 < T1',
      'api.b.test < K1 < T2',
    ]);
  });

  it.each([
    [
      'is called a callback',
      'curl https://api.a.test/v1/videos -H "Authorization: Bearer K1" -d \'{"callback_url":"https://hooks.me.test/v1","id":"T1"}\'',
    ],
    [
      'is where the request came from',
      `curl 'https://api.a.test/v1/videos/T1' \\\n -H 'authorization: Bearer K1' \\\n -H 'origin: https://app.a.test' \\\n -H 'referer: https://app.a.test/'`,
    ],
    ['is a file', 'K1 result https://cdn.x.test/out/abc.mp4\nbase https://api.a.test\nT1'],
    [
      'tells where keys are made',
      'K1 (get yours at https://platform.x.test/api-keys)\nbase https://api.a.test/v1\nT1',
    ],
  ])('although another address %s', (_, text) => {
    expect(goes(text)).toEqual(['api.a.test < K1 < T1']);
  });

  it('named by the host alone, not by what stands behind a fragment', () => {
    expect(goes('https://b.test#@api.a.test/v1 K1')).toEqual(['b.test < K1 <']);
  });

  it('whatever scheme and port tell apart', () => {
    expect(goes('http://10.0.0.5:8001 K1 T1\nhttps://10.0.0.5:8001 K2 T2')).toEqual([
      'http://10.0.0.5:8001 < K1 < T1',
      '10.0.0.5:8001 < K2 < T2',
    ]);
  });
});

describe('an address that has its key', () => {
  it('gets no other one from the next paragraph', () => {
    const lines = goes('https://api.a.test K1 T1\n\nK2\nhttps://api.b.test\nK1');
    expect(lines.filter((line) => line.startsWith('api.a.test'))).toEqual(['api.a.test < K1 < T1']);
  });
});

describe('a service of the page’s host that is only mentioned', () => {
  it('gets no key that stands with another link', () => {
    const services = [{ base: 'https://studio.test' }];
    const text = `on https://studio.test we have\n\nfor https://gw7.test\n${K1}`;
    expect(told(planFor(text, { services }), NAMES)).toEqual(['? < K1 <']);
  });
});

describe('a service beside a key on a page that offers another', () => {
  it('is the one that gets it', () => {
    const services = [{ base: 'https://studio.test' }];
    expect(told(planFor(`https://gw7.test\n${K1}`, { services }), NAMES)).toEqual([
      'gw7.test < K1 <',
    ]);
  });
});

describe('a key that this browser has already', () => {
  const homeOf = (apiKey: string): string | null => (apiKey === K1 ? 'https://api.a.test' : null);

  it('goes home, not to the only link of the text', () => {
    expect(told(planFor(`${K1}\n\nhttps://corp.test`, { homeOf }), NAMES)).toEqual([
      'api.a.test < K1 <',
    ]);
  });

  it('goes where the text says, if it says so', () => {
    expect(told(planFor(`base https://b.test\n${K1}`, { homeOf }), NAMES)).toEqual([
      'b.test < K1 <',
    ]);
  });
});

describe('a task', () => {
  it('waits with the only key, wherever that goes', () => {
    expect(goes('not https://old.a.test any more, use https://new.a.test\nK1\nT1')).toEqual([
      '? < K1 < T1',
    ]);
  });

  it('is no name above a service in a file of settings', () => {
    const text =
      'studio1:\n  base_url: https://api.a.test\n  api_key: K1\n  tasks:\n    - T1\nstudio2:\n  base_url: https://api.b.test\n  api_key: K2\n  tasks:\n    - T2';
    expect(goes(text)).toEqual(['api.a.test < K1 < T1', 'api.b.test < K2 < T2']);
  });

  it('on a line with a service that has no key is not asked for at another', () => {
    expect(goes('service,key,task\nhttps://api.a.test,K1,T1\nhttps://api.b.test,,T2')).toEqual([
      'api.a.test < K1 < T1',
      'api.b.test < none < T2',
    ]);
  });

  it('whose look-up shows the path makes no service of its own', () => {
    expect(
      goes(
        'key FAL\nhttps://queue.fal.run/fal-ai/veo3/requests/764cabcf-b745-4b3e-ae38-1200304cf45b\nhttps://queue.fal.run/fal-ai/veo3/requests/864cabcf-b745-4b3e-ae38-1200304cf45c',
      ),
    ).toEqual([
      'queue.fal.run/fal-ai/veo3/requests/{id} < FAL < 764cabcf-b745-4b3e-ae38-1200304cf45b 864cabcf-b745-4b3e-ae38-1200304cf45c',
    ]);
  });
});

describe('a text that a link or another app has brought', () => {
  const arrived = (text: string, known = {}) =>
    told(planFor(text, { arrived: true, ...known }), NAMES);

  it.each([
    `https://api.evil.test/v1/videos/${T2}\n${K1}`,
    `Base URL https://api.evil.test/v1: ${T2}\n${K1}`,
    `base api.evil.test/v1\n${K1} ${T2}`,
    `curl https://api.evil.test/v1/videos/${T2} -H "Authorization: Bearer ${K1}"`,
  ])('says by no means where a key goes: %s', (text) => {
    expect(arrived(text)).toEqual(['? < K1 < T2']);
    // A service that was used, and has no key any more, is none that is known.
    const used = [{ base: 'https://api.evil.test/v1', hints: [] }];
    expect(arrived(text, { used })).toEqual(['? < K1 < T2']);
  });

  it('names a service without a key here no more than with one', () => {
    expect(arrived(`https://api.evil.test/v1/videos/${T2}`)).toEqual(['? < - < T2']);
  });

  it('names one of the host’s, or one that has a key here', () => {
    const text = `base https://api.a.test/v1\n${K1} ${T2}`;
    const base = 'https://api.a.test';
    const goesThere = ['api.a.test < K1 < T2'];
    expect(arrived(text, { services: [{ base }] })).toEqual(goesThere);
    expect(arrived(text, { used: [{ base, hints: ['sk-…1'] }] })).toEqual(goesThere);
  });
});
