export const OFFLINE_WORKER: string
export function offlineWorker(files: readonly string[], page: string): string
