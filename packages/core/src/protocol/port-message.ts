import { isObject } from './shape.ts';

/**
 * What goes over the port of a link within one page. A frame is a string; everything else is about the link. Both ends
 * check what they read, because a page may hand the wrong port over.
 */
export type PortMessage =
  | string
  /** The host's end is there. */
  | { readonly open: true }
  /** The client has taken so many frames since the link began: what is above is on its way (server rule 5). */
  | { readonly took: number }
  /** The link ends; codes are those of a WebSocket. */
  | { readonly close: number; readonly reason: string };

/** Whether a message of a port belongs to a link. */
export function isPortMessage(value: unknown): value is PortMessage {
  if (typeof value === 'string') return true;
  if (!isObject(value)) return false;
  const { open, took, close, reason } = value;
  return open === true || typeof took === 'number' || (typeof close === 'number' && typeof reason === 'string');
}

/** What is used of a `MessagePort`: of a browser, of a worker in Node, or of two objects that were joined. */
export interface PortLike {
  onmessage: ((event: never) => void) | null;
  postMessage(message: PortMessage): void;
  close?(): void;
}
