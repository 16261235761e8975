/** How far a node's clock may be from the right time: tokens from a little ahead are accepted (RFC 7519, section 4.1.4). */
export const clockSkewMs = 30_000;
