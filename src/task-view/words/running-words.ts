/** Status words that say no more than *Running*; any other word is shown as it is. */
const PLAIN = new Set([
  'in_progress',
  'inprogress',
  'processing',
  'process',
  'running',
  'run',
  'generating',
  'generate',
  'active',
  'working',
  'started',
  'rendering',
  'pending',
  'executing',
  'ongoing',
  'doing',
  'runnning',
  'preprocessing',
  'downloading',
  'image_downloading',
  'audio_downloading',
  'video_downloading',
  'prompt_enhancing',
  'prompt_enhancement_checking',
  'video_generating',
  'video_generation_running',
  'video_generation_completed',
  'upsampling',
  'video_upsampling',
  'video_upsampling_completed',
  '生成中',
  '处理中',
  '进行中',
  '执行中',
]);

/** The service's own word if it says more than *Running*, otherwise null. */
export function informativeWord(word: string | null): string | null {
  if (word === null || word === '') return null;
  const plain = word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')
    .replace(/^(?:task|job)_(?:status|state)_/, '');
  return PLAIN.has(plain) ? null : word;
}
