import { loadStrength } from "@bookplate/messages/strength";
import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import type { StrengthMeterProps } from "./StrengthMeter.tsx";

type Meter = LazyExoticComponent<ComponentType<StrengthMeterProps>>;
const byLanguage = new Map<string, Meter>();

/** The meter in a language. Its code, its list and its words come with its first rendering, and only then. */
export function meterIn(language: string): Meter {
  const known = byLanguage.get(language);
  if (known !== undefined) return known;
  const meter = lazy(async () => {
    try {
      const [{ StrengthMeter }, strength] = await Promise.all([
        import("./StrengthMeter.tsx"),
        loadStrength(language),
      ]);
      return { default: (props: StrengthMeterProps) => <StrengthMeter {...props} strength={strength} /> };
    } catch (error) {
      // The next form tries again.
      byLanguage.delete(language);
      throw error;
    }
  });
  byLanguage.set(language, meter);
  return meter;
}
