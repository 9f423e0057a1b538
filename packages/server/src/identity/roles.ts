/**
 * What somebody at the desk may do. An agent sees what is of their groups; a lead sees everything; an admin may also hand out
 * and erase what is kept of a shopper, and read who looked at what.
 */
export type AgentRole = 'agent' | 'lead' | 'admin';

/** All roles, least first. */
export const ROLES: readonly AgentRole[] = ['agent', 'lead', 'admin'];

/** A role by its name. */
export const isRole = (value: unknown): value is AgentRole => ROLES.some((role) => role === value);
