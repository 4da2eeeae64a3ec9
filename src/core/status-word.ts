/** Normalises a service's status word: `" IN-PROGRESS "` and `InProgress` become `in_progress`. */
export function plainWord(word: string): string {
  return word
    .trim()
    .slice(0, 200)
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

/** A normalised word without what it is a word of: services write `TASK_STATUS_SUCCEED`, `JOB_STATE_SUCCEEDED`. */
export function withoutPrefix(plain: string): string {
  return plain.replace(/^(?:(?:[a-z]+[_.:]){1,3}(?:status|state)|task|job|status|state)[_.:]+/, '');
}

/**
 * The service's own word, shortened by its prefix, if it says more than *Running*; otherwise null. It says no more if
 * every part of it only tells that something is made: `JOB_STATE_IN_PROGRESS`, `video_generating`, 正在生成中.
 */
export function informativeWord(word: string | null): string | null {
  if (word === null) return null;
  const bare = withoutPrefix(plainWord(word));
  const parts = bare.split(/[^\p{L}\p{N}]+/u).filter((part) => part !== '');
  if (parts.every((part) => MAKING.test(part))) return null;
  // The service's own spelling, unless what is left of it is only the end of a constant such as `STATE_QUALITY_CHECK`.
  return bare === plainWord(word) ? word.trim() : bare.replaceAll('_', ' ');
}

/** That something is made, what it is made of, and the stages that every video goes through. */
const MAKING = new RegExp(
  `^(?:in|progress|inprogress|(?:pre|post)?process(?:ing)?|runn{0,2}(?:ing)?|generat(?:e|ing|ion)|active|work(?:ing)?|started|render(?:ing)?|pending|execut(?:e|ing)|ongoing|doing|making|creating|download(?:ing)?|upsampl(?:e|ing)|enhanc(?:ing|ement)|checking|completed|video|image|audio|prompt|task|job|(?:正在|任[务務]|[视視][频頻]|影片)*(?:生成|[处處]理|[进進]行|[执執]行|[制製]作|渲染|[运運]行)+中?)$`,
  'u',
);
