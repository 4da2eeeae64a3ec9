import { describe, expect, it } from 'vitest';

import { missedHeader, wantsAnotherScheme } from './wants-scheme';

const said = (message: string | null, httpStatus = 401): boolean =>
  wantsAnotherScheme({ kind: 'auth', message, httpStatus });

describe('a service that was sent a key and', () => {
  it.each([
    'Missing API key',
    'missing api key',
    'x-api-key header is required',
    'Missing required header: X-Api-Key',
    'No authorization header',
    'No Authorization header provided',
    'No API key provided.',
    'No API key found in request',
    'No auth credentials found',
    'No token provided',
    'API key is missing',
    'API key is required',
    'An API key is required to use this service.',
    'Authorization header missing',
    'Authorization is empty',
    'Authentication credentials were not provided.',
    'Authentication is required to access this application.',
    'Not authenticated',
    "You didn't provide an API key. You need to provide your API key in an Authorization header using Bearer auth.",
    'You didn’t provide an API key',
    'Please provide an API key in the X-API-Key header',
    'Please use API Key or other form of API consumer identity to call this API.',
    "Method doesn't allow unregistered callers (callers without established identity).",
    'Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
    'Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API.',
    'Unauthorized: api-key header must be provided',
    'Unauthorized: token not found in request headers',
    'Header "api-key" must be set',
    'The request does not contain an access token',
    'Expected x-goog-api-key',
    '缺少 API Key',
    '缺少密钥',
    '未提供密钥',
    '未提供令牌',
    '请求头中未携带 token',
    '请提供 API Key',
    '请在请求头中携带 x-api-key',
    'Authorization 不能为空',
    '密钥为空',
    'token 缺失，请先登录',
  ])('says %j wants it another way', (message) => expect(said(message)).toBe(true));

  it.each([
    'Incorrect API key provided: sk-…',
    'Invalid API key',
    'invalid_api_key',
    'Missing or invalid API key',
    'API key is missing or invalid',
    'A valid API key is required',
    'Access denied due to invalid subscription key or wrong API endpoint.',
    'API key expired',
    'This key has been disabled',
    'Unauthorized',
    'Forbidden',
    'User not found',
    'No access to model sora-2',
    'The API key is missing the required permission videos:read',
    'Missing scope: video.read for this token',
    'API key does not have permission to use this model',
    'No credit left on this key',
    'Payment required',
    'Insufficient balance, no tokens left: balance is 0',
    'Missing Authentication Token',
    'Authorization is invalid',
    'access key not recognized',
    '无效的令牌',
    'API Key 无效',
    '密钥不存在',
    '令牌已过期，请重新获取',
    '没有权限使用该模型的令牌',
    '余额不足，请提供充值后的密钥',
    '',
    null,
  ])('says %j judged the key it got', (message) => expect(said(message)).toBe(false));

  it('has another trouble than the key says nothing about it', () => {
    const message = 'API key is required';
    expect(wantsAnotherScheme({ kind: 'server', message, httpStatus: 500 })).toBe(false);
    expect(wantsAnotherScheme({ kind: 'other', message, httpStatus: 403 })).toBe(true);
    expect(wantsAnotherScheme({ kind: 'auth', message, httpStatus: 200 })).toBe(true);
  });
});

describe('a header that a service names as missing', () => {
  it.each([
    [
      '{"detail":[{"type":"missing","loc":["header","x-api-key"],"msg":"Field required"}]}',
      'x-api-key',
    ],
    [
      '{"detail": [ {"loc": [ "header", "authorization" ], "msg": "field required"} ]}',
      'authorization',
    ],
    ['{"detail":[{"loc":["header","x-trace"],"msg":"Field required"}]}', null],
    ['{"detail":[{"loc":["query","api_key"],"msg":"Field required"}]}', null],
    ['{"id":"a","status":"queued"}', null],
    ['', null],
  ])('in %s is %s', (body, name) => expect(missedHeader(body)).toBe(name));
});
