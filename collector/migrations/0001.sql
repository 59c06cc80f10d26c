-- Protocol section 5. Times are written from code, never by default: the hour alone where an event is anonymous.
create table feed   (org text primary key, epoch uuid not null, head bigint not null default 0, floor bigint not null default 0);
-- hash, body, actor and token_id become null when the report is erased; the id stays, so that it cannot come back.
create table event  (org text not null, seq bigint not null, id uuid not null, type text not null, subject uuid not null,
  actor_kind text not null, actor text, token_id text, occurred_at timestamptz not null, received_at timestamptz not null,
  hash bytea, body jsonb, primary key (org, seq), unique (org, id));
create index event_subject on event (org, subject, seq);
create table report (org text not null, id uuid not null, rev bigint not null, origin text not null, bucket int not null default 0,
  status text not null, reply_hash bytea, hold boolean not null default false, erased boolean not null default false,
  created_at timestamptz not null, updated_at timestamptz not null, doc jsonb not null, primary key (org, id));
create unique index report_rev on report (org, rev);
create index report_site on report (org, origin, status, rev);
create index report_updated on report (org, updated_at);
create table voice  (org text not null, report uuid not null, tag text not null, is_reporter boolean not null, is_on boolean not null,
  holds_back text, often text, minutes real, answer text, minutes_now real, for_event uuid, note text, seq bigint not null,
  primary key (org, report, tag));
create table org    (id text primary key, name text not null, settings jsonb not null default '{}');
create table token  (id text primary key, org text not null, kind text not null, name text, secret_hash bytea not null,
  created_at timestamptz not null, revoked_at timestamptz);
create table blob   (org text not null, sha256 bytea not null, report uuid not null, size int not null, media text not null,
  stored_at timestamptz, primary key (org, sha256, report));
create table session(token_hash bytea primary key, id uuid not null, org text not null, sub text not null, name text not null,
  role text not null, scope jsonb, created_at timestamptz not null, used_at timestamptz, expires_at timestamptz not null,
  revoked_at timestamptz);
create table login  (state_hash bytea primary key, org text not null, payload jsonb not null, expires_at timestamptz not null);
create table hook   (id uuid primary key, org text not null, url text not null, secret text not null, mapper text not null, filter jsonb,
  cursor bigint not null default 0, state text not null default 'on', next_at timestamptz, attempt int not null default 0);
create table audit  (org text not null, at timestamptz not null default now(), id uuid not null, actor text not null,
  action text not null, target text, detail jsonb, primary key (org, at, id));
create table erasure_request (org text not null, report uuid not null, asked_at timestamptz not null default now(),
  primary key (org, report));
