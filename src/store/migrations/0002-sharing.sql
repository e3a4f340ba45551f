-- Sign-in, the log of openings, notices and drafts.

create table account (
  account text primary key,
  sign_in text not null unique check (sign_in = lower(sign_in)),
  password text,
  secret text,
  -- Since when the second factor is asked for, and the last code that was used.
  secret_since timestamptz,
  secret_step bigint,
  email text,
  ended timestamptz
);
alter table practitioner add foreign key (account) references account;

create table session (
  token bytea primary key,
  account text not null references account,
  made timestamptz not null default clock_timestamp(),
  seen timestamptz not null default clock_timestamp(),
  ended timestamptz,
  -- Whether a second factor was shown in this session.
  second boolean not null default false
);
create index session_account on session (account);

create table sign_in_attempt (
  at timestamptz not null default clock_timestamp(),
  name bytea not null,
  address bytea not null
);
create index sign_in_attempt_at on sign_in_attempt (at);

grant select, insert, update on account to holdfast_recorder;
grant select, insert, update, delete on session to holdfast_recorder;
grant select, insert, delete on sign_in_attempt to holdfast_recorder;

create table opening (
  partnership int not null,
  opening bigint generated always as identity,
  record text not null,
  practitioner text not null,
  at timestamptz not null default clock_timestamp(),
  way text not null check (way in ('network', 'glass', 'emergency', 'governance')),
  page text not null,
  reason text,
  primary key (partnership, opening),
  foreign key (partnership, practitioner) references practitioner,
  foreign key (partnership, record) references record,
  check (way <> 'glass' or length(trim(reason)) > 0)
);
create index opening_record on opening (partnership, record, at);
create index opening_unusual on opening (partnership, at) where way <> 'network';

create table opening_review (
  partnership int not null,
  opening bigint not null,
  practitioner text not null,
  at timestamptz not null default clock_timestamp(),
  finding text not null check (length(trim(finding)) > 0),
  primary key (partnership, opening),
  foreign key (partnership, opening) references opening,
  foreign key (partnership, practitioner) references practitioner
);

-- Somebody is to be told something: to a practitioner by name, or to a desk (everyone with a role in an agency). A
-- notice holds what it is about and never a sentence.
create table notice (
  partnership int not null,
  notice bigint generated always as identity,
  record text not null,
  template text not null,
  to_practitioner text,
  to_agency text,
  to_role text,
  opening bigint,
  made timestamptz not null default clock_timestamp(),
  primary key (partnership, notice),
  foreign key (partnership, record) references record,
  foreign key (partnership, to_practitioner) references practitioner (partnership, practitioner),
  check (to_practitioner is not null or to_role is not null)
);
create index notice_practitioner on notice (partnership, to_practitioner, made) where to_practitioner is not null;
create index notice_desk on notice (partnership, to_role, made) where to_practitioner is null;
create index notice_record on notice (partnership, record);

-- What was told of a duty, once for each state and reader. Rebuilding the duties never touches it.
create table told (
  partnership int not null,
  record text not null,
  key text not null,
  state text not null,
  told_to text not null,
  notice bigint not null,
  because int[] not null,
  elsewhere text[] not null default '{}',
  at timestamptz not null default clock_timestamp(),
  primary key (partnership, record, key, state, told_to),
  foreign key (partnership, notice) references notice
);
create index told_notice on told (partnership, notice);

create table sending (
  partnership int not null,
  notice bigint not null,
  attempt int not null,
  way text not null,
  at timestamptz not null default clock_timestamp(),
  outcome text not null,
  primary key (partnership, notice, attempt, way),
  foreign key (partnership, notice) references notice
);

-- What is still to be sent by e-mail: a queue, not a log.
create table to_send (
  partnership int not null,
  notice bigint not null,
  due timestamptz not null default clock_timestamp(),
  attempts int not null default 0,
  primary key (partnership, notice),
  foreign key (partnership, notice) references notice
);
create index to_send_due on to_send (due);

create table acknowledged (
  partnership int not null,
  notice bigint not null,
  practitioner text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (partnership, notice, practitioner),
  foreign key (partnership, notice) references notice,
  foreign key (partnership, practitioner) references practitioner
);

create table draft (
  partnership int not null,
  practitioner text not null,
  draft text not null,
  address text not null,
  fields jsonb not null,
  -- Kept because its session had ended when it was sent.
  late boolean not null default false,
  saved timestamptz not null default clock_timestamp(),
  primary key (partnership, practitioner, draft),
  foreign key (partnership, practitioner) references practitioner
);

-- What somebody outside a network wrote about a child who is possibly known: the desk finds where it belongs.
create table desk_item (
  partnership int not null,
  item text not null,
  writer text not null,
  at timestamptz not null default clock_timestamp(),
  child jsonb not null,
  lines jsonb not null,
  primary key (partnership, item),
  foreign key (partnership, writer) references practitioner (partnership, practitioner)
);
create table desk_answer (
  partnership int not null,
  item text not null,
  practitioner text not null,
  at timestamptz not null default clock_timestamp(),
  record text not null,
  primary key (partnership, item),
  foreign key (partnership, item) references desk_item,
  foreign key (partnership, practitioner) references practitioner
);

-- What a partnership has set, each change for good.
create table setting (
  partnership int not null references partnership,
  setting bigint generated always as identity,
  name text not null,
  value text not null,
  practitioner text not null,
  at timestamptz not null default clock_timestamp(),
  primary key (partnership, setting)
);
create index setting_name on setting (partnership, name, setting desc);

create trigger append_only before update or delete on opening for each row execute function refuse_change();
create trigger append_only before update or delete on opening_review for each row execute function refuse_change();
create trigger append_only before update or delete on notice for each row execute function refuse_change();
create trigger append_only before update or delete on told for each row execute function refuse_change();
create trigger append_only before update or delete on sending for each row execute function refuse_change();
create trigger append_only before update or delete on acknowledged for each row execute function refuse_change();
create trigger append_only before update or delete on setting for each row execute function refuse_change();
create trigger append_only before update or delete on desk_item for each row execute function refuse_change();
create trigger append_only before update or delete on desk_answer for each row execute function refuse_change();
create trigger not_emptied before truncate on opening for each statement execute function refuse_change();
create trigger not_emptied before truncate on opening_review for each statement execute function refuse_change();
create trigger not_emptied before truncate on notice for each statement execute function refuse_change();
create trigger not_emptied before truncate on told for each statement execute function refuse_change();
create trigger not_emptied before truncate on sending for each statement execute function refuse_change();
create trigger not_emptied before truncate on acknowledged for each statement execute function refuse_change();
create trigger not_emptied before truncate on setting for each statement execute function refuse_change();
create trigger not_emptied before truncate on desk_item for each statement execute function refuse_change();
create trigger not_emptied before truncate on desk_answer for each statement execute function refuse_change();

alter table account enable row level security;
alter table session enable row level security;
alter table sign_in_attempt enable row level security;
alter table opening enable row level security;
alter table opening_review enable row level security;
alter table notice enable row level security;
alter table told enable row level security;
alter table sending enable row level security;
alter table to_send enable row level security;
alter table acknowledged enable row level security;
alter table draft enable row level security;
alter table desk_item enable row level security;
alter table desk_answer enable row level security;
alter table setting enable row level security;

-- One sign-in may serve several partnerships, so these three do not belong to one.
create policy recording on account to holdfast_recorder using (true);
create policy recording on session to holdfast_recorder using (true);
create policy recording on sign_in_attempt to holdfast_recorder using (true);

grant select, insert on opening, opening_review, notice, told, sending, acknowledged, desk_item, desk_answer, setting to holdfast_recorder;
grant select, insert, update, delete on to_send to holdfast_recorder;
grant select, insert, delete on draft to holdfast_recorder;
create policy recording on opening to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on opening_review to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on notice to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on told to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on sending to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on to_send to holdfast_recorder using (true) with check (partnership = (select asking_partnership()));
create policy recording on acknowledged to holdfast_recorder using (partnership = (select asking_partnership()));
-- A draft is its author's alone, whoever asks for the author.
create policy recording on draft to holdfast_recorder using (
  partnership = (select asking_partnership()) and practitioner = (select asking_practitioner()));
create policy recording on desk_item to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on desk_answer to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on setting to holdfast_recorder using (partnership = (select asking_partnership()));

-- Where an entry that was set apart went: to the record where it belongs, or before the desk.
create table moved (
  partnership int not null,
  moved bigint generated always as identity,
  record text not null,
  entry text not null,
  at timestamptz not null default clock_timestamp(),
  practitioner text not null,
  other_record text,
  item text,
  primary key (partnership, moved),
  foreign key (partnership, record) references record,
  foreign key (partnership, other_record) references record (partnership, record),
  foreign key (partnership, item) references desk_item (partnership, item),
  foreign key (partnership, practitioner) references practitioner,
  check ((other_record is null) <> (item is null))
);
create index moved_entry on moved (partnership, record, entry);
create trigger append_only before update or delete on moved for each row execute function refuse_change();
create trigger not_emptied before truncate on moved for each statement execute function refuse_change();
alter table moved enable row level security;
grant select, insert on moved to holdfast_recorder;
create policy recording on moved to holdfast_recorder using (partnership = (select asking_partnership()));
