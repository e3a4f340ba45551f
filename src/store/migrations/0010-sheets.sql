-- Sheets of appointments and the council's own extract: what each sender's columns are, what was sent and waits to be looked
-- at, and which row became what, so that the same row taken twice changes nothing. All of it is for the recorder alone.

-- Which heading is what on the sheets of a feed: every edition that there was; the last is in force.
create table sheet_columns (
  partnership int not null,
  feed text not null,
  version int not null check (version > 0),
  map jsonb not null,
  practitioner text not null,
  made timestamptz not null default clock_timestamp(),
  primary key (partnership, feed, version),
  foreign key (partnership, feed) references feed
);

-- A file that somebody sent and has not taken yet, sealed; it is destroyed when it is taken, given up, or after its hours.
create table sheet_upload (
  partnership int not null,
  upload text not null,
  feed text not null,
  practitioner text not null,
  sealed bytea not null,
  made timestamptz not null,
  destroy_at timestamptz not null,
  -- Once taken: how many of its rows were new, unchanged, refused. Its words are gone then.
  taken jsonb,
  primary key (partnership, upload),
  foreign key (partnership, feed) references feed
);
create index sheet_upload_destroy on sheet_upload (destroy_at);

-- The last message that a row of a sheet became: by the appointment and by all that it said, both blind. It goes with the message.
create table sheet_row (
  partnership int not null,
  feed text not null,
  appointment bytea not null,
  content bytea not null,
  message bigint not null,
  primary key (partnership, feed, appointment),
  foreign key (partnership, feed) references feed,
  foreign key (partnership, message) references message on delete cascade
);
create index sheet_row_message on sheet_row (partnership, message);

-- Each time that an extract was taken, and what came of it in numbers.
create table extract_take (
  partnership int not null,
  feed text not null,
  take int not null check (take > 0),
  at timestamptz not null,
  practitioner text not null,
  counts jsonb not null,
  primary key (partnership, feed, take),
  foreign key (partnership, feed) references feed
);

-- A row of the extract about a child on an open record: which entries it became, and whether it still stands there. Nothing is
-- kept of anybody else's.
create table extract_row (
  partnership int not null,
  feed text not null,
  source text not null,
  record text not null,
  person text not null,
  thing text not null,
  -- For each part of it the entry, what it said, and whether it was written by this row or had been typed before.
  parts jsonb not null,
  first_take int not null,
  last_take int not null,
  gone_take int,
  answered timestamptz,
  answered_by text,
  primary key (partnership, feed, source),
  foreign key (partnership, feed) references feed,
  foreign key (partnership, record) references record
);
create index extract_row_gone on extract_row (partnership, feed) where gone_take is not null and answered is null;

create trigger append_only before update or delete on sheet_columns for each row execute function refuse_change();
create trigger append_only before update or delete on extract_take for each row execute function refuse_change();
create or replace trigger not_emptied before truncate on sheet_columns for each statement execute function refuse_change();
create or replace trigger not_emptied before truncate on extract_take for each statement execute function refuse_change();
create or replace trigger not_emptied before truncate on feed_mapping for each statement execute function refuse_change();
create or replace trigger not_emptied before truncate on feed_live for each statement execute function refuse_change();
create or replace trigger not_emptied before truncate on disclosure for each statement execute function refuse_change();
create or replace trigger not_emptied before truncate on disclosure_answer for each statement execute function refuse_change();

alter table sheet_columns enable row level security;
alter table sheet_upload enable row level security;
alter table sheet_row enable row level security;
alter table extract_take enable row level security;
alter table extract_row enable row level security;

grant select, insert on sheet_columns, extract_take to holdfast_recorder;
grant select, insert, update, delete on sheet_upload, sheet_row, extract_row to holdfast_recorder;
create policy recording on sheet_columns to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on sheet_upload to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on sheet_row to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on extract_take to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on extract_row to holdfast_recorder using (partnership = (select asking_partnership()));
