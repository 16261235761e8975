/** The n-th of very many readers' addresses, each in a network of its own: IPv4, or IPv6 by /64. */
export function addressOf(index: number, family: "IPv4" | "IPv6" = "IPv4"): string {
  const [high, middle, low] = [(index >> 16) & 255, (index >> 8) & 255, index & 255];
  if (family === "IPv4") return `10.${high}.${middle}.${low}`;
  return `2001:db8:${(index >> 4).toString(16)}:${(index & 15).toString(16)}::1`;
}

/** The request as a proxy passes it on that speaks for this address. */
export function forwardedFor(address: string, text: string): string {
  return text.replace("\r\n", `\r\nx-forwarded-for: ${address}\r\n`);
}
