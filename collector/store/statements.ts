/**
 * The statements of protocol section 5, by their names there. Plain SQL that PostgreSQL and PGlite run alike: no
 * sequences, advisory locks, triggers or LISTEN/NOTIFY.
 */

/** First and alone in the write transaction: later statements see everything that was committed before us. */
export const S1_LOCK_FEED = "select head, epoch from feed where org = $1 for update";

export const S2_KNOWN_EVENTS =
  "select id, encode(hash,'hex') as hash, seq from event where org = $1 and id = any($2::uuid[])";

/** With `reply_hash`: S5 writes the whole row again, and must not lose the reporter's key. */
export const S3_REPORTS = `
select id, rev, doc, erased, hold, origin, encode(reply_hash,'hex') as reply_hash from report
where org = $1 and id = any($2::uuid[])`;

/**
 * Of each page the slow report that was put right last, by the index of migration 5. One of them is enough to tell IT,
 * and those that were joined to another one are heard there.
 */
export const SLOW_FIXED = `
select distinct on (r.origin, x.path) r.id, r.rev, r.doc, r.erased, r.hold, r.origin, encode(r.reply_hash,'hex') as reply_hash
from report r join jsonb_to_recordset($2::jsonb) as x(origin text, path text)
  on r.origin = x.origin and r.doc #>> '{doc,context,path}' = x.path
where r.org = $1 and r.status = 'done' and not r.erased and r.doc #>> '{doc,kind}' = 'slow'
  and r.doc #>> '{doc,canonical}' is null
order by r.origin, x.path, r.doc #>> '{doc,statusAt}' desc`;

export const VOICES = `
select v.report, v.tag, v.is_reporter, v.is_on, v.holds_back, v.often, v.minutes, v.answer, v.minutes_now, v.for_event, v.note
from voice v join jsonb_to_recordset($2::jsonb) as x(report uuid, tag text) on v.report = x.report and v.tag = x.tag
where v.org = $1`;

export const S4_INSERT_EVENTS = `
insert into event (org, seq, id, type, subject, actor_kind, actor, token_id, occurred_at, received_at, hash, body)
select $1, x.seq, x.id, x.type, x.subject, x.actor_kind, x.actor, x.token_id, x.occurred_at, x.received_at, decode(x.hash,'hex'), x.body
from jsonb_to_recordset($2::jsonb) as x(seq bigint, id uuid, type text, subject uuid, actor_kind text, actor text, token_id text,
  occurred_at timestamptz, received_at timestamptz, hash text, body jsonb)`;

export const S5_WRITE_REPORTS = `
insert into report (org, id, rev, origin, bucket, status, reply_hash, hold, erased, created_at, updated_at, doc)
select $1, x.id, x.rev, x.origin, x.bucket, x.status, decode(x.reply_hash,'hex'), x.hold, x.erased, x.created_at, x.updated_at, x.doc
from jsonb_to_recordset($2::jsonb) as x(id uuid, rev bigint, origin text, bucket int, status text, reply_hash text, hold boolean,
  erased boolean, created_at timestamptz, updated_at timestamptz, doc jsonb)
on conflict (org, id) do update set rev = excluded.rev, status = excluded.status, hold = excluded.hold, erased = excluded.erased,
  reply_hash = excluded.reply_hash, doc = excluded.doc, updated_at = excluded.updated_at`;

export const WRITE_VOICES = `
insert into voice (org, report, tag, is_reporter, is_on, holds_back, often, minutes, answer, minutes_now, for_event, note, seq)
select $1, x.report, x.tag, x.is_reporter, x.is_on, x.holds_back, x.often, x.minutes, x.answer, x.minutes_now, x.for_event, x.note, x.seq
from jsonb_to_recordset($2::jsonb) as x(report uuid, tag text, is_reporter boolean, is_on boolean, holds_back text, often text,
  minutes real, answer text, minutes_now real, for_event uuid, note text, seq bigint)
on conflict (org, report, tag) do update set is_on = excluded.is_on, holds_back = excluded.holds_back, often = excluded.often,
  minutes = excluded.minutes, answer = excluded.answer, minutes_now = excluded.minutes_now, for_event = excluded.for_event,
  note = excluded.note, seq = excluded.seq`;

/** A picture may be named by several reports; each of them wants it for itself. */
export const WRITE_BLOBS = `
insert into blob (org, sha256, report, size, media)
select $1, decode(x.sha256,'hex'), x.report, x.size, x.media
from jsonb_to_recordset($2::jsonb) as x(sha256 text, report uuid, size int, media text)
on conflict (org, sha256, report) do nothing`;

export const WANTED_BLOBS = `
select encode(sha256,'hex') as sha256 from blob where org = $1 and report = any($2::uuid[]) and stored_at is null`;

/** In a fixed order: whoever notes a picture as stored gives out numbers in it. */
export const BLOB_WANTERS = `
select b.report, b.size, b.media, b.stored_at is not null as stored
from blob b join report r on r.org = b.org and r.id = b.report and not r.erased
where b.org = $1 and b.sha256 = decode($2,'hex') order by b.report`;

export const BLOB_STORED =
  "update blob set stored_at = $4 where org = $1 and sha256 = decode($2,'hex') and report = $3::uuid";

/** `updated_at` stays: nobody has said anything. */
export const REPORT_TOUCHED = "update report set rev = $3, doc = $4::jsonb where org = $1 and id = $2::uuid";

export const BLOB_READERS = `
select r.origin, encode(r.reply_hash,'hex') as "replyHash", b.media,
  case when jsonb_typeof(r.doc->'doc'->'reporter') = 'object' then r.id::text end as named
from blob b join report r on r.org = b.org and r.id = b.report and not r.erased
where b.org = $1 and b.sha256 = decode($2,'hex') and b.stored_at is not null`;

/** After S4: events of the same report that came in the same group are blanked with the others. Ids and order stay. */
export const S9_BLANK_EVENTS =
  "update event set body = null, hash = null, actor = null, token_id = null where org = $1 and subject = any($2::uuid[])";

export const ERASE_VOICES = "delete from voice where org = $1 and report = any($2::uuid[])";

export const ERASE_BLOBS =
  "delete from blob where org = $1 and report = any($2::uuid[]) returning encode(sha256,'hex') as sha256";

/** What the nightly purge erases. In the order of `rev`, so that it ends also where some may not be erased. */
export const OLD_REPORTS = `
select id, rev from report
where org = $1 and not erased and not hold and status in ('done', 'possible', 'declined') and updated_at < $2::timestamptz
  and rev > $3 order by rev limit $4`;

/** Reports with pictures that are old, or that never came and are not to be waited for any longer. */
export const OLD_BLOBS = `
select r.id as report, r.doc from report r
where r.org = $1 and not r.erased and not r.hold and exists (
  select 1 from blob b where b.org = r.org and b.report = r.id and coalesce(b.stored_at, r.created_at) < $2::timestamptz)
order by r.id limit $3`;

export const DROP_BLOBS = `
delete from blob b using report r
where b.org = $1 and r.org = b.org and r.id = b.report and b.report = any($3::uuid[])
  and coalesce(b.stored_at, r.created_at) < $2::timestamptz
returning b.report, encode(b.sha256,'hex') as sha256`;

export const NAMED_BLOBS = `
select distinct encode(sha256,'hex') as sha256 from blob
where org = $1 and sha256 in (select decode(x,'hex') from unnest($2::text[]) as x)`;

export const OLD_AUDIT = "delete from audit where org = $1 and at < $2::timestamptz returning id";

/** Sign-ins that were begun and not ended. */
export const OVER_LOGINS = "delete from login where org = $1 and expires_at < $2::timestamptz";

/** Of those who signed in. A token that an admin made stays listed, also after its end. */
export const OVER_SESSIONS =
  "delete from session where org = $1 and sub <> 'access-token' and expires_at < $2::timestamptz returning id";

/** The event ids of an erased report stay for good: they are what keeps it from coming back. */
export const DROP_TOMBSTONES =
  "delete from report where org = $1 and erased and updated_at < $2::timestamptz returning rev";

export const RAISE_FLOOR = "update feed set floor = greatest(floor, $2::bigint) where org = $1";

/** Only where something was written: a batch of duplicates does not move the head. */
export const S6_MOVE_HEAD = "update feed set head = $2 where org = $1";

export const S7_FEED = "select head, epoch, floor from feed where org = $1";

/**
 * After S7, as a statement of its own. The document without the reporter's tag, which never leaves the collector.
 * While a bootstrap runs, $5 is the head at its start: up to there only what is open, changed after $6, or to be looked
 * at again some day.
 */
export const S8_CHANGES = `
select id, rev, erased, doc->'doc' as doc from report
where org = $1 and rev > $2 and ($3::text[] is null or origin = any($3::text[]))
  and ($5::bigint is null or rev > $5 or status in ('new', 'heard', 'asked', 'planned') or updated_at >= $6::timestamptz
    or (status = 'declined' and doc #> '{doc,lookAgain}' is not null))
order by rev limit $4`;

/** By the index of migration 4. Reports without a page have no site that they could be known on. */
export const PUBLISHED = `
select id, origin, doc->'doc' as doc from report
where org = $1 and doc #> '{doc,summary}' is not null and not erased and origin <> ''`;

/** What is told of reports that were joined to published ones. */
export const JOINED = `
select id, (doc #>> '{doc,people}')::int as people, doc #> '{doc,children}' as children from report
where org = $1 and id = any($2::uuid[]) and not erased`;

/** Every report once, whatever is written meanwhile: ids do not change. Of the document only what the score needs. */
export const LISTENED = `
select id, doc #>> '{doc,createdAt}' as "createdAt", status, doc #> '{doc,helped}' as helped,
  doc #>> '{doc,canonical}' as canonical, doc #> '{doc,timeline}' as timeline, doc #> '{doc,earlier}' as earlier
from report where org = $1 and id > $2::uuid and not erased order by id limit $3`;

/** The last word on each month, the newest month first. */
export const PUBLISHED_MONTHS = `
select distinct on (body->>'month') body, received_at as at from event
where org = $1 and subject = $2::uuid and type = 'org.earshot.digest.published.v1' and body is not null
order by body->>'month' desc, seq desc limit $3`;

export const THREAD = `
select r.rev, r.doc, r.erased, encode(r.reply_hash,'hex') as reply_hash, v.tag, v.is_reporter, v.is_on, v.holds_back, v.often,
  v.minutes, v.answer, v.minutes_now, v.for_event, v.note
from report r left join voice v on v.org = r.org and v.report = r.id and v.is_reporter
where r.org = $1 and r.id = $2::uuid`;

/** Of some reports those that have a name on them, and that a reader who is confined to the origins of $3 may see. */
export const NAMED_REPORTS = `
select id::text as id from report
where org = $1 and id = any($2::uuid[]) and not erased and ($3::text[] is null or origin = any($3::text[]))
  and jsonb_typeof(doc->'doc'->'reporter') = 'object'`;
