-- What other systems send: the feeds, each message sealed as it came, whom its numbers were matched to, and what its sender's
-- codes mean. The key of the seals is not in the database. What matches nobody on an open record is seen by the sending
-- agency's own staff alone and is destroyed after the feed's hours; a count stays, by day and reason.

create table feed (
  partnership int not null references partnership,
  feed text not null check (feed ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text not null check (length(trim(name)) > 0),
  -- Whose system it is.
  agency text not null,
  sort text not null check (sort in ('hl7', 'fhir', 'sheet', 'extract')),
  -- The authority of a number that is sent without one, and the signs of a message that does not say them.
  authority text,
  charset text,
  hours int not null default 72 check (hours between 1 and 720),
  -- Words of clinics whose messages are never taken in.
  excluded text[] not null,
  -- By which the key of the seals is known: with another key nothing of it can be opened.
  key_check bytea not null,
  made timestamptz not null default clock_timestamp(),
  ended timestamptz,
  primary key (partnership, feed)
);

create table message (
  partnership int not null,
  message bigint generated always as identity,
  feed text not null,
  received timestamptz not null default clock_timestamp(),
  -- The sender's own number of it, blind.
  control bytea,
  sealed bytea not null,
  -- unread; read: its entries are written, or it says nothing; person: waits for somebody to say who it is; held: matches
  -- nobody, and is destroyed; failed: could not be read, and waits for somebody.
  state text not null default 'unread' check (state in ('unread', 'read', 'person', 'held', 'failed')),
  -- Why it is held, waits or failed, by a word of ours.
  reason text,
  -- What a person should look at though it was read, by words of ours, and who has.
  asks text[] not null default '{}',
  answered timestamptz,
  answered_by text,
  tries int not null default 0,
  -- How often what was written of it was set apart: what is written then is written anew.
  undone int not null default 0,
  next_try timestamptz,
  read timestamptz,
  -- When its sender made it.
  made timestamptz,
  -- By which edition of the table of codes it was read.
  mapping int,
  -- Whom it is about, blind: what is of one patient is read in order, and found again when a record opens.
  keys bytea[],
  matches bigint[] not null default '{}',
  record text,
  person text,
  destroy_at timestamptz,
  primary key (partnership, message),
  foreign key (partnership, feed) references feed
);
create index message_unread on message (partnership, message) where state = 'unread';
create index message_waiting on message (partnership, feed, message) where state in ('person', 'held', 'failed');
create index message_keys on message using gin (keys) where state in ('person', 'held');
create index message_asks on message (partnership, feed, message) where asks <> '{}' and answered is null;
create index message_feed on message (partnership, feed, message);
create index message_matches on message using gin (matches) where matches <> '{}';
create index message_destroy on message (destroy_at) where destroy_at is not null;

-- What was destroyed or not taken in: how many, and nothing else.
create table feed_count (
  partnership int not null,
  feed text not null,
  day date not null,
  reason text not null,
  count int not null,
  primary key (partnership, feed, day, reason),
  foreign key (partnership, feed) references feed
);

-- What a sender's codes mean: every edition that there was, and which was in force since when.
create table feed_mapping (
  partnership int not null,
  feed text not null,
  version int not null check (version > 0),
  rows jsonb not null,
  practitioner text not null,
  made timestamptz not null default clock_timestamp(),
  primary key (partnership, feed, version),
  foreign key (partnership, feed) references feed
);
create table feed_live (
  partnership int not null,
  live bigint generated always as identity,
  feed text not null,
  version int not null,
  practitioner text not null,
  since timestamptz not null default clock_timestamp(),
  primary key (partnership, live),
  foreign key (partnership, feed, version) references feed_mapping
);
create index feed_live_feed on feed_live (partnership, feed, live);

-- Whom a number of a feed belongs to, and who or what said so; it ends when it was somebody else.
create table feed_match (
  partnership int not null,
  match bigint generated always as identity,
  feed text not null,
  authority text not null,
  number text not null,
  record text not null,
  person text not null,
  how text not null,
  matched_by text not null,
  at timestamptz not null default clock_timestamp(),
  ended timestamptz,
  ended_by text,
  reason text,
  primary key (partnership, match),
  foreign key (partnership, feed) references feed,
  foreign key (partnership, record) references record
);
create unique index feed_match_number on feed_match (partnership, feed, authority, number) where ended is null;
create index feed_match_record on feed_match (partnership, record, person);

-- Which appointment of which child each of a sender's numbers means, and how new the newest is that was said of it.
create table feed_appointment (
  partnership int not null,
  feed text not null,
  authority text not null,
  number text not null,
  appointment text not null,
  record text not null,
  person text not null,
  match bigint,
  made timestamptz,
  primary key (partnership, feed, authority, number),
  foreign key (partnership, feed) references feed,
  foreign key (partnership, record) references record
);
create index feed_appointment_match on feed_appointment (partnership, match);

-- What was matched to the wrong person is a disclosure: what was written there, since when it is known, and what was done.
create table disclosure (
  partnership int not null,
  disclosure bigint generated always as identity,
  feed text not null,
  match bigint not null,
  record text not null,
  person text not null,
  entries text[] not null,
  since timestamptz not null,
  aware timestamptz not null default clock_timestamp(),
  practitioner text not null,
  primary key (partnership, disclosure),
  foreign key (partnership, feed) references feed,
  foreign key (partnership, record) references record
);
create table disclosure_answer (
  partnership int not null,
  answer bigint generated always as identity,
  disclosure bigint not null,
  practitioner text not null,
  at timestamptz not null default clock_timestamp(),
  outcome text not null check (outcome in ('reported', 'not-reported')),
  reason text not null check (length(trim(reason)) > 0),
  primary key (partnership, answer),
  foreign key (partnership, disclosure) references disclosure
);

create trigger append_only before update or delete on feed_mapping for each row execute function refuse_change();
create trigger append_only before update or delete on feed_live for each row execute function refuse_change();
create trigger append_only before update or delete on disclosure for each row execute function refuse_change();
create trigger append_only before update or delete on disclosure_answer for each row execute function refuse_change();

alter table feed enable row level security;
alter table message enable row level security;
alter table feed_count enable row level security;
alter table feed_mapping enable row level security;
alter table feed_live enable row level security;
alter table feed_match enable row level security;
alter table feed_appointment enable row level security;
alter table disclosure enable row level security;
alter table disclosure_answer enable row level security;

grant select, insert, update on feed, feed_count, feed_match to holdfast_recorder;
grant select, insert, update, delete on message, feed_appointment to holdfast_recorder;
grant select, insert on feed_mapping, feed_live, disclosure, disclosure_answer to holdfast_recorder;
create policy recording on feed to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on message to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on feed_count to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on feed_mapping to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on feed_live to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on feed_match to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on feed_appointment to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on disclosure to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on disclosure_answer to holdfast_recorder using (partnership = (select asking_partnership()));

-- The feeds of the agency for which whoever asks works: that very agency, and not another of its service.
create function own_feeds() returns setof text language sql stable security definer set search_path = public, pg_temp as $$
  select f.feed from feed f where f.partnership = asking_partnership()
    and f.agency in (select d.agency from asking_desks() d)
$$;
revoke execute on function own_feeds from public;
grant execute on function own_feeds to holdfast_reader;

grant select on feed, message, feed_count, feed_mapping, feed_live, feed_match, disclosure, disclosure_answer to holdfast_reader;
create policy reading on feed for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
create policy reading on feed_count for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
create policy reading on feed_mapping for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
create policy reading on feed_live for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null);
-- What waits for somebody is for the sending agency's own staff; what was read, for those of them who may open its record.
create policy reading on message for select to holdfast_reader using (
  partnership = (select asking_partnership()) and feed in (select own_feeds())
  and (record is null and state in ('person', 'held', 'failed') or record in (select open_here())));
-- Which numbers are on a record is told to whoever may open it, to whoever matched them, and to the lead on governance.
create policy reading on feed_match for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select asking_audience()) is not null and record not in (select kin_records())
  and (record in (select open_here()) or (select leads_governance())
    or feed in (select own_feeds()) and matched_by = (select asking_practitioner())));
create policy reading on disclosure for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select leads_governance()) and record not in (select kin_records()));
create policy reading on disclosure_answer for select to holdfast_reader using (
  partnership = (select asking_partnership()) and (select leads_governance())
  and disclosure in (select d.disclosure from disclosure d));

-- Many messages at once, in the order in which they came; gives their numbers. One statement, so that one commit holds them.
create function receive(p int, of text, seals bytea[], controls bytea[]) returns table (number float8)
language plpgsql set search_path = public, pg_temp as $$
begin
  perform set_config('holdfast.partnership', p::text, true);
  return query insert into message (partnership, feed, sealed, control)
    select p, of, s.sealed, s.control from unnest(seals, controls) with ordinality as s (sealed, control, at) order by s.at
    returning message::float8;
end $$;
revoke execute on function receive from public;
grant execute on function receive to holdfast_recorder;

-- Destroys what is over its time, in every partnership, and counts it.
create function destroy_held(now timestamptz) returns int language plpgsql security definer set search_path = public, pg_temp as $$
declare
  gone int;
begin
  with over as (
    delete from message m where m.destroy_at <= now and m.state in ('held', 'person', 'failed')
    returning m.partnership, m.feed, coalesce(m.reason, 'held') as reason),
  counted as (
    insert into feed_count as c (partnership, feed, day, reason, count)
    select o.partnership, o.feed, (now at time zone 'Europe/London')::date, o.reason, count(*)::int from over o group by 1, 2, 4
    on conflict (partnership, feed, day, reason) do update set count = c.count + excluded.count
    returning 1)
  select count(*)::int into gone from over;
  return gone;
end $$;
revoke execute on function destroy_held from public;
grant execute on function destroy_held to holdfast_recorder;

-- What was disposed of is not kept as a message either: its words are in there.
create or replace function dispose(p int, r text, n int, why text, who text, second_person text) returns void
language plpgsql set search_path = public, pg_temp as $$
declare
  gone text;
begin
  insert into disposal (partnership, record, number, reason, disposed_by, second) values (p, r, n, why, who, second_person);
  perform set_config('holdfast.disposing', 'yes', true);
  delete from content where partnership = p and record = r and number = n returning entry into gone;
  if not found then raise exception 'There is no such entry' using errcode = 'HF002'; end if;
  perform set_config('holdfast.disposing', 'no', true);
  delete from message m where m.partnership = p and m.feed || '-' || m.message = substring(gone from '^(.+-[0-9]+)-[0-9]');
  -- What a server keeps of the agencies' record is as old as the list of the staff.
  if r = 'agencies' then update partnership set staff = staff + 1 where partnership = p; end if;
end $$;
