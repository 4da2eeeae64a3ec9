import { refKey } from '~/core/answer';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { Media } from '~/engine/media/media';
import type { PageCard } from '~/engine/media/save/web-page';
import type { Translate } from '~/i18n/i18n';
import { within } from '~/platform/within';
import { metaLine } from '~/task-view/words/facts';

/** How long a page waits for a picture that this browser may have, in ms. */
const PICTURE_MS = 3000;

/** What a page that is handed on says of a task, with the picture that its card has. */
export async function pageCard(
  media: Media,
  tracked: TrackedTask,
  task: Task,
  fileName: string,
  t: Translate,
): Promise<PageCard> {
  return {
    title: withoutShot(fileName.replace(/\.[^.]*$/, ''), tracked.shot),
    shot: tracked.shot,
    prompt: task.enhancedPrompt ?? task.prompt,
    facts: [metaLine(task, t)].filter((fact) => fact !== ''),
    isPicked: tracked.pickedAt !== null,
    poster: await posterOf(media, refKey(tracked)),
  };
}

/** The shot is the heading above it; what is left tells takes apart. */
function withoutShot(name: string, shot: string | null): string {
  const start = `${shot ?? ''} – `;
  return name.startsWith(start) ? name.slice(start.length) : name;
}

async function posterOf(media: Media, key: string): Promise<string | null> {
  const address = await within(PICTURE_MS, whenKnown(media, key));
  return address && (await within(PICTURE_MS, inText(address)));
}

/** The address of a task's picture in this browser, or null. */
function whenKnown({ posters, wantPoster }: Media, key: string): Promise<string | null> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const known = posters.getState().get(key);
      if (known !== undefined) resolve(known);
      return known !== undefined;
    };
    if (look()) return;
    const stop = posters.subscribe(() => {
      if (look()) stop();
    });
    wantPoster(key);
  });
}

/** The picture as a `data:` URL; the page's policy lets it be drawn, not fetched. Null if it cannot be drawn. */
async function inText(address: string): Promise<string | null> {
  const picture = new Image();
  picture.src = address;
  try {
    await picture.decode();
  } catch {
    return null;
  }
  const canvas = document.createElement('canvas');
  canvas.width = picture.naturalWidth;
  canvas.height = picture.naturalHeight;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return canvas.toDataURL('image/webp', 0.8);
}
