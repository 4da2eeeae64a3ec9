/** Which side of an answer a field is on, by the parts of its name: what was asked for, beside the video, or neither. */

/** Parts that name what was sent in: `inputVideoUrl`, `reference_video`, `first_frame`. */
const ASKED_PARTS = new Set(
  `input inputs req request params param parameter parameters argument arguments args options config
  configuration settings source src original orig reference references ref refs init initial start
  end last tail keyframe keyframes frame frames mask pose driving driver driven prompt prompts
  image images img imgs imgurl imageurl imageurls picture pictures photo photos audio audios
  audiourl element elements subject subjects`.match(/\S+/g),
);

/** Parts that name a picture of the video, or an address of the service itself. */
const SIDE_PARTS = new Set(
  `thumb thumbs thumbnail thumbnails cover covers poster posters snapshot gif preview previews
  progress icon logo avatar profile user author owner account webhook webhooks callback callbacks
  notify notification notifications hook status cancel poll polling self retry logs
  log docs doc documentation help error errors website homepage dashboard console share embed
  player iframe terms support next prev previous subtitle subtitles lyrics fetch`.match(/\S+/g),
);

/** Parts that say a field was made, whatever else its name says: `generated_images`, `output_video`. */
const MADE_PARTS = new Set(['generated', 'output', 'outputs', 'result', 'results', 'encodings']);

/** `inputVideoURL` and `input_video_url` are both `input`, `video`, `url`. */
export function partsOf(name: string): string[] {
  return name
    .slice(0, 100)
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d\u4E00-\u9FFF]+/)
    .filter((part) => part !== '');
}

/** Whether what is below this name was sent in. */
export function isAskedName(name: string): boolean {
  return kindOfName(name) === 'asked';
}

/** Whether the video is to be looked for below this name. */
export function mayHoldVideo(name: string): boolean {
  return kindOfName(name) === 'result';
}

type Side = 'asked' | 'beside' | 'result';
/** Services repeat few names; each is taken apart once, and strangers' names do not pile up. */
const known = new Map<string, Side>();

function kindOfName(name: string): Side {
  const before = known.get(name);
  if (before) return before;
  const side = sideOf(partsOf(name), name);
  if (known.size < 2000 && name.length <= 100) known.set(name, side);
  return side;
}

function sideOf(parts: readonly string[], name: string): Side {
  // By itself it is the address of a medium, as in HTML; in `src_video` it is what was sent in.
  if (name === 'src') return 'result';
  const made = parts.some((part) => MADE_PARTS.has(part));
  if (parts.some((part) => SIDE_PARTS.has(part))) return 'beside';
  // `response` wraps a result, `response_url` is where to ask for it.
  if (parts[0] === 'response' && parts.length > 1) return 'beside';
  if (made && parts[0] !== 'input') return 'result';
  const asked = parts.some((part) => ASKED_PARTS.has(part)) || RUN_TOGETHER.test(name);
  return asked ? 'asked' : 'result';
}

/** Names without any break between their words. */
const RUN_TOGETHER =
  /^(?:input|source|original|reference|request|firstframe|lastframe|image|audio|thumb|cover|poster)|输入|参考|原图|原视频|首帧|尾帧|素材/i;
