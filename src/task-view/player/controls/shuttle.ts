/** J, K and L as in video editors: pressing again doubles the speed, the opposite key reverses. */
interface Shuttle {
  press(key: 'j' | 'k' | 'l'): void;
  stop(): void;
}

const FASTEST = 4;

/** The speed after a key press: −4, −2, −1, 0, 1, 2 or 4 times normal. Pure. */
export function shuttleSpeed(speed: number, key: 'j' | 'k' | 'l'): number {
  if (key === 'k') return 0;
  const way = key === 'l' ? 1 : -1;
  if (speed * way <= 0) return way;
  return way * Math.min(FASTEST, Math.abs(speed) * 2);
}

/** Forwards the browser plays; backwards, which none supports, the position is moved frame by frame. */
export function createShuttle(
  element: HTMLVideoElement,
  onChange: (speed: number) => void,
): Shuttle {
  let speed = 0;
  let frame = 0;
  let before = 0;
  const back = (now: number): void => {
    const passed = (now - before) / 1000;
    // Wait for a pending seek: another would freeze the picture.
    if (!element.seeking) {
      before = now;
      element.currentTime = Math.max(0, element.currentTime + passed * speed);
      if (element.currentTime === 0) return set(0);
    }
    frame = requestAnimationFrame(back);
  };
  const set = (next: number): void => {
    cancelAnimationFrame(frame);
    speed = next;
    if (speed > 0) {
      element.playbackRate = speed;
      element.play().catch(() => {});
    } else {
      element.pause();
      element.playbackRate = 1;
    }
    if (speed < 0) {
      before = performance.now();
      frame = requestAnimationFrame(back);
    }
    onChange(speed);
  };
  return {
    press(key) {
      // It may already be playing, started by other means.
      const now = speed < 0 ? speed : element.paused ? 0 : element.playbackRate;
      set(shuttleSpeed(now, key));
    },
    stop() {
      if (speed < 0) set(0);
      cancelAnimationFrame(frame);
    },
  };
}
