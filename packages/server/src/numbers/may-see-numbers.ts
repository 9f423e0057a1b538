import type { Agents } from '../identity/agents.ts';

/** Groups whose agents see the numbers. */
const LEADS = new Set(['admin', 'lead']);

/**
 * Whether an agent sees the numbers and the reviews: who is in the group `admin` or `lead`. A desk where nobody is in
 * either is too small for such a difference: there everybody sees them.
 */
export function maySeeNumbers(agents: Pick<Agents, 'all' | 'groupsOf'>, agent: string): boolean {
  if (agents.groupsOf(agent).some((group) => LEADS.has(group))) return true;
  return !agents.all().some(({ groups }) => groups.some((group) => LEADS.has(group)));
}
