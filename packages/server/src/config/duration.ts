const unitMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Reads `30s`, `15m`, `12h` or `7d` into milliseconds; anything else is `undefined`. */
export function parseDurationMs(text: string): number | undefined {
  const match = /^(\d{1,6})([smhd])$/.exec(text);
  if (!match) return undefined;
  const unit = match[2] as keyof typeof unitMs;
  return Number(match[1]) * unitMs[unit];
}
