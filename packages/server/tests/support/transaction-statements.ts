import { PGlite } from "@electric-sql/pglite";
import pg from "pg";

/**
 * Tells of every statement before a transaction of this process sends it, whichever database it goes to; of `commit`
 * before the commit, and of `committed` between it and everything that follows. The program knows nothing of it.
 *
 * @returns puts the drivers back as they were
 */
export function observeTransactions(about: (statement: string) => void): () => void {
  const { transaction } = PGlite.prototype;
  const { query } = pg.Client.prototype;

  PGlite.prototype.transaction = async function <T>(
    this: PGlite,
    work: Parameters<typeof transaction<T>>[0],
  ): Promise<T> {
    const result = await transaction.call<PGlite, [typeof work], Promise<T>>(this, async (open) => {
      const send = open.query;
      open.query = <Row>(text: string, ...rest: never[]) => {
        about(text);
        return send.call(open, text, ...rest) as ReturnType<typeof send<Row>>;
      };
      const done = await work(open);
      about("commit");
      return done;
    });
    about("committed");
    return result;
  };

  const inTransaction = new WeakSet<object>();
  function observed(this: pg.Client, ...given: unknown[]): unknown {
    const [statement] = given;
    const text = typeof statement === "string" ? statement : Reflect.get(Object(statement), "text");
    if (text === "begin") inTransaction.add(this);
    else if (inTransaction.has(this)) about(String(text));
    const answer: unknown = Reflect.apply(query, this, given);
    if (text === "commit" || text === "rollback") inTransaction.delete(this);
    if (text !== "commit" || !(answer instanceof Promise)) return answer;
    return answer.then((result: unknown) => {
      about("committed");
      return result;
    });
  }
  Object.assign(pg.Client.prototype, { query: observed });

  return () => {
    PGlite.prototype.transaction = transaction;
    Object.assign(pg.Client.prototype, { query });
  };
}
