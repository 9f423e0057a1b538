import type { ServerResponse } from 'node:http';

/**
 * The policy that the widget, the desk and the shop run under: no inline script or style, no address but our own, and
 * no text that becomes a script or markup except through the policy `xiaoer`.
 */
const POLICY = [
  "default-src 'self'",
  "style-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types xiaoer',
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'self'",
].join('; ');

/** Sets what every answer carries. */
export function setPolicyHeaders(response: ServerResponse): void {
  response.setHeader('Content-Security-Policy', POLICY);
  response.setHeader('X-Content-Type-Options', 'nosniff');
  // Not `no-referrer`: under that browsers send `Origin: null` with forms, and we look at origins.
  response.setHeader('Referrer-Policy', 'same-origin');
  response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
  response.setHeader('Permissions-Policy', 'geolocation=(), payment=(), usb=()');
}
