/** What the demo gateway knows, as far as the journeys name it. */

/** The key that the demo gateway takes. */
export const DEMO_KEY = 'sk-demo-rushes-0123456789abcdef';

/** Published, word for word: 93 %, prompt "make animate", two input pictures. */
export const PUBLISHED_RUNNING = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60';
/** Published, word for word: ready. */
export const PUBLISHED_READY = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';

/** In the making when first asked about. */
export const LONG_TASKS = ['video_run00001', 'video_run00002', 'video_run00003'] as const;
export const LONG_TASK = LONG_TASKS[0];

export const LINK_TASK = { id: PUBLISHED_READY, title: 'video_5c6a605a' };
export const CONTENT_TASK = { id: 'content_run00001', title: 'content_run00001' };
export const FAILED_TASK = { id: 'fail_00001', title: 'fail_00001', words: 'Your request was blocked' };

/** A card of every face. */
export const ALL_FACES = [FAILED_TASK.id, PUBLISHED_RUNNING, PUBLISHED_READY, 'e404-lamp-1', 'e401-lamp-1', ...LONG_TASKS];
