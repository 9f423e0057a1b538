/** Whether a time that may be given is over, by this device's clock: for showing only, the server decides. */
export const hasEnded = (until: number | undefined): boolean => until !== undefined && until < Date.now();
