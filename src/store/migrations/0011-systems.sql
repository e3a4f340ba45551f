-- Systems that ask and send by themselves. Each is bound to a practitioner, so that need to know holds for it as for people;
-- its account has no password, and nobody signs in with it. What a system shows is hashed, as what people show is.

create table system_client (
  partnership int not null,
  client text not null unique,
  practitioner text not null,
  -- The feed into which it may send; without one it only reads.
  feed text,
  secret text not null,
  made timestamptz not null default clock_timestamp(),
  ended timestamptz,
  primary key (partnership, client),
  foreign key (partnership, practitioner) references practitioner,
  foreign key (partnership, feed) references feed
);

create table system_token (
  partnership int not null,
  token bytea not null unique,
  client text not null,
  until timestamptz not null,
  primary key (partnership, token),
  foreign key (partnership, client) references system_client
);
create index system_token_until on system_token (until);

alter table system_client enable row level security;
alter table system_token enable row level security;
grant select, insert, update on system_client to holdfast_recorder;
grant select, insert, delete on system_token to holdfast_recorder;
create policy recording on system_client to holdfast_recorder using (partnership = (select asking_partnership()));
create policy recording on system_token to holdfast_recorder using (partnership = (select asking_partnership()));

-- Whom staff are told from by those who send and list: a system hears of nothing in place of a person.
create trigger staff after insert or update or delete on system_client for each row execute function count_staff();

-- A client before it has said in which partnership it is: what its secret is held against.
create function find_system_client(named text) returns table (partnership int, secret text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.partnership, c.secret from system_client c
  join practitioner p on p.partnership = c.partnership and p.practitioner = c.practitioner and p.ended is null
  where c.client = named and c.ended is null
$$;

-- Who asks with a token that has not run out, with what the pages of a list are sealed with: it never leaves the server.
create function find_system(hashed bytea, at timestamptz) returns table (partnership int, client text, practitioner text, name text, feed text,
  posts jsonb, seal bytea)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.partnership, c.client, c.practitioner, p.name, c.feed,
    (select jsonb_agg(jsonb_build_object('agency', t.agency, 'role', t.role) order by t.agency, t.role)
      from post t where t.partnership = p.partnership and t.practitioner = p.practitioner),
    sha256(convert_to('the pages of a list ' || c.secret, 'UTF8'))
  from system_token s
  join system_client c on c.partnership = s.partnership and c.client = s.client and c.ended is null
  join practitioner p on p.partnership = c.partnership and p.practitioner = c.practitioner and p.ended is null
  where s.token = hashed and s.until > at
$$;

create function clear_system_tokens() returns void language sql security definer set search_path = public, pg_temp
as $$ delete from system_token where until < clock_timestamp() $$;

revoke execute on function find_system_client, find_system, clear_system_tokens from public;
grant execute on function find_system_client, find_system, clear_system_tokens to holdfast_recorder;
