import type { Words } from './concepts';

/** English, and what people everywhere write in English. What stands beside values is in `nouns.ts`. */
export const en: Words = {
  task: 'task|job',
  making: 'generation|prediction|operation|render|rendering',
  video: 'video',
  piece: 'asset',
  file: 'file',
  shot: 'shot|cut',
  scene: 'scene|sequence|seq',
  take: 'take|clip',
  version: 'version|ver',
  id: 'id|ids|uuid|identifier',
  number: 'number',
  row: '#|no|nr|row|index|idx',
  name: 'title|name|label',
  client: 'client|end client|customer|brand|advertiser',
  note: 'note|remark|comment|memo|feedback|fb',
  key: 'key|token|apikey|ak sk',
  access: 'access|auth',
  secret: 'secret|private',
  api: 'api|service',
  host: 'endpoint|gateway|host|base|base url|server',
  url: 'url|address',
  request: 'request',
  origin: 'source|parent|origin|remix|ref',
  other: 'code|order|invoice|account|user|project|campaign|session|ticket|phone|product|meeting',
  password: 'password|passphrase|passcode|pin|otp',
  of: 'of|the|for|by|sora|veo|kling|wan|grok|seedance|hailuo|vidu|pika|runway|luma|ltx|minimax|ark|final|external|provider|remote',
  plain:
    'status|state|progress|model|prompt|date|time|duration|length|format|ratio|resolution|owner|editor|priority|cost|price|seed|language',
};
