import type { DemoTask } from './demo-task.ts';
import { flat, soraDetail, veoDetail } from './wires-detail.ts';
import { dashScope, kling, taskDto } from './wires-envelope.ts';
import { openAi, openAiWithLink, runwayLike } from './wires-openai.ts';

type Wire = (task: DemoTask) => object;

/** The services the demo imitates, by the shape of the id; the first match counts. */
const WIRES: readonly (readonly [RegExp, Wire])[] = [
  [/^sora-2[\w-]*:/, soraDetail],
  [/^veo[\w.-]*:/, veoDetail],
  [/^grok[\w-]*:/, flat],
  [/^video_[0-9a-f]{8}-/, openAiWithLink],
  [/^video_/, openAi],
  [
    /^(?:task_|econtent|enovideo)/,
    (task) => (task.id.startsWith('task_') ? taskDto(task) : openAi(task)),
  ],
  [/^\d+$/, kling],
  [/^86ecf553|^[0-7][0-9a-f]{7}-/, dashScope],
  [/^[0-9a-f]{8}-/, runwayLike],
];

/** A task's answer in the format of the service its id belongs to. */
export function answerFor(task: DemoTask): object {
  const wire = WIRES.find(([shape]) => shape.test(task.id))?.[1] ?? openAiWithLink;
  return wire(task);
}
