/**
 * Hosts that serve files for everybody under one shared domain and cannot pass `/api` on to a server. A book there
 * has neither an origin nor a site in common with its server, and browsers drop the refresh cookie.
 */
const FILES_ONLY_HOSTS = ["github.io", "gitlab.io", "codeberg.page", "surge.sh", "neocities.org"];

/**
 * Why a production build with these addresses could never keep a reader signed in, each with its mend. Empty when
 * nothing speaks against them.
 *
 * @param siteUrl the `url` of the Docusaurus configuration
 * @param apiUrl origin of the Bookplate server; empty means the book's own origin
 */
export function addressProblems(siteUrl: string, apiUrl: string): string[] {
  const site = new URL(siteUrl);
  const filesOnly = FILES_ONLY_HOSTS.find(
    (host) => site.hostname === host || site.hostname.endsWith(`.${host}`),
  );
  if (filesOnly !== undefined) {
    return [
      `The book's url is ${site.origin}, and ${filesOnly} serves files only: sign-in could not work there. ` +
        `Give the book a domain of its own, for example url: "https://book.example.org" with ` +
        `apiUrl: "https://accounts.example.org".`,
    ];
  }
  if (apiUrl === "" || isLoopback(site.hostname)) return [];

  const api = new URL(apiUrl);
  if (isLoopback(api.hostname)) {
    return [
      `apiUrl is ${api.origin}, which every reader's browser would look for on the reader's own machine. ` +
        `Write the server's public address, or leave apiUrl out when the server also serves the book.`,
    ];
  }
  const problems: string[] = [];
  if (site.protocol === "https:" && api.protocol === "http:") {
    problems.push(
      `The book is on https and apiUrl on http: browsers block that. Write apiUrl: "https://${api.host}".`,
    );
  }
  if (lastTwoLabels(site.hostname) !== lastTwoLabels(api.hostname)) {
    problems.push(
      `The book (${site.hostname}) and the server (${api.hostname}) are two sites, and browsers do not send cookies ` +
        `between sites. Put both under one domain, or let the book's host pass /api on to the server and leave apiUrl out.`,
    );
  }
  return problems;
}

function isLoopback(hostname: string): boolean {
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127\./.test(hostname)
  );
}

/**
 * Two hosts whose last two labels differ are never on one site. (The converse does not hold, `co.uk` for example;
 * this check refuses only what is certain.)
 */
function lastTwoLabels(hostname: string): string {
  return hostname.split(".").slice(-2).join(".");
}
