import { type FirebaseParameters, fromFirebase } from "../password-formats/firebase-scrypt.ts";
import { readAuth0Hash } from "./auth0.ts";
import { type Fields, type ImportedUser, readUser, textOf } from "./imported-user.ts";
import type { ImportFormat, ImportRefusal } from "./report.ts";

export interface ReadingOptions {
  readonly format: ImportFormat;
  /** The password hash parameters of a Firebase project. */
  readonly firebase?: FirebaseParameters | undefined;
}

type Reader = (
  fields: Fields,
  options: ReadingOptions & { fromCsv: boolean },
) => ImportedUser | ImportRefusal;

/** FastAPI, Flask and whatever else keeps passlib's hashes in a column of its own. */
const passlib: Reader = (fields, options) =>
  readUser(fields, textOf(fields, "password_hash", "hashed_password", "passwordHash", "password"), options);

/** A dump of Django's table, or of `manage.py dumpdata auth.user`, which puts the columns under `fields`. */
const django: Reader = (given, options) => {
  const fields = isFields(given.fields) ? given.fields : given;
  const hash = textOf(fields, "password", "password_hash");
  // Django's word for "has no password that could be right".
  return readUser(fields, hash?.startsWith("!") ? undefined : hash, options);
};

const auth0: Reader = (fields, options) => {
  const hash = readAuth0Hash(fields);
  return hash === "unreadable" ? "hash-unknown" : readUser(fields, hash, options);
};

const firebase: Reader = (fields, options) => {
  const passwordHash = textOf(fields, "passwordHash");
  if (passwordHash === undefined) return readUser(fields, undefined, options);
  if (options.firebase === undefined) return "firebase-parameters-missing";
  const hash = fromFirebase({ passwordHash, salt: textOf(fields, "salt") ?? "" }, options.firebase);
  return readUser(fields, hash ?? "impossible", options);
};

const readers = { passlib, django, auth0, firebase };

/** The sources name their fields differently enough to be told apart. */
function recognise(fields: Fields): keyof typeof readers {
  if (typeof fields.localId === "string") return "firebase";
  if (isFields(fields.custom_password_hash) || typeof fields.user_id === "string") return "auth0";
  if (isFields(fields.fields) || ("is_superuser" in fields && "password" in fields)) return "django";
  return "passlib";
}

/** One record of a file as the account that it becomes, or why it becomes none. */
export function readRecord(
  fields: Fields,
  options: ReadingOptions & { fromCsv: boolean },
): ImportedUser | ImportRefusal {
  return readers[options.format === "auto" ? recognise(fields) : options.format](fields, options);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
