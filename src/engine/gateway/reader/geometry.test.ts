import { expect, it } from 'vitest';

import { shapeOf } from './geometry';

const NOTHING = { width: null, height: null, orientation: null, seconds: null };

it.each([
  [{ size: '1280x720' }, { width: 1280, height: 720, orientation: 'landscape' }],
  [{ size: '720*1280' }, { width: 720, height: 1280, orientation: 'portrait' }],
  [
    { width: '480', height: 480 },
    { width: 480, height: 480, orientation: 'square' },
  ],
  [
    { resolution: '720P', ratio: '16:9' },
    { width: 1280, height: 720, orientation: 'landscape' },
  ],
  [
    { resolution: '480p', ratio: '9:16' },
    { width: 480, height: 854, orientation: 'portrait' },
  ],
  [{ resolution: '720p' }, {}],
  [{ size: 'large' }, {}],
  [{ aspect_ratio: '9:16' }, { orientation: 'portrait' }],
  [{ aspect_ratio: 'adaptive' }, {}],
  [{ detail: { input: { orientation: 'landscape' } } }, { orientation: 'landscape' }],
  [{ seconds: '10' }, { seconds: 10 }],
  [{ seconds: '10.0' }, { seconds: 10 }],
  [{ duration: '5s' }, { seconds: 5 }],
  [{ n_frames: 450 }, { seconds: 15 }],
  [{ num_frames: 120, fps: 24 }, { seconds: 5 }],
  [{ seconds: 0, duration: -1 }, {}],
])('%j', (layer, shape) => {
  expect(shapeOf([layer])).toEqual({ ...NOTHING, ...shape });
});
