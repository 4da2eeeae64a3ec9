import { LLMock } from '@copilotkit/aimock';
import OpenAI, { AuthenticationError, NotFoundError } from 'openai';

import { CONTENT, FAILED, KEY, LINK, LONG, PUBLISHED_READY } from './support/ids';
import { expect, test, WITHOUT_WORKER } from './support/fixtures';
import { card, expectPlays, pasteTasks } from './support/page';

test.use(WITHOUT_WORKER);

/* Both ends of the wire against programs that nobody of this project wrote. */

const ANY_KEY = 'sk-peer-Vb3kQ8w2Lx71mNp49f2c';

test('the page follows a task on another maker’s server from Running to Ready', async ({
  page,
  gateway,
}) => {
  const url = `${gateway.address}/media/sea.mp4`;
  const peer = new LLMock({ port: 0, host: '127.0.0.1' });
  await peer.start();
  try {
    const client = new OpenAI({ apiKey: ANY_KEY, baseURL: `${peer.url}/v1` });
    const submit = () => client.videos.create({ prompt: 'a harbour at dawn', model: 'sora-2' });
    peer.onVideo(/harbour/, { video: { id: 'harbour-4711', status: 'processing' } });
    await submit();
    await page.goto('./');
    const ids = ['harbour-4711', 'nobody-4712'];
    await pasteTasks(page, { address: peer.url, key: ANY_KEY, ids });
    await expect(card(page, 'harbour-4711')).toContainText('Running');
    await expect(card(page, 'nobody-4712')).toContainText('The service does not know this id');

    peer.clearFixtures();
    peer.onVideo(/harbour/, { video: { id: 'harbour-4711', status: 'completed', url } });
    await submit();
    await expect(card(page, 'harbour-4711')).toContainText('Ready', { timeout: 30_000 });
    await card(page, 'harbour-4711').getByRole('button', { name: 'Play' }).click();
    await expectPlays(card(page, 'harbour-4711'));
  } finally {
    await peer.stop();
  }
});

test('the page follows a task whose server answers as Grok does, with a number', async ({
  page,
  gateway,
}) => {
  const url = `${gateway.address}/media/sea.mp4`;
  const peer = new LLMock({
    port: 0,
    host: '127.0.0.1',
    grokVideo: { pollsBeforeInProgress: 0, pollsBeforeCompleted: 4 },
  });
  await peer.start();
  try {
    peer.onVideo(/harbour/, { video: { id: 'unused', status: 'completed', url } });
    const answer = await fetch(`${peer.url}/v1/videos/generations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${ANY_KEY}` },
      body: JSON.stringify({ model: 'grok-imagine-video', prompt: 'a harbour at dawn' }),
    });
    const { request_id: id } = (await answer.json()) as { request_id: string };
    await page.goto('./');
    await pasteTasks(page, { address: peer.url, key: ANY_KEY, ids: [id] });
    const task = page.getByRole('article');
    await expect(task.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute(
      'aria-valuenow',
      /^[1-9]\d?$/,
    );
    await expect(task).toContainText('Ready', { timeout: 40_000 });
  } finally {
    await peer.stop();
  }
});

test('the official OpenAI client reads the demo gateway without an error', async ({ gateway }) => {
  const client = new OpenAI({ apiKey: KEY, baseURL: `${gateway.address}/v1`, maxRetries: 0 });
  for (const { id, status } of [
    { id: LONG.id, status: 'queued' },
    { id: CONTENT.id, status: 'completed' },
    { id: FAILED.id, status: 'failed' },
    { id: LINK.id, status: 'completed' },
    { id: PUBLISHED_READY, status: 'completed' },
  ]) {
    const video = await client.videos.retrieve(id);
    expect.soft(video, id).toMatchObject({ id, status });
  }
  const video = await client.videos.downloadContent(CONTENT.id);
  expect(video.headers.get('content-type')).toBe('video/mp4');
  expect((await video.arrayBuffer()).byteLength).toBeGreaterThan(10_000);
  await expect(client.videos.retrieve('e404-1')).rejects.toBeInstanceOf(NotFoundError);
  const stranger = new OpenAI({ apiKey: 'sk-wrong', baseURL: `${gateway.address}/v1` });
  await expect(stranger.videos.retrieve(LONG.id)).rejects.toBeInstanceOf(AuthenticationError);
});
