CREATE OR REPLACE FUNCTION public.person_text(text text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN "left"(lower(regexp_replace(NORMALIZE("left"(text, 300), NFKD), '[\u0300-\u036f\u064b-\u065f]'::text, ''::text, 'g'::text)), 300);

CREATE OR REPLACE FUNCTION public.person_words(name text, email text)
 RETURNS tsvector
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL RESTRICTED STRICT COST 2000
 SET search_path TO 'public'
AS $function$
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
    end $function$;

create table account (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint account_provider_id_account_id_key UNIQUE (provider_id, account_id),
  constraint account_pkey PRIMARY KEY (id),
  constraint account_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX account_by_user ON public.account USING btree (user_id);

create table active_day (
  user_id uuid not null,
  last_on date not null,
  previous_on date,
  constraint active_day_pkey PRIMARY KEY (user_id),
  constraint active_day_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);

create table admin_claim (
  only_one boolean not null default true,
  key_hash bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint admin_claim_pkey PRIMARY KEY (only_one),
  constraint admin_claim_only_one_check CHECK (only_one)
);

create table announcement (
  id text not null,
  subject text not null,
  text text not null,
  created_at timestamp with time zone not null,
  last_user_id uuid,
  letters integer not null default 0,
  finished_at timestamp with time zone,
  constraint announcement_pkey PRIMARY KEY (id)
);

create table answered_challenge (
  id bytea not null,
  expires_at timestamp with time zone not null,
  constraint answered_challenge_pkey PRIMARY KEY (id)
);
CREATE INDEX answered_challenge_by_expiry ON public.answered_challenge USING btree (expires_at);

create table book_lexeme (
  configuration text not null,
  lexeme text not null,
  passages integer not null,
  constraint book_lexeme_pkey PRIMARY KEY (configuration, lexeme)
);

create table book_page (
  id uuid not null,
  permalink text not null,
  source text not null,
  hash text not null,
  title text not null,
  locale text not null,
  section text not null,
  version text not null,
  latest boolean not null,
  configuration text not null,
  constraint book_page_permalink_key UNIQUE (permalink),
  constraint book_page_pkey PRIMARY KEY (id)
);

create table book_word (
  configuration text not null,
  word text not null,
  lexeme text not null,
  constraint book_word_pkey PRIMARY KEY (configuration, word)
);
CREATE INDEX book_word_by_likeness ON public.book_word USING gin (word gin_trgm_ops);

create table bookmark (
  id uuid not null,
  owner_id uuid not null,
  page text not null,
  anchor text,
  note text,
  created_at timestamp with time zone not null,
  constraint bookmark_owner_id_page_anchor_key UNIQUE NULLS NOT DISTINCT (owner_id, page, anchor),
  constraint bookmark_pkey PRIMARY KEY (id),
  constraint bookmark_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX bookmark_by_owner ON public.bookmark USING btree (owner_id, id);

create table conversation (
  id uuid not null,
  owner_id uuid not null,
  title text,
  page text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  search text not null default ''::text,
  constraint conversation_pkey PRIMARY KEY (id),
  constraint conversation_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX conversation_by_owner ON public.conversation USING btree (owner_id, updated_at DESC, id DESC);

create table day_count (
  day date not null,
  sign_ups integer not null,
  guests integer not null,
  active_day integer not null,
  active_week integer not null,
  active_month integer not null,
  sign_ins integer not null,
  sign_in_failures integer not null,
  questions integer not null,
  unanswered integer not null,
  constraint day_count_pkey PRIMARY KEY (day)
);

create table delivery_event (
  id text not null,
  letter_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  constraint delivery_event_pkey PRIMARY KEY (id),
  constraint delivery_event_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id) ON DELETE CASCADE,
  constraint delivery_event_kind_check CHECK ((kind = ANY (ARRAY['delayed'::text, 'delivered'::text, 'bounced'::text, 'complained'::text])))
);
CREATE INDEX delivery_event_by_letter ON public.delivery_event USING btree (letter_id);

create table dpop_proof (
  id bytea not null,
  expires_at timestamp with time zone not null,
  constraint dpop_proof_pkey PRIMARY KEY (id)
);
CREATE INDEX dpop_proof_by_expiry ON public.dpop_proof USING btree (expires_at);

create table invitation (
  id uuid not null,
  token_hash bytea not null,
  email text,
  role text not null,
  invited_by uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  constraint invitation_token_hash_key UNIQUE (token_hash),
  constraint invitation_pkey PRIMARY KEY (id),
  constraint invitation_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint invitation_check CHECK (((accepted_at IS NULL) = (accepted_by IS NULL)))
);
CREATE INDEX invitation_by_accepter ON public.invitation USING btree (accepted_by);
CREATE INDEX invitation_by_email ON public.invitation USING btree (email);
CREATE INDEX invitation_by_inviter ON public.invitation USING btree (invited_by);
CREATE INDEX invitation_expiry ON public.invitation USING btree (expires_at);

create table jwks (
  id uuid not null,
  public_key text not null,
  private_key text not null,
  alg text,
  crv text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  activates_at timestamp with time zone not null default now(),
  constraint jwks_pkey PRIMARY KEY (id)
);

create table known_device (
  user_id uuid not null,
  mark bytea not null,
  last_used_at timestamp with time zone not null,
  constraint known_device_pkey PRIMARY KEY (user_id, mark),
  constraint known_device_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);

create table letter (
  id uuid not null,
  recipient text not null,
  kind text not null,
  contents text,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  last_error text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  priority smallint not null default 0,
  next_attempt_at timestamp with time zone not null default '1970-01-01 00:00:00+00'::timestamp with time zone,
  blocked boolean not null default false,
  sent_by text,
  provider_id text,
  delivery text,
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_delivery_check CHECK ((delivery = ANY (ARRAY['delayed'::text, 'delivered'::text, 'bounced'::text, 'complained'::text]))),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'suppressed'::text])))
);
CREATE INDEX letter_by_age ON public.letter USING btree (created_at, id);
CREATE INDEX letter_by_recipient ON public.letter USING btree (recipient, created_at);
CREATE INDEX letter_due ON public.letter USING btree (priority, next_attempt_at, id) WHERE (state = 'queued'::text);
CREATE INDEX letter_failed ON public.letter USING btree (created_at, id) WHERE (state = 'failed'::text);
CREATE INDEX letter_troubled ON public.letter USING btree (created_at, id) WHERE ((state = ANY (ARRAY['failed'::text, 'suppressed'::text])) OR (delivery = ANY (ARRAY['delayed'::text, 'bounced'::text, 'complained'::text])));

create table letter_request (
  id uuid not null,
  kind text not null,
  email text not null,
  user_id uuid,
  pending_registration_id uuid,
  detail jsonb not null default '{}'::jsonb,
  created_at timestamp with time zone not null,
  constraint letter_request_pkey PRIMARY KEY (id),
  constraint letter_request_pending_registration_id_fkey FOREIGN KEY (pending_registration_id) REFERENCES pending_registration(id) ON DELETE CASCADE,
  constraint letter_request_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX letter_request_by_age ON public.letter_request USING btree (created_at);
CREATE INDEX letter_request_by_registration ON public.letter_request USING btree (pending_registration_id) WHERE (pending_registration_id IS NOT NULL);
CREATE INDEX letter_request_by_user ON public.letter_request USING btree (user_id) WHERE (user_id IS NOT NULL);

create table letter_token (
  id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  code_hash bytea,
  code_expires_at timestamp with time zone,
  wrong_codes integer not null default 0,
  email text not null,
  pending_registration_id uuid,
  user_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  request_hash bytea,
  detail jsonb not null default '{}'::jsonb,
  constraint letter_token_token_hash_key UNIQUE (token_hash),
  constraint letter_token_pkey PRIMARY KEY (id),
  constraint letter_token_pending_registration_id_fkey FOREIGN KEY (pending_registration_id) REFERENCES pending_registration(id) ON DELETE CASCADE,
  constraint letter_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint letter_token_code_check CHECK (((code_hash IS NULL) = (code_expires_at IS NULL))),
  constraint letter_token_owner_check CHECK (
CASE
    WHEN (purpose = 'verify-registration'::text) THEN ((pending_registration_id IS NOT NULL) AND (user_id IS NULL))
    WHEN (purpose = ANY (ARRAY['magic-link'::text, 'reset-password'::text])) THEN (pending_registration_id IS NULL)
    ELSE ((pending_registration_id IS NULL) AND (user_id IS NOT NULL))
END),
  constraint letter_token_purpose_check CHECK ((purpose = ANY (ARRAY['verify-registration'::text, 'verify-user'::text, 'reset-password'::text, 'change-email'::text, 'undo-email-change'::text, 'magic-link'::text, 'step-up'::text])))
);
CREATE INDEX letter_token_by_email ON public.letter_token USING btree (email);
CREATE INDEX letter_token_by_expiry ON public.letter_token USING btree (expires_at);
CREATE INDEX letter_token_by_registration ON public.letter_token USING btree (pending_registration_id);
CREATE INDEX letter_token_by_request ON public.letter_token USING btree (request_hash) WHERE (request_hash IS NOT NULL);
CREATE INDEX letter_token_by_user ON public.letter_token USING btree (user_id);

create table limit_counter (
  key text not null,
  used integer not null,
  points integer not null,
  ends_at timestamp with time zone not null,
  constraint limit_counter_pkey PRIMARY KEY (key)
);

create table message (
  id uuid not null,
  conversation_id uuid not null,
  role text not null,
  content text not null,
  sources jsonb not null default '[]'::jsonb,
  status text not null,
  page text,
  selection text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  client_id text,
  search text not null default ''::text,
  status_before_hidden text,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
  constraint message_role_check CHECK ((role = ANY (ARRAY['user'::text, 'assistant'::text]))),
  constraint message_status_before_hidden_check CHECK ((status_before_hidden = ANY (ARRAY['complete'::text, 'failed'::text]))),
  constraint message_status_check CHECK ((status = ANY (ARRAY['streaming'::text, 'complete'::text, 'failed'::text, 'hidden'::text])))
);
CREATE UNIQUE INDEX message_by_client_id ON public.message USING btree (conversation_id, client_id) WHERE (client_id IS NOT NULL);
CREATE INDEX message_by_conversation ON public.message USING btree (conversation_id, id);
CREATE INDEX message_by_time ON public.message USING brin (created_at) WITH (pages_per_range='32');
CREATE UNIQUE INDEX message_one_streaming ON public.message USING btree (conversation_id) WHERE (status = 'streaming'::text);

create table message_feedback (
  message_id uuid not null,
  rating text not null,
  comment text,
  created_at timestamp with time zone not null,
  constraint message_feedback_pkey PRIMARY KEY (message_id),
  constraint message_feedback_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE,
  constraint message_feedback_rating_check CHECK ((rating = ANY (ARRAY['up'::text, 'down'::text])))
);

create table passage (
  id uuid not null,
  page_id uuid not null,
  "position" integer not null,
  url text not null,
  heading text not null,
  text text not null,
  search tsvector not null,
  constraint passage_page_id_position_key UNIQUE (page_id, "position"),
  constraint passage_pkey PRIMARY KEY (id),
  constraint passage_page_id_fkey FOREIGN KEY (page_id) REFERENCES book_page(id) ON DELETE CASCADE
);
CREATE INDEX passage_by_heading ON public.passage USING gin (ts_filter(search, '{a}'::"char"[]));
CREATE INDEX passage_by_search ON public.passage USING gin (search);

create table passkey (
  id uuid not null,
  user_id uuid not null,
  name text,
  credential_id text not null,
  public_key text not null,
  counter double precision not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone,
  last_used_at timestamp with time zone,
  constraint passkey_credential_id_key UNIQUE (credential_id),
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX passkey_by_user ON public.passkey USING btree (user_id);

create table pending_registration (
  id uuid not null,
  email text not null,
  name text not null,
  password_hash text not null,
  language text not null,
  guest_id uuid,
  proof_hash bytea not null,
  wrong_passwords integer not null default 0,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  invitation_id uuid,
  constraint pending_registration_proof_hash_key UNIQUE (proof_hash),
  constraint pending_registration_pkey PRIMARY KEY (id),
  constraint pending_registration_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES "user"(id) ON DELETE SET NULL,
  constraint pending_registration_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id) ON DELETE SET NULL
);
CREATE INDEX pending_registration_by_email ON public.pending_registration USING btree (email);
CREATE INDEX pending_registration_by_expiry ON public.pending_registration USING btree (expires_at);
CREATE INDEX pending_registration_by_guest ON public.pending_registration USING btree (guest_id) WHERE (guest_id IS NOT NULL);
CREATE INDEX pending_registration_by_invitation ON public.pending_registration USING btree (invitation_id);

create table preference (
  user_id uuid not null,
  theme text not null,
  language text not null,
  notify_product boolean not null,
  notify_replies boolean not null,
  updated_at timestamp with time zone not null,
  constraint preference_pkey PRIMARY KEY (user_id),
  constraint preference_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint preference_theme_check CHECK ((theme = ANY (ARRAY['system'::text, 'light'::text, 'dark'::text])))
);

create table provider_flow (
  id uuid not null,
  purpose text not null,
  provider text not null,
  holder_hash bytea not null,
  delivery text not null,
  state_hash bytea,
  code_verifier text,
  nonce text,
  code_hash bytea,
  identity jsonb,
  user_id uuid,
  session_id uuid,
  guest_id uuid,
  language text not null,
  return_to text not null,
  error_to text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  invitation_id uuid,
  constraint provider_flow_code_hash_key UNIQUE (code_hash),
  constraint provider_flow_state_hash_key UNIQUE (state_hash),
  constraint provider_flow_pkey PRIMARY KEY (id),
  constraint provider_flow_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES "user"(id) ON DELETE SET NULL,
  constraint provider_flow_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES invitation(id) ON DELETE SET NULL,
  constraint provider_flow_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint provider_flow_check CHECK (((purpose = 'link'::text) = (user_id IS NOT NULL))),
  constraint provider_flow_check1 CHECK (((user_id IS NULL) = (session_id IS NULL))),
  constraint provider_flow_check2 CHECK (((code_hash IS NULL) = (identity IS NULL))),
  constraint provider_flow_delivery_check CHECK ((delivery = ANY (ARRAY['cookie'::text, 'body'::text]))),
  constraint provider_flow_purpose_check CHECK ((purpose = ANY (ARRAY['sign-in'::text, 'link'::text])))
);
CREATE INDEX provider_flow_by_expiry ON public.provider_flow USING btree (expires_at);
CREATE INDEX provider_flow_by_guest ON public.provider_flow USING btree (guest_id) WHERE (guest_id IS NOT NULL);
CREATE INDEX provider_flow_by_invitation ON public.provider_flow USING btree (invitation_id);
CREATE INDEX provider_flow_by_user ON public.provider_flow USING btree (user_id) WHERE (user_id IS NOT NULL);

create table quota_override (
  user_id uuid not null,
  messages integer,
  tokens integer,
  updated_at timestamp with time zone not null,
  constraint quota_override_pkey PRIMARY KEY (user_id),
  constraint quota_override_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);

create table quota_reservation (
  answer_id uuid not null,
  owner_id uuid,
  network text,
  day date not null,
  tokens integer not null,
  reserved_at timestamp with time zone not null,
  constraint quota_reservation_pkey PRIMARY KEY (answer_id),
  constraint quota_reservation_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id) ON DELETE SET NULL
);
CREATE INDEX quota_reservation_by_age ON public.quota_reservation USING btree (reserved_at);
CREATE INDEX quota_reservation_by_owner ON public.quota_reservation USING btree (owner_id) WHERE (owner_id IS NOT NULL);

create table quota_use (
  subject text not null,
  day date not null,
  owner_id uuid,
  messages integer not null,
  tokens integer not null,
  constraint quota_use_pkey PRIMARY KEY (subject, day),
  constraint quota_use_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX quota_use_by_day ON public.quota_use USING btree (day);
CREATE INDEX quota_use_by_owner ON public.quota_use USING btree (owner_id) WHERE (owner_id IS NOT NULL);

create table recovery_code (
  totp_secret_id uuid not null,
  code_hash bytea not null,
  created_at timestamp with time zone not null,
  constraint recovery_code_pkey PRIMARY KEY (totp_secret_id, code_hash),
  constraint recovery_code_totp_secret_id_fkey FOREIGN KEY (totp_secret_id) REFERENCES totp_secret(id) ON DELETE CASCADE
);

create table report (
  id uuid not null,
  owner_id uuid not null,
  message_id uuid,
  reason text not null,
  comment text,
  excerpt jsonb not null,
  status text not null,
  action text not null,
  note text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint report_pkey PRIMARY KEY (id),
  constraint report_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE SET NULL,
  constraint report_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint report_action_check CHECK ((action = ANY (ARRAY['none'::text, 'hide'::text, 'show'::text]))),
  constraint report_reason_check CHECK ((reason = ANY (ARRAY['wrong'::text, 'harmful'::text, 'offensive'::text, 'privacy'::text, 'other'::text]))),
  constraint report_status_check CHECK ((status = ANY (ARRAY['open'::text, 'resolved'::text, 'dismissed'::text])))
);
CREATE UNIQUE INDEX report_by_message ON public.report USING btree (message_id);
CREATE INDEX report_by_owner ON public.report USING btree (owner_id);
CREATE INDEX report_by_status ON public.report USING btree (status, id);
CREATE INDEX report_closed ON public.report USING btree (updated_at) WHERE (status <> 'open'::text);

create table revocation (
  id uuid not null,
  session_id uuid,
  user_id uuid,
  least_epoch integer,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint revocation_pkey PRIMARY KEY (id),
  constraint revocation_check CHECK (((session_id IS NULL) <> (user_id IS NULL))),
  constraint revocation_check1 CHECK (((user_id IS NULL) = (least_epoch IS NULL)))
);
CREATE INDEX revocation_by_expiry ON public.revocation USING btree (expires_at);
CREATE INDEX revocation_by_session ON public.revocation USING btree (session_id) WHERE (session_id IS NOT NULL);
CREATE INDEX revocation_by_user ON public.revocation USING btree (user_id) WHERE (user_id IS NOT NULL);

create table security_event (
  id uuid not null,
  kind text not null,
  user_id uuid,
  session_id uuid,
  ip_address text,
  user_agent text,
  detail jsonb not null,
  created_at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  reason text,
  before jsonb,
  after jsonb,
  "position" bigint,
  facts_salt bytea,
  facts_digest bytea,
  origin_salt bytea,
  origin_digest bytea,
  hash bytea,
  erased_with uuid,
  constraint security_event_position_key UNIQUE ("position"),
  constraint security_event_pkey PRIMARY KEY (id),
  constraint security_event_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id),
  constraint security_event_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['self'::text, 'account'::text, 'operator'::text, 'system'::text, 'visitor'::text]))),
  constraint security_event_check CHECK (((actor_kind = 'account'::text) = (actor_id IS NOT NULL))),
  constraint security_event_check1 CHECK ((num_nonnulls("position", facts_digest, origin_digest, hash) = ANY (ARRAY[0, 4])))
);
CREATE INDEX security_event_by_actor ON public.security_event USING btree (actor_id, created_at, id) WHERE (actor_id IS NOT NULL);
CREATE INDEX security_event_by_age ON public.security_event USING btree (created_at, id);
CREATE INDEX security_event_by_kind ON public.security_event USING btree (kind, created_at, id);
CREATE INDEX security_event_by_time ON public.security_event USING brin (created_at) WITH (pages_per_range='32');
CREATE INDEX security_event_by_user ON public.security_event USING btree (user_id, created_at, id) WHERE (user_id IS NOT NULL);
CREATE INDEX security_event_unchained ON public.security_event USING btree (id) WHERE ("position" IS NULL);

create table server_secret (
  id text not null,
  check_value bytea not null,
  mints_until timestamp with time zone not null,
  constraint server_secret_pkey PRIMARY KEY (id)
);

create table session (
  id uuid not null,
  token text not null,
  user_id uuid not null,
  expires_at timestamp with time zone not null,
  absolute_expires_at timestamp with time zone,
  auth_time timestamp with time zone not null,
  delivery text not null,
  refresh_counter integer not null default 1,
  refreshed_at timestamp with time zone not null,
  successor_used boolean not null default false,
  recoveries integer not null default 0,
  recoveries_since timestamp with time zone,
  claimable_guest_id uuid,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  last_seen_at timestamp with time zone,
  dpop_thumbprint text,
  expires_on date generated always as ((expires_at AT TIME ZONE 'UTC'::text))::date,
  constraint session_token_key UNIQUE (token),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_claimable_guest_id_fkey FOREIGN KEY (claimable_guest_id) REFERENCES "user"(id) ON DELETE SET NULL,
  constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint session_bound_in_body CHECK (((dpop_thumbprint IS NULL) OR (delivery = 'body'::text))),
  constraint session_delivery_check CHECK ((delivery = ANY (ARRAY['cookie'::text, 'body'::text])))
);
CREATE INDEX session_by_claimable_guest ON public.session USING btree (claimable_guest_id) WHERE (claimable_guest_id IS NOT NULL);
CREATE INDEX session_by_expiry_day ON public.session USING btree (expires_on);
CREATE INDEX session_by_user_and_id ON public.session USING btree (user_id, id);

create table sign_in_challenge (
  id uuid not null,
  token_hash bytea not null,
  browser_hash bytea,
  user_id uuid not null,
  epoch integer not null,
  delivery text not null,
  dpop_thumbprint text,
  guest_id uuid,
  keep_guest_chats boolean not null,
  claimable boolean not null,
  wrong_codes integer not null default 0,
  expires_at timestamp with time zone not null,
  constraint sign_in_challenge_token_hash_key UNIQUE (token_hash),
  constraint sign_in_challenge_pkey PRIMARY KEY (id),
  constraint sign_in_challenge_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES "user"(id) ON DELETE SET NULL,
  constraint sign_in_challenge_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint sign_in_challenge_check CHECK (((browser_hash IS NOT NULL) OR (delivery = 'body'::text))),
  constraint sign_in_challenge_check1 CHECK (((dpop_thumbprint IS NULL) OR (delivery = 'body'::text))),
  constraint sign_in_challenge_delivery_check CHECK ((delivery = ANY (ARRAY['cookie'::text, 'body'::text])))
);
CREATE INDEX sign_in_challenge_by_expiry ON public.sign_in_challenge USING btree (expires_at);
CREATE INDEX sign_in_challenge_by_guest ON public.sign_in_challenge USING btree (guest_id);
CREATE INDEX sign_in_challenge_by_user ON public.sign_in_challenge USING btree (user_id);

create table suppressed_address (
  email text not null,
  reason text not null,
  created_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint suppressed_address_pkey PRIMARY KEY (email),
  constraint suppressed_address_reason_check CHECK ((reason = ANY (ARRAY['bounced'::text, 'complained'::text, 'unreachable'::text])))
);
CREATE INDEX suppressed_address_by_end ON public.suppressed_address USING btree (ends_at);

create table totp_secret (
  id uuid not null,
  user_id uuid not null,
  contents text not null,
  confirmed_at timestamp with time zone,
  last_used_step integer,
  wrong_codes integer not null default 0,
  rests_until timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint totp_secret_pkey PRIMARY KEY (id),
  constraint totp_secret_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX totp_secret_by_user ON public.totp_secret USING btree (user_id, ((confirmed_at IS NULL)));

create table trusted_device (
  id uuid not null,
  user_id uuid not null,
  token_hash bytea not null,
  epoch integer not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint trusted_device_token_hash_key UNIQUE (token_hash),
  constraint trusted_device_pkey PRIMARY KEY (id),
  constraint trusted_device_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX trusted_device_by_expiry ON public.trusted_device USING btree (expires_at);
CREATE INDEX trusted_device_by_user ON public.trusted_device USING btree (user_id, id);

create table user (
  id uuid not null,
  email text not null,
  email_verified boolean not null default false,
  name text not null default ''::text,
  image text,
  role text not null default 'user'::text,
  is_anonymous boolean not null default false,
  epoch integer not null default 0,
  banned boolean not null default false,
  ban_reason text,
  ban_expires timestamp with time zone,
  two_factor_enabled boolean not null default false,
  merged_into uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  merged_conversations integer,
  banned_at timestamp with time zone,
  constraint user_pkey PRIMARY KEY (id),
  constraint user_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint user_role_check CHECK (((role ~ '^[a-z][a-z0-9-]{0,39}$'::text) AND (role <> 'guest'::text)))
);
CREATE INDEX user_banned ON public."user" USING btree (created_at, id) WHERE (banned AND (NOT is_anonymous));
CREATE INDEX user_beyond_readers ON public."user" USING btree (role, id) WHERE (role <> 'user'::text);
CREATE INDEX user_by_address ON public."user" USING btree (email COLLATE "C", id) WHERE (NOT is_anonymous);
CREATE INDEX user_by_age ON public."user" USING btree (created_at, id) WHERE (NOT is_anonymous);
CREATE INDEX user_by_domain ON public."user" USING btree (split_part(email, '@'::text, 2) COLLATE "C", id) WHERE (NOT is_anonymous);
CREATE INDEX user_by_merged_into ON public."user" USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX user_by_name ON public."user" USING btree (person_text(name) COLLATE "C", id) WHERE (NOT is_anonymous);
CREATE INDEX user_by_surname ON public."user" USING btree (person_text("substring"(name, '[^[:space:]]+$'::text)) COLLATE "C", id) WHERE (NOT is_anonymous);
CREATE INDEX user_by_words ON public."user" USING gin (person_words(name, email)) WHERE (NOT is_anonymous);
CREATE UNIQUE INDEX user_email_key ON public."user" USING btree (email) WHERE (email IS NOT NULL);
CREATE INDEX user_guests ON public."user" USING btree (id) WHERE is_anonymous;
CREATE INDEX user_guests_by_age ON public."user" USING btree (created_at, id) WHERE is_anonymous;
CREATE INDEX user_staff ON public."user" USING btree (created_at, id) WHERE ((role <> 'user'::text) AND (NOT is_anonymous));
CREATE INDEX user_unverified ON public."user" USING btree (created_at, id) WHERE ((NOT email_verified) AND (NOT is_anonymous));

create table verification (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint verification_pkey PRIMARY KEY (id)
);
CREATE INDEX verification_by_identifier ON public.verification USING btree (identifier);
