import type { LinkReason } from '~/features/add-tasks/recognise/analysis';

/** What the labels of a host say: a product for writing, chatting, meeting or storing, by the words in its name. */
const DOCUMENT_LABEL =
  /^(?:docs?|documents?|documentation|wiki|confluence|notion|feishu|lark\w*|dingtalk|yuque|shimo|kdocs|wps|slack|teams|discord(?:app)?|telegram|t|whatsapp|wechat|weixin|qq|drive|dropbox|onedrive|sharepoint|1drv|wetransfer|pan|box|jira|atlassian|trello|asana|linear|monday|clickup|airtable|github|gitlab|gitee|bitbucket|codeberg|gist|git|zoom|meet|meetings?|webex|calendar|mail|outlook|figma|miro|canva|youtube|youtu|bilibili|vimeo|medium|zhihu|csdn|blog|blogs|help|helpdesk|support|faq|guides?|manual|learn|academy|forum|community|status|frame|loom|evernote|quip|coda|stackoverflow|reddit|twitter|x|xiaohongshu|douyin|weibo|facebook|instagram|linkedin|news|google|readthedocs|readme|gitbook|postman|apifox|apipost)$/i;
const FILE_LABEL =
  /^(?:s3|oss|cos|tos|obs|blob|r2|bucket|storage|cdn|static|assets|img|images?|files?|media|upload)(?:$|-)|(?:^|-)(?:cdn|oss|tos|bucket|static|assets)$/i;
/** Hosts of a service's own, whatever else their name says: `api.…`, `open.…`. */
const SERVICE_LABEL =
  /^(?:api|openapi|gateway|gw|queue|generativelanguage|aiplatform)$|aiplatform$|^api-|-api$/i;

/** A path that only documents have; a look-up has a version in it. */
const DOCUMENT_PATH =
  /\/(?:wiki|docs?|docx|sheets?|spreadsheets?|slides?|base|bitable|mindnotes?|documents?|documentation|share|shared|d|file|folders?|blog|blogs|posts?|articles?|help|guides?|tutorials?|manual|readme|faq|kb|support|issues?|browse|pull|merge_requests|tree|wikis|pages?|meeting|j|channels|messages|archives|pricing|changelog|about|news)(?=$|[/?#])/i;
const VERSION = /\/v\d[\w.]*(?=$|[/?#])/i;

/** Pages for people, unless a version or `/api` says otherwise. */
const PAGE_LABEL =
  /^(?:www|app|web|console|studio|platform|dashboard|portal|admin|chat|chatgpt|create|labs?|aitestkitchen|playground|rushes|my)$/i;
const API_PATH = /\/(?:v\d[\w.]*|api|openapi|apis|rest|rpc|graphql)(?=$|[/?#])/i;
/** What look-ups without a version are called. */
const LOOK_UP_PATH =
  /\/(?:tasks?|jobs?|predictions?|generations?|operations?|requests?|status|query|fetch|inferences?|async-invoke|videos|[\w-]+2video)(?:$|[/?#])|[?&](?:[\w.]{1,30}[._])?(?:task|video|job|generation|prediction|request)_?ids?=/i;

/** True if the address itself shows that it is a service's: by its version, its host or how it asks for a task. */
export function isApi(url: string): boolean {
  const { host } = partsOf(url);
  const labels = host.replace(/:\d+$/, '').split('.').slice(0, -1);
  return hasApiPath(url) || labels.some((label) => SERVICE_LABEL.test(label));
}

/** True for an address below which a service answers, by its path; a host's name alone is no evidence. */
export function hasApiPath(url: string): boolean {
  const { path } = partsOf(url);
  return API_PATH.test(path) || (LOOK_UP_PATH.test(path) && !isPage(url));
}

/** True for a host with pages for people, by its name. */
function isPage(url: string): boolean {
  return partsOf(url)
    .host.split('.')
    .slice(0, -1)
    .some((label) => PAGE_LABEL.test(label));
}

/** Images, videos and pages: links, not services. */
const FILE_PATH =
  /\.(?:mp4|m4v|mov|webm|mkv|gif|png|jpe?g|webp|avif|svg|mp3|wav|pdf|zip|css|js|html?|docx?|xlsx?|pptx?|csv|txt|srt)(?:$|[?#])|[?&](?:se|sig|signature|expires|x-amz-[a-z]+|x-tos-[a-z]+|ossaccesskeyid|auth_key)=|^(?!.*\/v\d).*\/(?:vg-assets|cdn|images?|img|uploads?|assets|static|thumbnails?)\//i;

/** The page's own paths behind which a service is. */
const OWN_SERVICE = /^\/(?:relay\/|demo(?=$|[/?#]))/;

interface Parts {
  origin: string;
  host: string;
  path: string;
}

/** Why a link is no service; null if it may be one. */
export function reasonOf(url: string, ownOrigin: string | null = null): LinkReason | null {
  const { origin, host, path } = partsOf(url);
  const own = ownOrigin === null ? null : partsOf(ownOrigin);
  if (own && plainHost(host) === plainHost(own.host)) {
    // With another scheme, the page's own relay is not reached.
    const isSame = origin === own.origin || !/^https?:/i.test(url);
    return isSame && OWN_SERVICE.test(path) ? null : 'own-page';
  }
  if (FILE_PATH.test(url)) return 'file';
  const labels = host.replace(/:\d+$/, '').split('.').slice(0, -1);
  if (/^[\d.]+$/.test(host.replace(/:\d+$/, ''))) labels.length = 0;
  const isService = labels.some((label) => SERVICE_LABEL.test(label)) || VERSION.test(path);
  if (labels.some((label) => DOCUMENT_LABEL.test(label)) && !isService) return 'document';
  if (/^(?:docs?|wiki|help|support|blog)$/i.test(labels[0] ?? '')) return 'document';
  if (labels.some((label) => /-(?:wiki|docs?)$/i.test(label)) && !isService) return 'document';
  if (labels.some((label) => FILE_LABEL.test(label)) && !isService) return 'file';
  return DOCUMENT_PATH.test(path.replace(/[?#].*$/, '')) && !VERSION.test(path) ? 'document' : null;
}

/** A host as DNS knows it, without a usual port. */
function plainHost(host: string): string {
  return host.replace(/:(?:80|443)$/, '').replace(/\.(?=:|$)/, '');
}

function partsOf(url: string): Parts {
  const plain = url.replaceAll(/\\+\//g, '/');
  const found = /^(?:(https?):\/\/)?(?:[^/@?#]*@)?([^/?#]*)([^]*)$/i.exec(plain);
  const host = (found?.[2] ?? '').toLowerCase();
  return { origin: `${(found?.[1] ?? '').toLowerCase()}://${host}`, host, path: found?.[3] ?? '' };
}
