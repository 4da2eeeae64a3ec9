/** Timers that browsers do not throttle in hidden tabs: takes an id and a delay, posts the id back. */

const running = new Map<number, ReturnType<typeof setTimeout>>();

addEventListener('message', (event: MessageEvent<[id: number, delayMs: number | null]>) => {
  const [id, delay] = event.data;
  clearTimeout(running.get(id));
  running.delete(id);
  if (delay === null) return;
  running.set(
    id,
    setTimeout(() => {
      running.delete(id);
      postMessage(id);
    }, delay),
  );
});
