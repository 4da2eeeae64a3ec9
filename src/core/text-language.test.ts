import { expect, test } from 'vitest';

import { languageOf } from './text-language';

test.each([
  ['灯台の上を飛ぶカモメ', 'ja'],
  ['ドローン', 'ja'],
  ['등대 위를 나는 갈매기', 'ko'],
  ['一只海鸥飞过黄昏的灯塔，镜头缓慢推进', 'zh'],
  ['ประภาคารยามค่ำคืน', 'th'],
  ['The camera drifts over a harbour with fog', 'en'],
  ['Eine Möwe fliegt mit dem Wind und dreht nicht um', 'de'],
  ['Una gaviota vuela hacia los barcos y las olas', 'es'],
  ['Uma gaivota voa pelo porto enquanto chove', 'pt'],
  ['Une mouette vole avec le vent dans le port', 'fr'],
])('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test.each([
  // Chinese and Japanese alike.
  '東京 夜景',
  '灯塔',
  'SH010 Lighthouse, take 2',
  'Lighthouse at dusk, cinematic, 35 mm',
  'Los Angeles, sunset',
  'task_01k81e7r1mr4jm',
  'Δ 12',
  'Маяк на закате',
  '',
])('of %j, nobody knows for sure', (text) => {
  expect(languageOf(text)).toBeUndefined();
});
