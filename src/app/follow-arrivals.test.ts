// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';

import { dialogs } from '~/address/dialogs';

import { followArrivals } from './follow-arrivals';

const KEY = 'sk-harbQ7mPz2LxWn8RtY4c9f2c';

afterEach(() => {
  ondragover = null;
  ondrop = null;
  dialogs.setState({ open: [] });
  history.replaceState(null, '', '/');
});

const open = () => dialogs.getState().open;

test('what an address brings is out of it at once, before anything of it is read', async () => {
  history.replaceState(null, '', `/?key=${KEY}#/add?ids=task_1&token=${KEY}`);
  followArrivals();
  expect(location.href).not.toContain(KEY);
  expect(location.hash).toBe('#/');
  await vi.waitFor(() =>
    expect(open()).toEqual([{ kind: 'add', text: 'task_1', arrived: true, note: 'keyRemoved' }]),
  );

  dialogs.setState({ open: [] });
  history.replaceState(null, '', '/#/share/abc-_9');
  dispatchEvent(new HashChangeEvent('hashchange'));
  expect(location.hash).toBe('#/');
  await vi.waitFor(() =>
    expect(open()).toContainEqual({ kind: 'shared', from: { link: 'abc-_9' } }),
  );
});

test.each([
  ['a start link that is misspelt', `/#/add/?ids=task_1&key=${KEY}`, '/#/', 'task_1'],
  ['one without a slash', `/#add?ids=task_1&key=${KEY}`, '/#/', 'task_1'],
  ['one in capitals', `/#/Add?ids=task_1&key=${KEY}`, '/#/', 'task_1'],
  ['one without its hash', `/?ids=task_1&api_key=${KEY}`, '/', 'task_1'],
  ['another screen', `/?token=${KEY}#/?show=ready`, '/#/?show=ready', ''],
  ['a key without a name', `/?${KEY}#/`, '/#/', ''],
])('%s keeps no key, and the page says why', async (_, address, after, text) => {
  history.replaceState(null, '', address);
  followArrivals();
  expect(location.href).toBe(new URL(after, location.href).href);
  await vi.waitFor(() =>
    expect(open()).toEqual([{ kind: 'add', text, arrived: true, note: 'keyRemoved' }]),
  );
});

test.each(['/#/task/a/b?q=share', '/?from=chat#/?show=ready', '/#/?q=key'])(
  '%s stays as it is',
  (address) => {
    history.replaceState(null, '', address);
    followArrivals();
    expect(location.href).toBe(new URL(address, location.href).href);
    expect(open()).toEqual([]);
  },
);

test('a file that is dropped anywhere is opened, and the page stays; dropped text is the browser’s', async () => {
  followArrivals();
  const file = new File(['{}'], 'a.rushes.json');
  const drop = (types: string[], files: File[]): Event => {
    const event = new Event('drop', { cancelable: true });
    window.ondrop?.(Object.assign(event, { dataTransfer: { types, files } }) as never);
    return event;
  };
  expect(drop(['text/plain'], []).defaultPrevented).toBe(false);
  expect(drop(['Files'], [file]).defaultPrevented).toBe(true);
  await vi.waitFor(() => expect(open()).toEqual([{ kind: 'shared', from: { file } }]));
});
