/** Below it the panel is a sheet, and Enter is a new line. The sheets of the widget say the same. */
export const PHONE = '(max-width: 479.98px)';
