/** What a page in a browser does for its scripts and Node's `fetch` does not: it keeps cookies and says its origin. */
export interface NodePage {
  fetch: typeof fetch;
  /** Addresses that were asked, in their order. */
  asked: string[];
  /**
   * Lets the page take the tokens of its next sessions for good longer than they are, as on a device whose clock is
   * wrong: such a token is only found out when it is refused.
   */
  believeTokensLast: (seconds: number) => void;
}

export function openNodePage(origin: string): NodePage {
  const cookies = new Map<string, string>();
  const asked: string[] = [];
  let believedSeconds: number | undefined;

  return {
    asked,
    believeTokensLast: (seconds) => {
      believedSeconds = seconds;
    },
    fetch: async (input, init) => {
      asked.push(String(input));
      const headers = new Headers(init?.headers);
      headers.set("origin", origin);
      if (cookies.size > 0) headers.set("cookie", [...cookies].map((pair) => pair.join("=")).join("; "));
      const response = await fetch(input, { ...init, headers });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = "", value = ""] = cookie.split(";", 1)[0]?.split("=") ?? [];
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      if (believedSeconds === undefined || !response.ok) return response;
      const text = await response.text();
      const body = text.replace(/"expiresIn":\d+/, `"expiresIn":${believedSeconds}`);
      return new Response(body === "" ? null : body, response);
    },
  };
}
