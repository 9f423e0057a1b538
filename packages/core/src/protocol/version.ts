/** The protocol version this code speaks. A server answers any other with `nack` class `fatal`, code `version`. */
export const PROTOCOL_VERSION = 1;
