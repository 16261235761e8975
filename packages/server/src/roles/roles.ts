/** What an account may be. A guest is not an account yet and has no role of its own. */
export type Role = "user" | "moderator" | "admin";
