-- What goes to the family by itself (issue 5, part 6): calendars that a telephone fetches, and messages about appointments.
-- All of it is for the recorder alone: who may know of it is asked with the record that it belongs to. No row holds a
-- name, a number, a time of an appointment or a word of a message: these are read from the record at the moment of sending.

create table calendar_feed (
  partnership int not null,
  feed text not null check (feed ~ '^[a-z0-9]{10}$'),
  record text not null,
  person text not null,
  -- Of the secret in the address only its hash is here.
  secret bytea not null unique,
  made timestamptz not null,
  made_by text not null,
  closed timestamptz,
  -- A practitioner, or "parent".
  closed_by text,
  fetched timestamptz,
  primary key (partnership, feed),
  foreign key (partnership, record) references record,
  foreign key (partnership, made_by) references practitioner (partnership, practitioner),
  check ((closed is null) = (closed_by is null))
);
create index calendar_feed_record on calendar_feed (partnership, record);

create table message_to_family (
  partnership int not null,
  message text not null check (message ~ '^[a-z0-9]{10}$'),
  record text not null,
  person text not null,
  appointment text not null,
  -- The day for which the appointment stood when it was queued: another day is another message.
  day date not null,
  state text not null check (state in ('waiting', 'sent', 'delivered', 'failed', 'held', 'for-a-person', 'withdrawn')),
  -- Not before this moment; while one server sends it, no other takes it.
  due timestamptz not null,
  made timestamptz not null,
  tries int not null default 0,
  -- The number that the sending service gave it.
  reference text,
  primary key (partnership, message),
  unique (partnership, record, person, appointment, day),
  foreign key (partnership, record) references record
);
create index message_to_family_due on message_to_family (partnership, due) where state = 'waiting';
create unique index message_to_family_reference on message_to_family (reference) where reference is not null;

create table message_attempt (
  partnership int not null,
  message text not null,
  attempt bigint generated always as identity,
  at timestamptz not null,
  way text,
  -- What came of it by a word of ours or a code of the service's, never in words that hold an address.
  outcome text not null,
  primary key (partnership, message, attempt),
  foreign key (partnership, message) references message_to_family
);
create trigger append_only before update or delete on message_attempt for each row execute function refuse_change();
create trigger not_emptied before truncate on message_attempt for each statement execute function refuse_change();

-- Whose families are reached at all: hardly any entry is one of these.
create index content_way_agreed on content (partnership, record) where kind = 'way-agreed';

alter table calendar_feed enable row level security;
alter table message_to_family enable row level security;
alter table message_attempt enable row level security;

grant select, insert, update on calendar_feed, message_to_family to holdfast_recorder;
grant select, insert on message_attempt to holdfast_recorder;
create policy recording on calendar_feed to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on message_to_family to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on message_attempt to holdfast_recorder using (partnership = (select asking_partnership()));

-- Whoever fetches a calendar, and the service that says what became of a message, names no partnership: these run as the owner.

create function find_calendar(hashed bytea) returns table (partnership int, feed text, record text, person text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.partnership, c.feed, c.record, c.person from calendar_feed c where c.secret = hashed and c.closed is null
$$;

create function find_message(sent text) returns table (partnership int, message text)
language sql stable security definer set search_path = public, pg_temp as $$
  select m.partnership, m.message from message_to_family m where m.reference = sent
$$;

revoke execute on function find_calendar, find_message from public;
grant execute on function find_calendar, find_message to holdfast_recorder;
