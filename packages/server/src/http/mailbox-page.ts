import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { languageNames, languages } from "@bookplate/messages/languages";
import { html, raw } from "hono/html";
import { languageLinks, type PageView } from "./page-view.ts";

const part = (name: string) => readFileSync(join(import.meta.dirname, "mailbox-page", name), "utf8");

export interface MailboxPage {
  readonly contentSecurityPolicy: string;
  /** The page in one language. */
  render(view: PageView): ReturnType<typeof html>;
}

/** The mailbox as one page that loads nothing besides the letters. */
export function buildMailboxPage(): MailboxPage {
  const style = part("style.css");
  const script = part("script.js");
  return {
    render: (view) => render(view, { style, script }),
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src 'sha256-${createHash("sha256").update(script).digest("base64")}'`,
      // A letter in its frame inherits this policy, and letters are styled in place.
      "style-src 'unsafe-inline'",
      "img-src data:",
      "connect-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ].join("; "),
  };
}

function render(view: PageView, { style, script }: { style: string; script: string }) {
  const { language, direction } = view;
  const words = view.words.mailbox;
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${words.title} · Bookplate</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header class="bar">
  <h1>${words.title}</h1>
  <p class="note">${words.note}</p>
  ${languageLinks(view)}
  <p class="live" id="live" role="status" data-letters="${words.letters}" data-live="${words.live}" data-away="${words.away}">${words.loading}</p>
</header>
<noscript><p class="notice">${words.needsScript} <a href="/dev/mail.json" dir="ltr">/dev/mail.json</a></p></noscript>
<main id="mailbox" data-view="list" hidden>
  <nav aria-label="${words.letters}"><ol id="letters"></ol></nav>
  <article id="reader" aria-labelledby="title" hidden>
    <a class="back" href="#letters">${words.allLetters}</a>
    <h2 id="title" tabindex="-1"><bdi id="subject">${words.letter}</bdi></h2>
    <dl class="facts">
      <div><dt>${words.to}</dt><dd><bdi id="to"></bdi></dd></div>
      <div><dt>${words.from}</dt><dd><bdi id="from"></bdi></dd></div>
      <div><dt>${words.at}</dt><dd><time id="at" dir="auto"></time></dd></div>
    </dl>
    <div class="actions">
      <a class="action primary" id="open-link" href="#letters" target="_blank" rel="noopener noreferrer">${words.openLink}</a>
      <button class="action" id="copy-code" type="button" data-copied="${words.copied}" data-by-hand="${words.copyByHand}" data-copy="${words.copyCode}"><span id="copy-label">${words.copyCode}</span> <bdi id="code" dir="ltr"></bdi></button>
    </div>
    <div class="versions">
      <label>${words.readIn}
        <select id="language">${languages.map((other) => html`<option value="${other}" lang="${other}">${languageNames[other]}</option>`)}</select>
      </label>
      <label>${words.colours}
        <select id="colours"><option value="">${words.asSystem}</option><option value="light">${words.light}</option><option value="dark">${words.dark}</option></select>
      </label>
    </div>
    <div class="tabs" role="tablist" aria-label="${words.views}">
      <button id="tab-html" type="button" role="tab" aria-controls="panel-html">HTML</button>
      <button id="tab-text" type="button" role="tab" aria-controls="panel-text">${words.asText}</button>
      <button id="tab-headers" type="button" role="tab" aria-controls="panel-headers">${words.headers}</button>
    </div>
    <div id="panel-html" role="tabpanel" aria-labelledby="tab-html">
      <iframe id="html" title="${words.letter}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>
    </div>
    <div id="panel-text" role="tabpanel" aria-labelledby="tab-text"><pre id="text" dir="auto"></pre></div>
    <div id="panel-headers" role="tabpanel" aria-labelledby="tab-headers"><dl id="headers" dir="ltr"></dl></div>
  </article>
</main>
<section class="empty" id="empty" hidden>
  <svg viewBox="0 0 48 36" width="72" height="54" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"><rect x="2" y="2" width="44" height="32" rx="4"/><path d="m3 5 21 17L45 5"/></svg>
  <h2>${words.empty}</h2>
  <p>${words.emptyHint}</p>
  <p><a href="/">${words.openBook}</a></p>
</section>
<script>${raw(script)}</script>
</body>
</html>
`;
}
