/**
 * A sheet written for a shadow root, made to fit a page without one: what hangs on the host hangs on the root element
 * instead.
 */
export const forDocument = (css: string): string => css.replaceAll(':host(', ':root:is(').replaceAll(':host', ':root');
