import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a build, a test run or an installation leaves behind, as .gitignore has it. */
const NOT_OURS =
  /^(\.git|node_modules|dist(?:-watch)?|coverage|test-results|playwright-report|\.cache|package-lock\.json)$|\.(log|local)$/;
const BINARY = /\.(png|jpe?g|webp|avif|gif|ico|mp4|webm|woff2?|zip|gz|br)$/;

/** Every text file at or below the given places, as paths from the root with forward slashes. */
export function filesOf(places: readonly string[]): string[] {
  return places.flatMap((place) => walk(place)).filter((file) => !BINARY.test(file));
}

export function readText(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

function walk(place: string): string[] {
  if (!statSync(path.join(ROOT, place)).isDirectory()) return [place];
  return readdirSync(path.join(ROOT, place))
    .filter((name) => !NOT_OURS.test(name))
    .flatMap((name) => walk(path.posix.join(place, name)));
}
