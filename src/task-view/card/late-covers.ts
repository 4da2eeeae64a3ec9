/** What lies over a video only once Play was pressed: loaded then, or while the page is idle. */
export { FetchingCover } from './fetching-cover';
export { PlayProblemCover } from './play-problem-cover';
