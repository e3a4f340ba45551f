-- The record: a chain that nobody can change, the words apart from it, and what follows from them.
-- Three roles (design, section 4, "The store"): the owner makes and disposes, the reader reads by need to know, the
-- recorder appends for one partnership at a time. Every key begins with the partnership.

do $$
begin
  if not exists (select from pg_roles where rolname = 'holdfast_reader') then create role holdfast_reader nologin; end if;
  if not exists (select from pg_roles where rolname = 'holdfast_recorder') then create role holdfast_recorder nologin; end if;
  -- A server whose two roles log in as the owner may take their part; it inherits nothing from them, or their policies
  -- would bind the owner too.
  if not pg_has_role(current_user, 'holdfast_reader', 'SET') then
    grant holdfast_reader, holdfast_recorder to current_user with inherit false, set true;
  end if;
end $$;
grant usage on schema public to holdfast_reader, holdfast_recorder;

-- Who is asking: set for one transaction, and nobody when it was not set.
create function asking_partnership() returns int language sql stable parallel safe
  as $$ select nullif(current_setting('holdfast.partnership', true), '')::int $$;
create function asking_practitioner() returns text language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('holdfast.practitioner', true), ''), '-') $$;

create table partnership (
  partnership int primary key,
  name text not null,
  -- Everybody in it is invented: set when npm start loads the examples, and never afterwards.
  example boolean not null default false,
  -- The last entry of the agencies' record that the families have followed.
  followed int not null default 0,
  -- Grows with every change of who works here, so that nobody goes on with an old list.
  staff int not null default 0
);

create table practitioner (
  partnership int not null references partnership,
  practitioner text not null,
  account text not null,
  name text not null,
  -- The words under which the sight of an entry may name this practitioner; made of the posts.
  audience text[] not null default '{}',
  ended timestamptz,
  primary key (partnership, practitioner)
);
create unique index practitioner_account on practitioner (account, partnership);

create table post (
  partnership int not null,
  practitioner text not null,
  agency text not null,
  role text not null,
  primary key (partnership, practitioner, agency, role),
  foreign key (partnership, practitioner) references practitioner
);
create index post_desk on post (partnership, agency, role);

-- People whose record a practitioner never opens: herself, relatives, partners.
create table kin (
  partnership int not null,
  practitioner text not null,
  kin text not null,
  nhs text,
  name text,
  name_key text,
  born date,
  primary key (partnership, practitioner, kin),
  foreign key (partnership, practitioner) references practitioner,
  check (nhs is not null or (name_key is not null and born is not null))
);

create table record (
  partnership int not null references partnership,
  record text not null check (record ~ '^[a-z0-9]{1,20}$'),
  last int not null default 0,
  head bytea not null default ''::bytea,
  arrived timestamptz not null default '-infinity',
  -- The next day on which anything opens, falls due or climbs by itself; the tick looks at these alone.
  next_day date,
  -- Up to this entry the record was replayed from a file, and "written" stands for "arrived" where the past is asked for.
  replayed int not null default 0,
  -- The rules by which the duties were last derived.
  rules text,
  -- How far those records went, taken together, that it reads from, when its duties were last derived.
  elsewhere int not null default 0,
  primary key (partnership, record)
);
create index record_next_day on record (next_day) where next_day is not null;

create table chain (
  partnership int not null,
  record text not null,
  number int not null check (number > 0),
  arrived timestamptz not null,
  writer text not null,
  -- The one-time key of the form it came from: what is sent twice is taken once.
  form text,
  before bytea not null,
  digest bytea not null,
  hash bytea not null,
  primary key (partnership, record, number),
  foreign key (partnership, record) references record
);
create unique index chain_form on chain (partnership, form) where form is not null;

create table content (
  partnership int not null,
  record text not null,
  number int not null,
  salt bytea not null check (length(salt) = 16),
  -- The exact text; the digest in the chain is over salt and bytes.
  content text not null,
  -- The day that stands for its arrival: the day on which it came, or for a replayed file the day on which it was written.
  known date not null,
  -- What follows is read from the text, for the policies and the search.
  entry text not null,
  root text not null,
  kind text not null,
  by text not null,
  sight text[],
  about text[] not null,
  words tsvector not null,
  primary key (partnership, record, number),
  foreign key (partnership, record, number) references chain
);
create index content_root on content (partnership, record, root);
create index content_entry on content (partnership, record, entry);
create index content_words on content using gin (words);

create table disposal (
  partnership int not null,
  record text not null,
  number int not null,
  at timestamptz not null default clock_timestamp(),
  reason text not null check (length(trim(reason)) > 0),
  disposed_by text not null,
  second text not null,
  primary key (partnership, record, number),
  foreign key (partnership, record, number) references chain,
  check (disposed_by <> second)
);

-- What is read from the entries and can be made anew from them at any time.

create table duty (
  partnership int not null,
  record text not null,
  key text not null,
  rule text not null,
  child text not null,
  owner text not null,
  agency text,
  opens date not null,
  due date not null,
  ended date,
  how text,
  frozen date,
  projected boolean not null,
  -- The numbers of the entries that it rests on: whoever may not see one of them does not see the duty.
  because int[] not null,
  -- The same for the entries of other records that it rests on, each as record/entry.
  elsewhere text[] not null default '{}',
  -- A short mark of all that is said of it, to tell what changed.
  mark text not null,
  primary key (partnership, record, key),
  foreign key (partnership, record) references record
);

create table may_open (
  partnership int not null,
  practitioner text not null,
  record text not null,
  why text not null,
  until timestamptz,
  primary key (partnership, practitioner, record, why),
  foreign key (partnership, practitioner) references practitioner,
  foreign key (partnership, record) references record
);
create index may_open_record on may_open (partnership, record);

-- Entries that were set apart: out of every page, search and count at once.
create table apart (
  partnership int not null,
  record text not null,
  entry text not null,
  primary key (partnership, record, entry)
);

-- Entries of another record that this one reads too.
create table taken_over (
  partnership int not null,
  record text not null,
  other_record text not null,
  person text not null,
  up_to int,
  primary key (partnership, record, other_record, person),
  foreign key (partnership, other_record) references record
);
create index taken_over_other on taken_over (partnership, other_record);

-- A correction and what it corrects are one: the sights that every version asks for.
create table barred (
  partnership int not null,
  record text not null,
  root text not null,
  number int not null,
  sight text[] not null,
  by text not null,
  primary key (partnership, record, root, number)
);

-- The people of a record, for finding a child whose record one may not read.
create table person (
  partnership int not null,
  record text not null,
  person text not null,
  name_key text,
  born date,
  nhs text,
  child boolean not null,
  primary key (partnership, record, person),
  foreign key (partnership, record) references record
);
create index person_nhs on person (partnership, nhs) where nhs is not null;
create index person_born on person (partnership, born) where born is not null;
create index person_name on person (partnership, name_key) where name_key is not null;

create function count_staff() returns trigger language plpgsql as $$
begin
  update partnership set staff = staff + 1 where partnership = coalesce(new.partnership, old.partnership);
  return null;
end $$;
create trigger staff after insert or update or delete on practitioner for each row execute function count_staff();
create trigger staff after insert or update or delete on post for each row execute function count_staff();
create trigger staff after insert or update or delete on kin for each row execute function count_staff();

-- What cannot be changed.

create function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name = 'content' and current_setting('holdfast.disposing', true) = 'yes'
    and current_user = (select tableowner from pg_tables where schemaname = 'public' and tablename = 'content') then
    return old;
  end if;
  raise exception 'An entry is never changed or removed' using errcode = 'HF001';
end $$;

create trigger append_only before update or delete on chain for each row execute function refuse_change();
create trigger append_only before update or delete on content for each row execute function refuse_change();
create trigger append_only before update or delete on disposal for each row execute function refuse_change();
create trigger not_emptied before truncate on chain for each statement execute function refuse_change();
create trigger not_emptied before truncate on content for each statement execute function refuse_change();
create trigger not_emptied before truncate on disposal for each statement execute function refuse_change();

alter table partnership enable row level security;
alter table practitioner enable row level security;
alter table post enable row level security;
alter table kin enable row level security;
alter table record enable row level security;
alter table chain enable row level security;
alter table content enable row level security;
alter table disposal enable row level security;
alter table duty enable row level security;
alter table may_open enable row level security;
alter table apart enable row level security;
alter table taken_over enable row level security;
alter table barred enable row level security;
alter table person enable row level security;

grant select, insert, update on partnership, practitioner, record to holdfast_recorder;
grant select, insert, delete on post, kin to holdfast_recorder;
grant select, insert on chain, content to holdfast_recorder;
grant select on disposal to holdfast_recorder;
grant select, insert, update, delete on duty, may_open, apart, taken_over, barred, person to holdfast_recorder;
create policy recording on partnership to holdfast_recorder using (true) with check (partnership = (select asking_partnership()));
create policy recording on practitioner to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on post to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on kin to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on record to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on chain to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on content to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on disposal to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on duty to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on may_open to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on apart to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on taken_over to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on barred to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on person to holdfast_recorder using (partnership = (select asking_partnership()));
