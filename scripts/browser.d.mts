export function findHeadlessShell(): string | null;
export function findChromium(): string | null;
export function findFirefox(): string | null;
export function findWebKit(): { driver: string; screen: string; browser: string } | null;
export const CHROMIUM_FLAGS: string[];
