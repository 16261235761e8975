import { createClient } from "@bookplate/client";
import type { ReactNode } from "react";
import { prerender } from "react-dom/static";
import { AuthProvider } from "../AuthProvider.tsx";

const pages = {
  home: "/book/",
  login: "/book/login",
  register: "/book/register",
  verify: "/book/verify",
  forgot: "/book/forgot",
};

/** The static page, as a build writes it. */
export async function renderPage(content: ReactNode): Promise<string> {
  const { prelude } = await prerender(
    <AuthProvider client={createClient()} language="en" pages={pages} passwordMinimum={12}>
      {content}
    </AuthProvider>,
  );
  return new Response(prelude).text();
}

/** The attributes of the one element that has this name. */
export function attributesOf(html: string, name: string): Record<string, string> {
  const tag = html.match(new RegExp(`<(?:input|form)[^>]* name="${name}"[^>]*>`))?.[0] ?? "";
  return Object.fromEntries([...tag.matchAll(/ ([\w-]+)="([^"]*)"/gi)].map(([, key, value]) => [key, value]));
}
