/** What a developer reads first. */
export const introduction = `Accounts and chat ownership for AI books, for any client that speaks HTTP.

- **JSON** in and out, in camelCase, at most 64 KiB. Times are ISO 8601 in UTC, ids are UUIDs. Unknown fields are refused.
- **Who asks** is in \`Authorization: Bearer <access token>\` alone. To try a guarded call on this page: call \`POST /auth/guest\` with
  \`{ "delivery": "body" }\`, copy the \`accessToken\` of the answer, and put it into *Authorize*.
- **Sessions** are delivered as \`cookie\` (browsers; the refresh token is out of every script's reach) or in the \`body\` (apps, servers).
- **Keys**: a session that is delivered in the body can be bound to a key of yours (DPoP, RFC 9449): send a proof in the header
  \`DPoP\` when it begins. From then on its tokens are worth nothing without a proof.
- **Refusals** are problem documents (RFC 9457) with a \`code\` from a closed list. [Each code has a page](/problems).
- **Lists** take \`limit\` and \`cursor\`, and answer \`items\` and \`nextCursor\`; \`null\` means that there are no more.
- **Limits** name themselves in \`RateLimit-Policy\` and \`RateLimit\`. After a 429, waiting as \`Retry-After\` says is enough.
- **Origins**: a request that changes something and has an \`Origin\` must come from a known site.`;

export const tags = [
  { name: "sign-up", description: "An address becomes an account once its owner has proven it." },
  { name: "sign-in", description: "Guests and accounts come in." },
  { name: "sessions", description: "Continue a session, look at it, end it." },
  { name: "account", description: "What a reader says about themselves." },
  {
    name: "chats",
    description: "Conversations with the book. Each has one owner; to anybody else it does not exist.",
  },
  { name: "book", description: "The text of the book. No token is needed." },
  { name: "administration", description: "For moderators and administrators of the book." },
  { name: "operation", description: "For whoever runs the server, and for services that verify its tokens." },
];
