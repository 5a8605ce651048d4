import type { Server } from 'node:http'

export function serveFolder(folder: string, options: { port: number; base?: string }): Promise<{ server: Server; port: number; url: string }>
