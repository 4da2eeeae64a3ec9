import { expect, test } from './support/fixtures';

/** What somebody would try who had brought a piece of text into the page. Each one sets `taken`, or would leave. */
const ATTEMPTS = {
  'a script in the text': () => {
    const script = document.createElement('script');
    script.text = 'window.taken = true';
    document.body.append(script);
  },
  'a script of another host': () => {
    const script = document.createElement('script');
    script.src = 'https://evil.test/taken.js';
    document.body.append(script);
  },
  'HTML with a handler': () => {
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.taken = true">');
  },
  'a handler as text': () => {
    document.body.setAttribute('onclick', 'window.taken = true');
    document.body.click();
  },
  eval: () => {
    // Later: what a test runs at once may do more than a page.
    setTimeout(() => {
      // oxlint-disable-next-line no-eval -- that it fails is what is shown
      (0, eval)('window.taken = true');
    });
  },
  'a link that is a script': () => {
    const link = document.createElement('a');
    // oxlint-disable-next-line no-script-url -- that it fails is what is shown
    link.setAttribute('href', 'javascript:window.taken = true');
    document.body.append(link);
    link.click();
  },
  'a worker of text': () => {
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
    worker.terminate();
  },
  'a frame of another host': () => {
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.test/';
    document.body.append(frame);
  },
  'a form': () => {
    const form = document.createElement('form');
    form.action = 'https://evil.test/';
    document.body.append(form);
    form.submit();
  },
  'another base address': () => {
    const base = document.createElement('base');
    base.href = 'https://evil.test/';
    document.head.append(base);
  },
  'a style in the text': () => {
    const style = document.createElement('style');
    style.textContent = 'body { background: url(https://evil.test/) }';
    document.head.append(style);
  },
} as const;

test('the headers stop whatever is brought into the page @nginx @static', async ({
  browser,
  baseURL,
}) => {
  for (const [name, attempt] of Object.entries(ATTEMPTS)) {
    await test.step(name, async () => {
      // A page of its own: the browser says loudly in its console what it refused.
      const context = await browser.newContext({ ...(baseURL !== undefined && { baseURL }) });
      const page = await context.newPage();
      const left: string[] = [];
      const refused: string[] = [];
      page.on('console', (message) => refused.push(message.text()));
      page.on('request', (request) => {
        if (request.url().includes('evil.test')) left.push(request.url());
      });
      await page.goto('./');
      // Some throw at once.
      await page.evaluate(attempt).catch(() => {});
      await expect
        .poll(() => refused.join('\n'))
        .toMatch(/violates|Refused|blocked|requires '?Trusted/i);
      expect(await page.evaluate(() => 'taken' in globalThis)).toBe(false);
      expect(await page.evaluate(() => document.baseURI)).not.toContain('evil');
      expect(left).toEqual([]);
      expect(page.url()).not.toContain('evil');
      await context.close();
    });
  }
});
