// Records a page: Playwright's own recorder needs a separate ffmpeg, so the frames come straight from Chromium.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Starts recording. `speed(n)` sets the playback speed from now on; `stop()` ends the recording and returns the path of
 * a list of frames with their durations, in ffmpeg's concat format.
 */
export async function startRecorder(page, folder) {
  mkdirSync(folder, { recursive: true });
  const { width, height } = page.viewportSize();
  const client = await page.context().newCDPSession(page);
  const frames = [];
  const speeds = [];

  client.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
    const file = path.join(folder, `${String(frames.length).padStart(5, '0')}.jpg`);
    frames.push({ file, at: metadata.timestamp });
    writeFileSync(file, Buffer.from(data, 'base64'));
    // Chromium sends the next frame only after this one has been acknowledged.
    void client.send('Page.screencastFrameAck', { sessionId });
  });
  await client.send('Page.startScreencast', {
    format: 'jpeg',
    quality: 95,
    maxWidth: width,
    maxHeight: height,
  });

  return {
    speed: (factor) => {
      speeds.push({ factor, from: Date.now() / 1000 });
    },
    async stop() {
      const end = Date.now() / 1000;
      await client.send('Page.stopScreencast');
      const list = path.join(folder, 'list.txt');
      writeFileSync(list, concatList(frames, speeds, end));
      const seconds = videoTime(speeds, end) - videoTime(speeds, frames[0].at);
      console.log(`${frames.length} frames in ${seconds.toFixed(1)} s of recording`);
      return list;
    },
  };
}

/** When, in seconds, a moment appears in the recording. Until the first change, the speed is normal. */
function videoTime(speeds, at) {
  let time = 0;
  let from = 0;
  let factor = 1;
  for (const next of [...speeds, { from: at, factor: 1 }]) {
    const until = Math.min(next.from, at);
    if (until > from) time += (until - from) / factor;
    from = Math.max(from, until);
    ({ factor } = next);
  }
  return time;
}

function concatList(frames, speeds, end) {
  const lines = frames.map(({ file, at }, index) => {
    const until = frames[index + 1]?.at ?? end;
    const duration = Math.max(0, videoTime(speeds, until) - videoTime(speeds, at));
    return `file '${file}'\nduration ${duration.toFixed(4)}\n`;
  });
  // The duration of the last frame counts only if something follows it.
  return `${lines.join('')}file '${frames.at(-1).file}'\n`;
}
