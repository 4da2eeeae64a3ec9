import type { Server } from 'node:http';

export const BELOW: string;
export function staticHost(folder: string): Server;
