import { domainToASCII } from "node:url";
import type { SignUpMode } from "./config.ts";
import type { SettingsReader } from "./reader.ts";

const name = "SIGN_UP";
/** The domain of an address in its ASCII form: labels with dots between them, the last one no number. */
const domainPattern = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

/** Who may make an account: `open`, `invitation`, `domains:example.org,example.com` or `closed`. */
export function signUpMode(
  reader: SettingsReader,
  { emailVerification }: { emailVerification: "required" | "off" },
): SignUpMode {
  const value = reader.text(name) ?? "open";
  if (value === "open" || value === "invitation" || value === "closed") return { mode: value };
  if (!value.startsWith("domains:")) {
    const choices = "open, invitation, domains:example.org, closed";
    reader.refuse(name, (say) => say.notKnown({ value, choices }), `${name}=open`);
    return { mode: "closed" };
  }
  const domains = new Set<string>();
  for (const typed of value.slice("domains:".length).split(",")) {
    const domain = domainToASCII(typed.normalize("NFKC").trim().toLowerCase());
    if (domainPattern.test(domain)) domains.add(domain);
    else reader.refuse(name, (say) => say.noDomain({ value: typed.trim() }), `${name}=domains:example.org`);
  }
  if (emailVerification === "off") {
    reader.refuse(name, (say) => say.domainsUnproven, "EMAIL_VERIFICATION=required", `${name}=invitation`);
  }
  return { mode: "domains", domains: [...domains] };
}
