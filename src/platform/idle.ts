/** Resolves when the page has nothing else to do, or soon in any case. */
export async function idle(): Promise<void> {
  await new Promise((resolve) => {
    // Safari has none yet.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, 0);
    else requestIdleCallback(resolve, { timeout: MOST_MS });
  });
}

const MOST_MS = 2000;
