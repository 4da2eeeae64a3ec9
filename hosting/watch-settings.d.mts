import type { AddedKey } from './relay.mjs';

export interface WatchSettings {
  page: string;
  config: string;
  keys: {
    own: Record<string, string>;
    relay: { name: string; base: string; adds: AddedKey | null }[];
  };
  telling: {
    url: string;
    format: 'json' | 'slack' | 'feishu' | 'dingtalk' | 'wecom';
    byShot: boolean;
    language: 'en' | 'de' | 'es' | 'pt-BR' | 'ja' | 'ko' | 'zh-CN' | 'zh-TW';
  } | null;
}
export function readWatch(
  env: Readonly<Record<string, string | undefined>>,
  isOnce: boolean,
): WatchSettings;
