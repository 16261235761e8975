// Staff find people: newest first, by the beginning of a name, a surname, an address or a domain, and with a slip in a
// word. Guests, who have neither a name nor an address, are only in an index of their own. And the numbers of each day.
import { type Kysely, sql } from "kysely";

const statements = [
  // A text as it is compared: without accents and case. Accents first, because a database of the locale C knows the
  // case of plain letters alone. Cut, because an index holds no entry of any length.
  `create function person_text(text text) returns text language sql immutable strict parallel safe
    return left(lower(regexp_replace(normalize(left(text, 300), NFKD), '[\\u0300-\\u036f\\u064b-\\u065f]', '', 'g')), 300)`,
  // The words of a name ('n' before them) and of the part of an address before the '@' ('e'), each also with one
  // letter left out ('~'): two words that are one slip apart have one of these in common, whatever the slip is. What
  // stands in a name and is an address is none of its words, because not everybody may search in addresses.
  `create function person_words(name text, email text) returns tsvector
    language plpgsql immutable strict parallel restricted cost 2000 as $$
    declare
      separators constant text := '[][[:space:].,;:+_()"''0-9/-]+';
      names constant text[] := regexp_split_to_array(person_text(regexp_replace(name, '[^[:space:]]+@[^[:space:]]+', '', 'g')), separators);
      others constant text[] := regexp_split_to_array(person_text(split_part(email, '@', 1)), separators);
      words text[] := '{}';
      mark text := 'n';
      word text;
    begin
      foreach word in array names || '{@}'::text[] || others loop
        if word = '@' then mark := 'e'; continue; end if;
        continue when word = '' or mark = 'e' and word = any (names);
        words := words || (mark || word);
        continue when length(word) not between 4 and 16;
        for place in 1..length(word) loop
          words := words || (mark || '~' || left(word, place - 1) || substr(word, place + 1));
        end loop;
      end loop;
      return array_to_tsvector(words);
    end $$`,
  // Autovacuum and whoever restores a dump search in no schema: the function has to know where its other half is.
  `do $$ begin execute format('alter function person_words(text, text) set search_path = %I', current_schema()); end $$`,
  `create index user_by_age on "user" (created_at, id) where not is_anonymous`,
  `create index user_guests_by_age on "user" (created_at, id) where is_anonymous`,
  `create index user_staff on "user" (created_at, id) where role <> 'user' and not is_anonymous`,
  `create index user_banned on "user" (created_at, id) where banned and not is_anonymous`,
  `create index user_unverified on "user" (created_at, id) where not email_verified and not is_anonymous`,
  `create index user_by_name on "user" ((person_text(name) collate "C"), id) where not is_anonymous`,
  `create index user_by_surname on "user" ((person_text(substring(name from '[^[:space:]]+$')) collate "C"), id)
    where not is_anonymous`,
  `create index user_by_address on "user" ((email collate "C"), id) where not is_anonymous`,
  `create index user_by_domain on "user" ((split_part(email, '@', 2) collate "C"), id) where not is_anonymous`,
  `create index user_by_words on "user" using gin (person_words(name, email)) where not is_anonymous`,
  // What somebody asks about a letter is why it did not arrive.
  `create index letter_troubled on letter (created_at, id)
    where state in ('failed', 'suppressed') or delivery in ('delayed', 'bounced', 'complained')`,
  // The last day on which somebody was here, and the one before it: enough to say on any day who was here up to the
  // end of the day before. No index but the key, so that a new day is written into the row's own page.
  `create table active_day (
    user_id uuid primary key references "user" (id) on delete cascade,
    last_on date not null,
    previous_on date
  ) with (fillfactor = 80)`,
  // What a day came to, once it is over.
  `create table day_count (
    day date primary key,
    sign_ups integer not null,
    guests integer not null,
    active_day integer not null,
    active_week integer not null,
    active_month integer not null,
    sign_ins integer not null,
    sign_in_failures integer not null,
    questions integer not null,
    unanswered integer not null
  )`,
  // A day of rows that were written one after the other is found without an entry for each of them.
  `create index message_by_time on message using brin (created_at) with (pages_per_range = 32)`,
  `create index security_event_by_time on security_event using brin (created_at) with (pages_per_range = 32)`,
];

const reversals = [
  `drop index security_event_by_time, message_by_time`,
  `drop table day_count, active_day`,
  `drop index letter_troubled`,
  `drop index user_by_words, user_by_domain, user_by_address, user_by_surname, user_by_name, user_unverified,
    user_banned, user_staff, user_guests_by_age, user_by_age`,
  `drop function person_words(text, text)`,
  `drop function person_text(text)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of reversals) await sql.raw(statement).execute(db);
}
