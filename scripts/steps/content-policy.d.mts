/** Types of content-policy.mjs. */
export function contentPolicy(page?: { styles?: readonly string[]; dev?: boolean }): string
export function withContentPolicy(html: string, dev: boolean): string
export const EMBEDDING_POLICY: string
export function policyOf(html: string): string | null
/** The policy of the one thread that runs a model file, from that of the page. */
export function policyOfModelThread(policy: string): string
