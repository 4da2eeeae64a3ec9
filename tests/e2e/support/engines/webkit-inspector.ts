import { expect } from '@playwright/test';
import { WebSocket } from 'ws';

import { findWebKit } from '../../../../scripts/browser.mjs';
import { freePort, startUnseen, type Session } from './webkit-driver';
import { ELEMENT } from './webkit-tab';

/** Switched on in Safari; GTK's WebKit has them, switched off. */
const AS_IN_SAFARI = ['StorageAPI', 'FileSystem', 'FileSystemWritableStream', 'AccessHandle'];
const WAIT = { timeout: 30_000, intervals: [50] };

/**
 * A new WebKit that keeps on its disk what pages store, as people's does: with its driver, it is always private. This one
 * is told by way of its inspector what to do. That can less: it presses by script, and has no keyboard.
 */
export async function openKeepingWebKit(): Promise<Session> {
  const server = `127.0.0.1:${await freePort()}`;
  const features = AS_IN_SAFARI.map((name) => `+${name}`).join();
  const { downloads, close } = await startUnseen(
    findWebKit()?.browser ?? '',
    ['--full-screen', '--enable-developer-extras=true', `--features=${features}`, 'about:blank'],
    { WEBKIT_INSPECTOR_HTTP_SERVER: server },
  );
  try {
    const inspect = await openInspector(server);
    return { call: (...sent) => call(inspect, ...sent), downloads, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What the inspector's protocol calls a remote object. */
interface Remote {
  result: { value?: unknown; objectId?: string; description?: string };
  wasThrown?: boolean;
}

/** A command of the inspector's to the page that is shown. */
type Inspect = (method: string, params: object) => Promise<Remote>;

/** A command of WebDriver's, as far as the journeys need them. */
async function call<T>(
  inspect: Inspect,
  method: string,
  command: string,
  body: object = {},
): Promise<T> {
  const { url, script, args = [] } = body as { url?: string; script?: string; args?: unknown[] };
  const given = `...${JSON.stringify(args)}`;
  const doings: Record<string, () => Promise<unknown>> = {
    'GET /window': async () => 'the only one',
    'POST /window': async () => null,
    'GET /url': () => run(inspect, 'location.href'),
    'POST /url': () => load(inspect, `location.href = ${JSON.stringify(url)}`),
    'POST /refresh': () => load(inspect, 'location.reload()'),
    'POST /execute/sync': () => run(inspect, `(function () { ${script} })(${given})`),
    'POST /execute/async': () =>
      run(inspect, `new Promise((done) => (function () { ${script} })(${given}, done))`),
    'POST /element/found/click': () => run(inspect, 'found.click()'),
  };
  const doing = doings[`${method} ${command}`];
  if (!doing) throw new Error(`The inspector knows no ${method} ${command}`);
  return (await doing()) as T;
}

/** Leaves a page for another, and waits until that is there. */
async function load(inspect: Inspect, leave: string): Promise<void> {
  // Not waited for by a promise, which would go with the page.
  const expression = `globalThis.isLeft = true; setTimeout(() => { ${leave} })`;
  valid(await inspect('Runtime.evaluate', { expression }));
  const isThere = '!globalThis.isLeft && document.readyState === "complete"';
  await expect(async () => expect(await run(inspect, isThere)).toBe(true)).toPass(WAIT);
}

/** What an expression in the page comes to, waited for; an element is remembered there. */
async function run(inspect: Inspect, expression: string): Promise<unknown> {
  const outcome = `Promise.resolve(${expression}).then((made) =>
    made instanceof Element ? ((globalThis.found = made), { '${ELEMENT}': 'found' }) : made)`;
  const promise = valid(
    await inspect('Runtime.evaluate', { expression: outcome, emulateUserGesture: true }),
  );
  const waited = { promiseObjectId: promise.objectId, returnByValue: true };
  return valid(await inspect('Runtime.awaitPromise', waited)).value;
}

function valid({ result, wasThrown = false }: Remote): Remote['result'] {
  if (wasThrown) throw new Error(result.description ?? String(result.value));
  return result;
}

interface Heard {
  method: string;
  params: {
    targetInfo: { targetId: string; isProvisional?: boolean };
    newTargetId: string;
    message: string;
  };
}

async function openInspector(server: string): Promise<Inspect> {
  let page = '';
  await expect(async () => {
    const list = await (await fetch(`http://${server}/`)).text();
    [page = ''] = /socket\/\d+\/\d+\/WebPage/.exec(list) ?? [];
    expect(page).not.toBe('');
  }).toPass(WAIT);
  const socket = new WebSocket(`ws://${server}/${page}`);
  const waiting = new Map<number, (answer: unknown) => void>();
  let target = '';
  socket.addEventListener('message', ({ data }) => {
    const { method, params } = JSON.parse(data as string) as Heard;
    if (method === 'Target.targetCreated' && !params.targetInfo.isProvisional)
      target = params.targetInfo.targetId;
    // Another site gets a process of its own.
    if (method === 'Target.didCommitProvisionalTarget') target = params.newTargetId;
    if (method !== 'Target.dispatchMessageFromTarget') return;
    const answer = JSON.parse(params.message) as { id: number };
    waiting.get(answer.id)?.(answer);
  });
  await expect.poll(() => target, WAIT).not.toBe('');
  let sent = 0;
  return async (method, params) => {
    const id = (sent += 1);
    const message = JSON.stringify({ id, method, params });
    const answered = new Promise((resolve, reject) => {
      waiting.set(id, resolve);
      // A page that is left answers no more.
      setTimeout(() => reject(new Error(`${method} had no answer`)), 5000).unref();
    });
    const passOn = { targetId: target, message };
    socket.send(JSON.stringify({ id, method: 'Target.sendMessageToTarget', params: passOn }));
    const { result, error } = (await answered) as { result: Remote; error?: { message: string } };
    if (error) throw new Error(`${method}: ${error.message}`);
    return result;
  };
}
