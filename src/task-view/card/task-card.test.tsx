// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import { PROBLEM_KINDS, type LookUpProblem } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { player, stopPlaying } from '~/task-view/player/player';
import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aSighting, aTracked } from '~test/builders';

import { TaskCard } from './task-card';

let board: TestBoard | undefined;

afterEach(async () => {
  cleanup();
  stopPlaying();
  board?.stop();
  vi.useRealTimers();
  await setLocale('en');
});

const named = aTracked({ label: 'Harbour' });
const ready = anAnswer({
  state: 'completed',
  video: { kind: 'link', url: 'https://cdn.example.com/video.mp4' },
});

function show(answer: Answer, tracked: TrackedTask = named, withKeys = true): HTMLElement {
  board = aBoard([[tracked, answer]], { withKeys });
  renderOn(board, <TaskCard taskKey={refKey(tracked)} />);
  return screen.getByRole('article');
}

/** Plays the card's video: it comes once it is known whether a copy is kept. */
async function playVideo(card: HTMLElement): Promise<HTMLVideoElement> {
  await userEvent.click(within(card).getByRole('button', { name: /^Play ./ }));
  return waitFor(() => {
    const video = card.querySelector('video');
    if (!video?.getAttribute('src')) throw new Error('No video yet');
    return video;
  });
}

function problem(kind: LookUpProblem['kind'], nextAt: number | null): Partial<Answer> {
  return {
    problem: { kind, message: '<b>raw words</b>', httpStatus: 500, retryAfterMs: null },
    problemCount: 1,
    problemSince: Date.now(),
    nextAt,
  };
}

describe('a card', () => {
  test('is named by its title and says its state in words', () => {
    const card = show(anAnswer({ state: 'running' }));
    expect(card).toBe(screen.getByRole('article', { name: 'Harbour' }));
    expect(within(card).getByText('Running')).toBeTruthy();
  });

  test('follows its answer without asking for it', async () => {
    show(anAnswer({ state: 'queued' }));
    act(() => board?.answer(named, ready));
    expect(await screen.findByRole('button', { name: /^Play ./ })).toBeTruthy();
  });

  test('changes its language', async () => {
    const card = show(anAnswer({ state: 'failed' }));
    await act(async () => setLocale('zh-CN'));
    expect(within(card).getByText('失败')).toBeTruthy();
  });
});

describe('a running card', () => {
  test('shows how far it is', () => {
    show(anAnswer({ progress: 93 }, { sightings: [aSighting({ progress: 93 })] }));
    const bar = screen.getByRole('progressbar', { name: 'Progress' });
    expect(bar.getAttribute('aria-valuenow')).toBe('93');
    expect(screen.getByText('93')).toBeTruthy();
  });

  test('pretends no number where the service says none', () => {
    show(anAnswer({ progress: null }));
    const bar = screen.getByRole('progressbar', { name: 'Progress' });
    expect(bar.hasAttribute('aria-valuenow')).toBe(false);
  });

  test('repeats a word it does not know, as text', () => {
    show(anAnswer({ statusWord: '<i>brewing</i>' }));
    expect(screen.getByText('The service says: “<i>brewing</i>”')).toBeTruthy();
  });

  test('leaves out words that say no more than Running', () => {
    const card = show(anAnswer({ statusWord: 'IN-PROGRESS' }));
    expect(card.textContent).not.toContain('The service says');
  });
});

test('a waiting card tells its place in line and the wait', () => {
  show(anAnswer({ state: 'queued', queue: { position: 4, waitSeconds: 115, message: null } }));
  expect(screen.getByText('4th in line')).toBeTruthy();
  expect(screen.getByText('starts in about 2 min')).toBeTruthy();
});

describe('a failed card', () => {
  test('explains in plain words and keeps the raw ones for Details', async () => {
    const failure = { message: 'Your request was blocked by our moderation system', code: null };
    const card = show(anAnswer({ state: 'failed', failure }));
    // As an older version stored it: without a kind.
    expect(await within(card).findByText('Stopped by the safety check')).toBeTruthy();
    expect(card.textContent).not.toContain('moderation system');
    await userEvent.click(within(card).getByRole('button', { name: /^Details ./ }));
    expect(location.hash).toContain('#/task/');
  });

  test('says at once what was judged when it was read', () => {
    const failure = { message: 'x', code: null, kind: 'quota' } as const;
    expect(show(anAnswer({ state: 'failed', failure })).textContent).toContain('out of credit');
  });

  test.each([
    ['says why', { message: 'Frames went missing', code: null }, true],
    ['says nothing', { message: 'Video generation failed', code: null, empty: true }, false],
  ] as const)(
    'points to Details only where the service says why (it %s)',
    (_what, failure, points) => {
      const { textContent } = show(anAnswer({ state: 'failed', failure }));
      expect(textContent.includes('See Details')).toBe(points);
      expect(screen.queryByRole('button', { name: /^Details ./ }) !== null).toBe(points);
    },
  );
});

describe('a card whose look-up failed', () => {
  test.each(PROBLEM_KINDS)('keeps its last good state (%s)', (kind) => {
    const card = show({ ...anAnswer({ progress: 40 }), ...problem(kind, Date.now() + 20_000) });
    expect(within(card).getByText('Running')).toBeTruthy();
    expect(within(card).getByRole('progressbar', { name: 'Progress' })).toBeTruthy();
    expect(card.textContent).not.toContain('raw words');
  });

  test('says when it will be tried again', () => {
    // The page's clock ticks once a second: only one that stands still shows the same second every time.
    vi.setSystemTime('2026-01-01T12:00:00Z');
    const card = show(anAnswer(null, problem('network', Date.now() + 20_000)));
    expect(within(card).getByText('The service cannot be reached')).toBeTruthy();
    expect(card.textContent).toContain('Trying again in 20 s');
    expect(within(card).getByRole('button', { name: /^Check now ./ })).toBeTruthy();
  });

  test('asks for a key where that is what helps', () => {
    const card = show(anAnswer(null, problem('auth', null)));
    expect(within(card).getByText('Key problem')).toBeTruthy();
    expect(within(card).getByRole('button', { name: /^Change key ./ })).toBeTruthy();
  });

  test('says that the key is gone', () => {
    const card = show(anAnswer({ progress: 20 }), named, false);
    expect(within(card).getByRole('button', { name: /^Paste key ./ })).toBeTruthy();
    expect(within(card).getByText('Running')).toBeTruthy();
  });
});

describe('a ready card', () => {
  test('is new until its video is played, in the card', async () => {
    const card = show(ready);
    expect(within(card).getByText('New')).toBeTruthy();
    const video = await playVideo(card);
    expect(video.getAttribute('src')).toBe('https://cdn.example.com/video.mp4');
    expect(video.crossOrigin).toBe('anonymous');
    expect(video.getAttribute('aria-label')).toBe('Harbour');
    expect(board?.engine.tracked.getState().tasks.get(refKey(named))?.seenAt).not.toBeNull();
  });

  test('explains a video that does not play, with what helps', async () => {
    const gone: typeof fetch = () => Promise.resolve(new Response('AccessDenied', { status: 403 }));
    board = aBoard([[named, ready]], { fetch: gone });
    // No fresh look-up: nobody would answer it here.
    board.engine.setPaused(true);
    renderOn(board, <TaskCard taskKey={refKey(named)} />);
    const card = screen.getByRole('article');
    const video = await playVideo(card);
    act(() => void video.dispatchEvent(new Event('error')));
    expect(await within(card).findByText('The link has expired')).toBeTruthy();
    expect(within(card).getByRole('button', { name: /^Get a new link ./ })).toBeTruthy();
    expect(within(card).getByRole('button', { name: /^Open in tab ./ })).toBeTruthy();
  });

  test('says that a video behind the key cannot be had without one', async () => {
    const card = show(anAnswer({ state: 'completed', video: { kind: 'content' } }));
    await userEvent.click(within(card).getByRole('button', { name: /^Play ./ }));
    expect(await within(card).findByText('This video needs a key')).toBeTruthy();
    expect(within(card).getByRole('button', { name: /^Paste key ./ })).toBeTruthy();
  });

  test('lets only one video play on the page', async () => {
    const other = aTracked({ taskId: 'task_2', label: 'Lighthouse' });
    board = aBoard([
      [named, ready],
      [other, ready],
    ]);
    renderOn(
      board,
      <>
        <TaskCard taskKey={refKey(named)} />
        <TaskCard taskKey={refKey(other)} />
      </>,
    );
    for (const name of ['Harbour', 'Lighthouse']) {
      const card = screen.getByRole('article', { name });
      await playVideo(card);
    }
    expect(document.querySelectorAll('video')).toHaveLength(1);
    expect(player.getState().key).toBe(refKey(other));
  });
});

describe('the prompt', () => {
  const task = { prompt: 'make animate', enhancedPrompt: 'A courier rides over a bridge' };

  test('shows the enhanced one first and switches to the original', async () => {
    const card = show(anAnswer(task));
    expect(card.textContent).toContain('A courier rides');
    await userEvent.click(within(card).getByRole('button', { name: 'Show original' }));
    expect(card.textContent).toContain('make animate');
    expect(within(card).getByRole('button', { name: 'Show enhanced' })).toBeTruthy();
  });

  test('is never read as HTML', () => {
    const card = show(anAnswer({ prompt: '<img src=x onerror=alert(1)>' }));
    expect(card.querySelector('img')).toBeNull();
    expect(card.textContent).toContain('<img src=x onerror=alert(1)>');
  });
});

test('an input picture that cannot be loaded leaves a quiet placeholder', () => {
  const card = show(anAnswer({ state: 'queued', images: ['https://cdn.example.com/a.png'] }));
  const thumb = within(card).getByRole('button', { name: /^Open input image 1 ./ });
  const picture = thumb.querySelector('img');
  expect(picture?.getAttribute('referrerpolicy')).toBe('no-referrer');
  act(() => void picture?.dispatchEvent(new Event('error')));
  expect(thumb.querySelector('img')).toBeNull();
  expect(thumb.querySelector('svg')).not.toBeNull();
});
