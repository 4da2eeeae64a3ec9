#!/usr/bin/env node
// Stands in for Firefox: Playwright starts it with Firefox's own arguments. It starts the Firefox that $FIREFOX names, and
// passes on what the two say to each other, except for the little that a Firefox as people have it does not know.
import { spawn } from 'node:child_process';
import { createServer } from 'node:http';

import { WebSocket, WebSocketServer } from 'ws';

/** Playwright sets a field's value, which React takes for nothing new. This types it, as a person does. */
const TYPE = `() => {
  const type = (text) => void document.execCommand('insertText', false, text);
  Object.defineProperty(window, '__pw_bidiInsertText', { get: () => type, set: () => {} });
}`;

/** Playwright's commands that this Firefox refuses, and what is done instead. */
const INSTEAD = {
  'emulation.setMediaFeaturesOverride': ({ features }, chrome) =>
    chrome(`Services.prefs.setIntPref('ui.systemUsesDarkTheme',
      ${features['prefers-color-scheme'] === 'dark' ? 1 : 0})`),
  // The clipboard is open to tests by a preference.
  'permissions.setPermission': async () => {},
};

const DOWNLOADS = new Set(['browsingContext.downloadWillBegin', 'browsingContext.downloadEnd']);

const firefox = spawn(
  process.env['FIREFOX'],
  [...process.argv.slice(2), '--remote-allow-system-access'],
  { stdio: ['inherit', 'inherit', 'pipe'] },
);
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => firefox.kill(signal));
firefox.on('exit', (code) => process.exit(code ?? 1));
firefox.stderr.setEncoding('utf8').on('data', function listen(text) {
  const [line, address] = /WebDriver BiDi listening on (ws:\/\/\S+)\n/.exec(text) ?? [];
  if (line === undefined) return void process.stderr.write(text);
  firefox.stderr.off('data', listen).pipe(process.stderr);
  const server = createServer().listen(0, '127.0.0.1', () => {
    process.stderr.write(line.replace(address, `ws://127.0.0.1:${server.address().port}`));
  });
  new WebSocketServer({ server }).on('connection', (playwright, { url }) => {
    playwright.pause();
    const browser = new WebSocket(address + url, { perMessageDeflate: false });
    browser.once('open', () => {
      bridge(playwright, browser);
      playwright.resume();
    });
  });
});

function bridge(playwright, browser) {
  const waiting = new Map();
  const people = new Set();
  let starting;
  let chromeContext;

  /** A command of the bridge's own; Playwright's ids count from 1. */
  function send(method, params) {
    const id = 2 ** 40 + waiting.size;
    browser.send(JSON.stringify({ id, method, params }));
    return new Promise((resolve) => waiting.set(id, resolve));
  }

  /** Runs a script in the browser itself, outside of all pages. */
  function chrome(expression) {
    const target = { context: chromeContext };
    return send('script.evaluate', { expression, target, awaitPromise: false });
  }

  async function prepare() {
    await send('script.addPreloadScript', { functionDeclaration: TYPE });
    const { result } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    chromeContext = result.contexts[0].context;
  }

  playwright.on('message', async (data) => {
    const { id, method, params } = JSON.parse(data);
    if (method === 'session.new') starting = id;
    // Playwright wants a window for each page, half of whose cost is the window. Only a person's second page needs one.
    if (method === 'browsingContext.create' && !people.has(params.userContext)) {
      people.add(params.userContext);
      params.type = 'tab';
      return browser.send(JSON.stringify({ id, method, params }));
    }
    const instead = INSTEAD[method];
    if (!instead) return browser.send(String(data));
    await instead(params, chrome);
    playwright.send(JSON.stringify({ type: 'success', id, result: {} }));
  });
  browser.on('message', async (data) => {
    const message = JSON.parse(data);
    if (waiting.has(message.id)) return void waiting.get(message.id)(message);
    if (message.id === starting) await prepare();
    // A link to a blob is saved without a navigation, by whose id Playwright knows a download.
    if (DOWNLOADS.has(message.method)) message.params.download = message.params.url;
    playwright.send(JSON.stringify(message));
  });
  playwright.on('close', () => browser.close());
  browser.on('close', () => playwright.close());
}
