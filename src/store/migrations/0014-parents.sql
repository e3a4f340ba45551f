-- The page of a parent: who has one, how they sign in, and every time that it was opened (issue 5, part 8). A parent is
-- no practitioner: none of what is a practitioner's to read is theirs, and they read by one function alone.

create table parent_access (
  partnership int not null,
  access text not null check (access ~ '^[a-z0-9]{1,20}$'),
  record text not null,
  person text not null,
  -- What is on the card beside the code: it names nobody, and is of no use without the word that the parent chose.
  number text not null unique check (number ~ '^[0-9]{8}$'),
  language text not null,
  opened timestamptz not null,
  opened_by text not null,
  closed timestamptz,
  -- A practitioner, or "parent".
  closed_by text,
  primary key (partnership, access),
  foreign key (partnership, record) references record,
  foreign key (partnership, opened_by) references practitioner (partnership, practitioner),
  check ((closed is null) = (closed_by is null))
);
create unique index parent_access_person on parent_access (partnership, record, person) where closed is null;

-- The word that a parent chose, as argon2id.
create table parent_secret (
  partnership int not null,
  access text not null,
  hash text not null,
  primary key (partnership, access),
  foreign key (partnership, access) references parent_access on delete cascade
);

-- Codes with which a parent signs in once and chooses a word. Only their hashes are here.
create table parent_code (
  partnership int not null,
  access text not null,
  code bytea not null unique,
  made timestamptz not null,
  until timestamptz not null,
  used timestamptz,
  primary key (partnership, access, code),
  foreign key (partnership, access) references parent_access on delete cascade
);

create table parent_session (
  partnership int not null,
  access text not null,
  session text not null,
  token bytea not null unique,
  -- On what it was opened, in a few words: a phone with Android, Chrome.
  device text not null,
  language text not null,
  made timestamptz not null,
  seen timestamptz not null,
  ended timestamptz,
  primary key (partnership, access, session),
  foreign key (partnership, access) references parent_access on delete cascade
);

create table parent_opening (
  partnership int not null,
  opening bigint generated always as identity,
  access text not null,
  record text not null,
  person text not null,
  at timestamptz not null default clock_timestamp(),
  page text not null,
  primary key (partnership, opening),
  foreign key (partnership, record) references record
);
create index parent_opening_record on parent_opening (partnership, record, at);
create trigger append_only before update or delete on parent_opening for each row execute function refuse_change();
create trigger not_emptied before truncate on parent_opening for each statement execute function refuse_change();

alter table parent_access enable row level security;
alter table parent_secret enable row level security;
alter table parent_code enable row level security;
alter table parent_session enable row level security;
alter table parent_opening enable row level security;

grant select, insert, update on parent_access, parent_code, parent_session to holdfast_recorder;
grant select, insert, update, delete on parent_secret to holdfast_recorder;
grant delete on parent_code, parent_session to holdfast_recorder;
grant select, insert on parent_opening to holdfast_recorder;
create policy recording on parent_access to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on parent_secret to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on parent_code to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on parent_session to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on parent_opening to holdfast_recorder using (partnership = (select asking_partnership()));

-- Who works with the parents knows that one has a page: the services of the kinds in record/parents-page.ts.
create function works_with_parents() returns boolean language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(asking_audience() && array['social-care', 'emergency-duty', 'early-help', 'family-support', 'health-visiting',
    'school-nursing', 'community-nursing', 'midwifery', 'gp', 'hospital', 'mental-health', 'domestic-abuse',
    'safeguarding-lead', 'conference-unit'], false)
$$;
revoke execute on function works_with_parents from public;
grant execute on function works_with_parents to holdfast_reader;

grant select on parent_access, parent_opening to holdfast_reader;
create policy reading on parent_access for select to holdfast_reader using (
  partnership = (select asking_partnership()) and record in (select m.record from may_open m) and (select works_with_parents()));
-- When a parent looked at their page is for whoever answers for the family's record, and for nobody else to watch.
create policy reading on parent_opening for select to holdfast_reader using (
  partnership = (select asking_partnership()) and record not in (select kin_records())
  and (leads_here(record) or (select leads_governance())));

-- Before it is known who asks, nothing says of which partnership they are: these three run as the owner.

create function find_parent_number(wanted text) returns table (partnership int, access text, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.partnership, a.access, s.hash from parent_access a
  left join parent_secret s on s.partnership = a.partnership and s.access = a.access
  where a.number = wanted and a.closed is null
$$;

create function find_parent_code(hashed bytea, now_is timestamptz) returns table (partnership int, access text)
language sql stable security definer set search_path = public, pg_temp as $$
  select a.partnership, a.access from parent_code c
  join parent_access a on a.partnership = c.partnership and a.access = c.access and a.closed is null
  where c.code = hashed and c.used is null and c.until > now_is
$$;

create function find_parent_session(hashed bytea) returns table (partnership int, access text, session text, record text,
  person text, number text, language text, begun float8, used float8, ended boolean, example boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.partnership, s.access, s.session, a.record, a.person, a.number, s.language,
    floor(extract(epoch from s.made) * 1000), floor(extract(epoch from s.seen) * 1000),
    s.ended is not null or a.closed is not null, p.example
  from parent_session s join parent_access a on a.partnership = s.partnership and a.access = s.access
  join partnership p on p.partnership = s.partnership
  where s.token = hashed
$$;
revoke execute on function find_parent_number, find_parent_code, find_parent_session from public;
grant execute on function find_parent_number, find_parent_code, find_parent_session to holdfast_recorder;

-- The list of what a parent's page may be made of: the kinds of giving/parent/may-show.ts, which a test compares.
create function parent_kinds() returns text[] language sql immutable parallel safe as $$
  select array['person', 'relationship', 'same-person', 'not-same-person', 'communication-need',
    'worker-starts', 'worker-leaves', 'lead-named', 'lead-accepted', 'lead-declined',
    'series-started', 'series-importance', 'appointment-booked', 'appointment-moved', 'appointment-cancelled', 'attended',
    'was-not-brought', 'did-not-attend', 'appointment-excused', 'reason-checked', 'miss-disputed', 'dispute-decided',
    'barrier-reported', 'help-arranged', 'change-asked', 'change-answered', 'admission', 'discharge', 'death', 'adopted',
    'instruction', 'instruction-conflict', 'instruction-settled', 'medicine-stopped', 'medicines-agreed', 'sick-day-plan',
    'result-awaited', 'result-told', 'question-asked', 'question-answered',
    'plan-started', 'plan-member', 'plan-ended', 'undertaking-given', 'undertaking-accepted', 'undertaking-declined',
    'undertaking-carried-over', 'undertaking-kept', 'family-view', 'young-person-asked']
$$;

-- What a session of a parent may read of its record, and writes the opening down; nothing when it has ended, when the
-- page is closed, and of what is kept from anybody by a sight. What is kept from persons by name is left out by the
-- program, which knows for whom they act. An entry comes with every correction of it, whatever that says it is.
create function parent_entries(hashed bytea, shown text) returns table (record text, number int, content text, known text, about text[])
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  p int;
  r text;
begin
  select a.partnership, a.record into p, r from parent_session s
  join parent_access a on a.partnership = s.partnership and a.access = s.access and a.closed is null
  where s.token = hashed and s.ended is null;
  if not found then return; end if;
  insert into parent_opening (partnership, access, record, person, page)
  select p, s.access, r, a.person, shown from parent_session s
  join parent_access a on a.partnership = s.partnership and a.access = s.access where s.token = hashed;
  return query
    with wanted as (
      select c.* from content c where c.partnership = p and c.record = r
      union
      select c.* from taken_over t join content c on c.partnership = t.partnership and c.record = t.other_record
        and t.person = any (c.about) and (t.up_to is null or c.number <= t.up_to)
      where t.partnership = p and t.record = r)
    select c.record, c.number, c.content, c.known::text, c.about from wanted c
    where exists (select from wanted k where k.record = c.record and k.root = c.root and k.kind = any (parent_kinds()))
      and not exists (select from wanted k where k.record = c.record and k.root = c.root and k.sight is not null)
      and not exists (select from apart a where a.partnership = p and a.record in (c.record, r) and a.entry in (c.entry, c.root))
    order by c.record, c.number;
end $$;
revoke execute on function parent_entries from public;
grant execute on function parent_entries to holdfast_reader;

-- Devices and codes that ended thirty days ago.
create function clear_parents() returns void language sql security definer set search_path = public, pg_temp as $$
  delete from parent_session where coalesce(ended, seen) < clock_timestamp() - interval '30 days';
  delete from parent_code where until < clock_timestamp() - interval '30 days'
$$;
revoke execute on function clear_parents from public;
grant execute on function clear_parents to holdfast_recorder;
