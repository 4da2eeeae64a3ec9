import { expect, it } from 'vitest';

import { tabIcon, type TabFacts } from './tab-icon';

const drawn = (change: Partial<TabFacts>): string | null => {
  const address = tabIcon({ share: null, ready: 0, failed: 0, needsKey: false, ...change });
  return address && decodeURIComponent(address);
};

it('is the page’s own where nothing is made and nothing is new', () => {
  expect(drawn({})).toBeNull();
});

it('is a ring as long as the share that is done', () => {
  expect(drawn({ share: 0.5 })).toContain('stroke-dasharray="40.8 99"');
  expect(drawn({ share: 1 })).toContain('stroke-dasharray="81.7 99"');
});

it('tells failures from what is ready by their form', () => {
  expect(drawn({ share: 0.5, ready: 6 })).not.toContain('<rect');
  expect(drawn({ share: 0.5, ready: 6, failed: 1 })).toContain('<rect');
  expect(drawn({ failed: 1 })).toContain('<rect');
});

it('is a tick once all is done, and pauses where a key is missing', () => {
  expect(drawn({ ready: 24 })).toMatch(/^data:image\/svg\+xml,.*r="15"/);
  expect(drawn({ needsKey: true })).toContain('stroke-dasharray="5 3"');
  expect(drawn({ needsKey: true, share: 0.2 })).not.toContain('stroke-dasharray="5 3"');
});
