import pg from "pg";
import { findStatementName } from "./prepared.ts";

/** A connection that sends prepared statements by their names. */
export class PreparingClient extends pg.Client {
  override query: pg.Client["query"] = (...given: [unknown, ...unknown[]]) => {
    const [text, ...rest] = given;
    const name = typeof text === "string" ? findStatementName(text) : undefined;
    return Reflect.apply(super.query, this, [name === undefined ? text : { name, text }, ...rest]);
  };
}
