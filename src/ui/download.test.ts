// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';

import { saveBlob } from './download';

it('saves the first file at once, and the next ones one after another', () => {
  vi.useFakeTimers();
  const clicked: string[] = [];
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
    this: HTMLAnchorElement,
  ) {
    clicked.push(this.download);
  });
  for (const name of ['a.mp4', 'b.mp4', 'c.csv']) saveBlob(new Blob([name]), name);
  expect(clicked).toEqual(['a.mp4']);
  vi.advanceTimersByTime(500);
  expect(clicked).toEqual(['a.mp4', 'b.mp4']);
  vi.advanceTimersByTime(500);
  expect(clicked).toEqual(['a.mp4', 'b.mp4', 'c.csv']);
  vi.useRealTimers();
});
