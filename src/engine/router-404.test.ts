// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { findRoute, type RouterReply } from './test-routes';

/** Routers whose 404 only names a route, a page, a path or a function. */
const ROUTERS: readonly RouterReply[] = [
  {
    router: 'Laravel',
    type: 'json',
    body: '{"message":"The route %s could not be found.","exception":"Symfony\\\\Component\\\\HttpKernel\\\\Exception\\\\NotFoundHttpException","file":"/app/vendor/laravel/framework/src/Illuminate/Routing/AbstractRouteCollection.php","line":44}',
  },
  {
    router: 'Symfony',
    type: 'json',
    body: '{"type":"https://tools.ietf.org/html/rfc2616#section-10","title":"An error occurred","status":404,"detail":"No route found for \\"GET %s\\""}',
  },
  {
    router: 'Spring 6',
    type: 'json',
    body: '{"type":"about:blank","title":"Not Found","status":404,"detail":"No static resource %s.","instance":"%s"}',
  },
  {
    router: 'Supabase functions',
    type: 'json',
    body: '{"code":"NOT_FOUND","message":"Requested function was not found"}',
  },
  {
    router: 'PostgREST',
    type: 'json',
    body: '{"code":"PGRST125","details":null,"hint":null,"message":"Invalid path specified in request URL"}',
  },
  {
    router: 'Flask as JSON',
    type: 'json',
    body: '{"error":"The requested URL was not found on the server. If you entered the URL manually please check your spelling and try again."}',
  },
  {
    router: 'ASP.NET Web API',
    type: 'json',
    body: '{"Message":"No HTTP resource was found that matches the request URI \'http://a.test%s\'."}',
  },
  {
    router: 'Google',
    type: 'json',
    body: '{"error":{"code":404,"message":"Method not found.","status":"NOT_FOUND"}}',
  },
  { router: 'a worker', type: 'json', body: '{"success":false,"error":"Endpoint not found"}' },
  {
    router: 'a Chinese gateway, of paths',
    type: 'json',
    body: '{"code":404,"msg":"请求路径不存在: %s"}',
  },
  {
    router: 'a Chinese gateway, of addresses',
    type: 'json',
    body: '{"code":"404","message":"请求的地址不存在"}',
  },
  { router: 'a Chinese website', type: 'json', body: '{"code":404,"message":"页面不存在"}' },
];

describe('a router that does not have the path', () => {
  it.each(ROUTERS)('leads to the one that the service keeps ($router)', async (reply) => {
    const { answer, asked } = await findRoute(reply);
    expect(asked).toEqual(['/v1/videos/video_1', '/v1/video/query?id=video_1']);
    expect(answer).toMatchObject({ problem: null, task: { state: 'running' } });
  });
});
