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

create table conversation (
  id uuid not null,
  owner_id uuid not null,
  title text,
  page text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint conversation_pkey PRIMARY KEY (id),
  constraint conversation_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX conversation_by_owner ON public.conversation USING btree (owner_id, updated_at DESC, id DESC);

create table dpop_proof (
  id bytea not null,
  expires_at timestamp with time zone not null,
  constraint dpop_proof_pkey PRIMARY KEY (id)
);
CREATE INDEX dpop_proof_by_expiry ON public.dpop_proof USING btree (expires_at);

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
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text])))
);
CREATE INDEX letter_by_age ON public.letter USING btree (created_at, id);

create table letter_token (
  id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  code_hash bytea not null,
  code_expires_at timestamp with time zone not null,
  wrong_codes integer not null default 0,
  email text not null,
  pending_registration_id uuid,
  user_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint letter_token_token_hash_key UNIQUE (token_hash),
  constraint letter_token_pkey PRIMARY KEY (id),
  constraint letter_token_pending_registration_id_fkey FOREIGN KEY (pending_registration_id) REFERENCES pending_registration(id) ON DELETE CASCADE,
  constraint letter_token_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint letter_token_check CHECK (((pending_registration_id IS NULL) <> (user_id IS NULL))),
  constraint letter_token_purpose_check CHECK ((purpose = ANY (ARRAY['verify-registration'::text, 'verify-user'::text])))
);
CREATE INDEX letter_token_by_expiry ON public.letter_token USING btree (expires_at);
CREATE INDEX letter_token_by_registration ON public.letter_token USING btree (pending_registration_id);
CREATE INDEX letter_token_by_user ON public.letter_token USING btree (user_id);

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
  constraint message_pkey PRIMARY KEY (id),
  constraint message_conversation_id_fkey FOREIGN KEY (conversation_id) REFERENCES conversation(id) ON DELETE CASCADE,
  constraint message_role_check CHECK ((role = ANY (ARRAY['user'::text, 'assistant'::text]))),
  constraint message_status_check CHECK ((status = ANY (ARRAY['streaming'::text, 'complete'::text, 'failed'::text, 'hidden'::text])))
);
CREATE INDEX message_by_conversation ON public.message USING btree (conversation_id, id);
CREATE UNIQUE INDEX message_one_streaming ON public.message USING btree (conversation_id) WHERE (status = 'streaming'::text);

create table passage (
  id uuid not null,
  source text not null,
  "position" integer not null,
  url text not null,
  page_title text not null,
  heading text not null,
  text text not null,
  source_hash text not null,
  search tsvector not null,
  constraint passage_source_position_key UNIQUE (source, "position"),
  constraint passage_pkey PRIMARY KEY (id)
);
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
  constraint pending_registration_proof_hash_key UNIQUE (proof_hash),
  constraint pending_registration_pkey PRIMARY KEY (id),
  constraint pending_registration_guest_id_fkey FOREIGN KEY (guest_id) REFERENCES "user"(id) ON DELETE SET NULL
);
CREATE INDEX pending_registration_by_email ON public.pending_registration USING btree (email);
CREATE INDEX pending_registration_by_expiry ON public.pending_registration USING btree (expires_at);
CREATE INDEX pending_registration_by_guest ON public.pending_registration USING btree (guest_id) WHERE (guest_id IS NOT NULL);

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
  constraint security_event_pkey PRIMARY KEY (id),
  constraint security_event_user_id_fkey FOREIGN KEY (user_id) REFERENCES "user"(id) ON DELETE CASCADE
);
CREATE INDEX security_event_by_user ON public.security_event USING btree (user_id, id);

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
  constraint user_email_key UNIQUE (email),
  constraint user_pkey PRIMARY KEY (id),
  constraint user_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES "user"(id) ON DELETE CASCADE,
  constraint user_role_check CHECK ((role = ANY (ARRAY['user'::text, 'moderator'::text, 'admin'::text])))
);
CREATE INDEX user_by_merged_into ON public."user" USING btree (merged_into) WHERE (merged_into IS NOT NULL);

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
