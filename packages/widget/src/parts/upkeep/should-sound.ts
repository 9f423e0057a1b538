/** What is known when a message arrives. */
export interface Arrival {
  /** This tab speaks for all tabs of the browser. */
  readonly leads: boolean;
  readonly muted: boolean;
  /** Somebody looks at the conversation here. */
  readonly watched: boolean;
}

/** Whether an arrival is to be heard: once in all tabs, and not while it is seen. */
export const shouldSound = ({ leads, muted, watched }: Arrival): boolean => leads && !muted && !watched;
