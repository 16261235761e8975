import { useAuth } from "@bookplate/react";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import { explain } from "./explain.ts";
import { connectNotes, type Note, type Way } from "./notes.ts";

const ways = { fetch: "client.fetch", axios: "axios" } satisfies Record<Way, string>;

const isAmong = (notes: Note[], { id }: Note) => notes.some((note) => note.id === id);

/** The reader's notes: calls of a service of our own, which checks Bookplate's token. */
export function Notes() {
  const { client } = useAuth();
  const [way, setWay] = useState<Way>("fetch");
  const api = useMemo(() => connectNotes(way, client), [way, client]);
  const [notes, setNotes] = useState<Note[]>();
  const [failure, setFailure] = useState("");

  useEffect(() => {
    setFailure("");
    api.list().then(
      // What was kept while the list was on its way stays.
      (listed) => setNotes((before = []) => [...before.filter((note) => !isAmong(listed, note)), ...listed]),
      (error) => setFailure(explain(error)),
    );
  }, [api]);

  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    try {
      const note = await api.add(String(new FormData(form).get("text")));
      setNotes((before = []) => [note, ...before]);
      setFailure("");
      form.reset();
    } catch (error) {
      setFailure(explain(error));
    }
  }

  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Your notes</h2>
      <form className="note" onSubmit={add}>
        <input name="text" required maxLength={200} aria-label="A new note" placeholder="A thought to keep" />
        <button type="submit" className="primary">
          Keep
        </button>
      </form>
      <fieldset className="ways">
        <legend>Called with</legend>
        {Object.entries(ways).map(([name, label]) => (
          <label key={name}>
            <input type="radio" name="way" checked={name === way} onChange={() => setWay(name as Way)} />
            {label}
          </label>
        ))}
      </fieldset>
      {failure !== "" && <p role="alert">{failure}</p>}
      <ul className="cards">
        {notes?.map(({ id, text }) => (
          <li key={id} dir="auto">
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
