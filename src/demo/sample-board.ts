import type { Plan } from './life.ts';

/** The key of the sample board and the demo gateway; any `sk-demo-…` works. */
export const SAMPLE_KEY = 'sk-demo-7Qm2rushes4Zt9';

interface SampleTask {
  taskId: string;
  label: string | null;
  plan: Plan;
}

const s = 1000;
const plan = (over: Partial<Plan>): Plan => ({
  scene: 'sea',
  waitMs: 0,
  runMs: 60 * s,
  numbers: 'smooth',
  end: 'ready',
  ageMs: 0,
  images: 0,
  enhances: true,
  linkMs: null,
  ...over,
});

/** Several tasks finish within the first minute; three are ready, one was declined, one waits in line. */
export const SAMPLE_TASKS: readonly SampleTask[] = [
  {
    taskId: 'sora-2:task_01k8sampledusk0000000000aa',
    label: 'Sunset, take 2',
    plan: plan({ scene: 'sea', runMs: 70 * s, ageMs: 48 * s, images: 2 }),
  },
  {
    taskId: 'video_7f3b1c9a-2d4e-4f60-8a7b-5c1d9e0f2a3b',
    label: 'Harbour of light',
    plan: plan({ scene: 'aurora', ageMs: 180 * s, images: 1 }),
  },
  {
    taskId: 'veo3-pro:1770350082-trii1OXZc3',
    label: 'Petals, vertical',
    plan: plan({
      scene: 'petals',
      numbers: 'none',
      ageMs: 240 * s,
      images: 1,
      linkMs: 56 * 60 * s,
    }),
  },
  {
    taskId: 'sora-2:task_01k8sampleface0000000000ab',
    label: 'Portrait of the founder',
    plan: plan({
      end: 'picture',
      prompt: 'Make the founder walk towards the camera and smile.',
      ageMs: 300 * s,
      images: 1,
      enhances: false,
    }),
  },
  {
    taskId: 'sora-2:task_01k8samplequeue000000000ac',
    label: 'Dunes, wide',
    plan: plan({ scene: 'dunes', waitMs: 40 * s, runMs: 50 * s }),
  },
  {
    taskId: 'veo3.1-fast:1770350111-Kd82mQpLx0',
    label: null,
    plan: plan({ scene: 'lanterns', numbers: 'none', waitMs: 5 * s, runMs: 42 * s, images: 1 }),
  },
  {
    taskId: 'video_69b25d5f467c81908733a56bc236b4df',
    label: 'Sunrise from orbit',
    plan: plan({ scene: 'planet', runMs: 55 * s, ageMs: 20 * s, enhances: false }),
  },
  {
    taskId: 'task_LtujSKpBYTZNT4BXpUlfKYypoM5XabYN',
    label: null,
    plan: plan({
      scene: 'ridges',
      numbers: 'coarse',
      runMs: 45 * s,
      ageMs: 10 * s,
      enhances: false,
    }),
  },
  {
    taskId: '866168216002236456',
    label: 'City bokeh',
    plan: plan({ scene: 'city', numbers: 'none', waitMs: 3 * s, runMs: 30 * s }),
  },
  {
    taskId: 'b3c9e2c4-4d4d-4a97-9d79-0f1e2d3c4b5a',
    label: 'Jellyfish',
    plan: plan({ scene: 'jellyfish', runMs: 90 * s, ageMs: 30 * s, images: 1 }),
  },
  {
    taskId: '86ecf553-d340-4e21-af6e-a0c6a421c010',
    label: '雪山晨光',
    plan: plan({ scene: 'ridges', numbers: 'none', ageMs: 120 * s }),
  },
  {
    taskId: 'grok:299604b7-c5ea-47b5-bc64-c06f300f0d27',
    label: null,
    plan: plan({
      scene: 'dunes',
      numbers: 'none',
      end: 'overload',
      runMs: 35 * s,
      enhances: false,
    }),
  },
];

/** What *Try the sample board* adds. */
export const SAMPLE_BOARD = SAMPLE_TASKS.map(({ taskId, label }) => ({ taskId, label }));
