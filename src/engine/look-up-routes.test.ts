// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { findRoute, type RouterReply } from './test-routes';

/** Routers, and what they say about a path they do not have. */
const ROUTERS: readonly RouterReply[] = [
  {
    router: 'Express',
    type: 'html',
    body: '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Error</title></head><body><pre>Cannot GET %s</pre></body></html>',
  },
  {
    router: 'NestJS',
    type: 'json',
    body: '{"message":"Cannot GET %s","error":"Not Found","statusCode":404}',
  },
  { router: 'Fiber', type: 'plain', body: 'Cannot GET %s' },
  {
    router: 'Fastify',
    type: 'json',
    body: '{"message":"Route GET:%s not found","error":"Not Found","statusCode":404}',
  },
  {
    router: 'Spring Boot',
    type: 'json',
    body: '{"timestamp":"2026-11-23T14:33:00.000+00:00","status":404,"error":"Not Found","path":"%s"}',
  },
  {
    router: 'Spring without handlers',
    type: 'json',
    body: '{"timestamp":1764000000000,"status":404,"error":"Not Found","message":"No handler found for GET %s","path":"%s"}',
  },
  { router: 'Kong', type: 'json', body: '{"message":"no Route matched with those values"}' },
  { router: 'FastAPI', type: 'json', body: '{"detail":"Not Found"}' },
  {
    router: 'Flask',
    type: 'html',
    body: '<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was not found on the server.</p>',
  },
  { router: 'Rails', type: 'json', body: '{"status":404,"error":"Not Found"}' },
  {
    router: 'Rails in development',
    type: 'json',
    body: '{"status":404,"error":"Not Found","exception":"#<ActionController::RoutingError: No route matches [GET] \\"%s\\">"}',
  },
  { router: 'Gin', type: 'plain', body: '404 page not found' },
  { router: 'Echo', type: 'json', body: '{"message":"Not Found"}' },
  { router: 'Hono', type: 'plain', body: '404 Not Found' },
  {
    router: 'ASP.NET',
    type: 'json',
    body: '{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"traceId":"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"}',
  },
  { router: 'AWS HTTP API', type: 'json', body: '{"message":"Not Found"}' },
  {
    router: 'Vercel',
    type: 'plain',
    body: 'The page could not be found\n\nNOT_FOUND\n\niad1::abcde-1764000000000-0123456789ab\n',
  },
  { router: 'Netlify', type: 'plain', body: 'Not Found - Request ID: 01J0ABCDEF0123456789XYZ' },
  { router: 'Phoenix', type: 'json', body: '{"errors":{"detail":"Not Found"}}' },
  {
    router: 'Strapi',
    type: 'json',
    body: '{"data":null,"error":{"status":404,"name":"NotFoundError","message":"Not Found","details":{}}}',
  },
  { router: 'APISIX', type: 'json', body: '{"error_msg":"404 Route Not Found"}' },
  { router: 'Envoy', type: 'plain', body: '' },
  {
    router: 'nginx',
    type: 'html',
    body: '<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n</body>\r\n</html>',
  },
  {
    router: 'OpenAI',
    type: 'json',
    body: '{"error":{"message":"Invalid URL (GET %s)","type":"invalid_request_error","param":null,"code":null}}',
  },
  {
    router: 'a Chinese gateway',
    type: 'json',
    body: '{"code":404,"msg":"接口不存在","data":null}',
  },
  { router: 'PHP', type: 'plain', body: 'File not found.' },
  {
    router: 'a method it does not have',
    status: 405,
    type: 'json',
    body: '{"detail":"Method Not Allowed"}',
  },
];

describe('a router that does not have the path', () => {
  it.each(ROUTERS)('leads to the one that the service keeps ($router)', async (reply) => {
    const { answer, asked } = await findRoute(reply);
    expect(asked).toEqual(['/v1/videos/video_1', '/v1/video/query?id=video_1']);
    expect(answer).toMatchObject({ problem: null, task: { state: 'running' } });
  });
});

/** Services that have the path, but not the task. */
const MISSING: readonly RouterReply[] = [
  {
    router: 'OpenAI',
    type: 'json',
    body: '{"error":{"message":"Video not found","code":"video_not_found"}}',
  },
  {
    router: 'new-api',
    type: 'json',
    body: '{"code":"task_not_exist","message":"task_not_exist","data":null}',
  },
  { router: 'FastAPI', type: 'json', body: '{"detail":"Task video_1 not found"}' },
  { router: 'a Chinese service', type: 'json', body: '{"code":404,"message":"任务不存在"}' },
];

describe('a service that does not have the task', () => {
  it.each(MISSING)('is not asked at other paths ($router)', async (reply) => {
    const { answer, asked } = await findRoute(reply);
    expect(asked).toEqual(['/v1/videos/video_1']);
    expect(answer.problem?.kind).toBe('not_found');
  });
});

describe('a service that keeps its look-ups elsewhere', () => {
  it.each(['/v1/video/generations/video_1', '/api/v1/videos/video_1'])(
    'is found behind several routers’ refusals (%s)',
    async (home) => {
      const [reply] = ROUTERS;
      if (!reply) throw new Error('No router');
      const { answer, asked } = await findRoute(reply, home);
      expect(asked.at(-1)).toBe(home);
      expect(answer.task?.state).toBe('running');
    },
  );
});
