import { expect, it } from 'vitest';

import { readText } from './body';

const said = (bytes: number[], contentType: string) =>
  readText(new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }), 1000);

it.each([
  ['UTF-8, if nothing else is said', [0xe5, 0xa4, 0xb1], 'application/json'],
  ['the charset of the header', [0xca, 0xa7], 'application/json; charset=GBK'],
  ['a quoted charset', [0xca, 0xa7], 'text/plain;charset="gb18030"'],
  ['UTF-8, if the charset is unknown', [0xe5, 0xa4, 0xb1], 'text/plain; charset=klingon'],
])('reads a body in %s', async (_name, bytes, contentType) => {
  expect(await said(bytes, contentType)).toBe('失');
});

it('reads no body that is too long', async () => {
  expect(await readText(new Response('x'.repeat(1001)), 1000)).toBeNull();
});
